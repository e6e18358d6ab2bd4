using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Places;
using AwardArchive.Viewing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.People;

/// <summary>Reads persons, with the entries they are made of, and the proposals that wait.</summary>
internal sealed class PeopleReader(IDbContextFactory<CatalogDbContext> contexts, Gazetteer gazetteer)
{
    /// <summary>Different things said of one person that are compared with each other; more of them are compared with the first only.</summary>
    private const int MostCompared = 30;

    /// <param name="id">Of any entry of the person.</param>
    /// <returns>Null where there is no such entry, or its document is withdrawn.</returns>
    public async Task<PersonResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = (await PairBook.PersonOfAsync(db, id, cancellationToken)).ToList();
        var found = await PersonEntry.FindAsync(db, ids, cancellationToken);
        if (!found.ContainsKey(id)) return null;
        PersonEntry[] entries = [.. found.Values.OrderBy(entry => entry.Response.IssuedOn ?? "", StringComparer.Ordinal).ThenBy(entry => entry.Row.Id)];
        PersonMention[] mentions = [.. entries.Select(EntryMention.Of)];
        return new(
            found.Keys.Min(), [.. mentions.Select(mention => mention.Name).Distinct(StringComparer.Ordinal)], [.. entries.Select(entry => entry.Response)],
            await KinAsync(db, entries, cancellationToken), await ContradictionsAsync(mentions, cancellationToken), [.. DuplicateAward.OfPerson(mentions), .. DuplicateAward.OfCertificates(mentions)],
            await SharedCertificatesAsync(db, entries, cancellationToken), await DecisionsAsync(db, ids, found, cancellationToken));
    }

    /// <summary>The proposals that wait, the most probable first. There may be fewer than asked for before the end.</summary>
    /// <param name="after">The last of the stretch before; null for the first one.</param>
    /// <param name="size">At most so many.</param>
    public async Task<ListResponse<PairResponse>> ProposalsAsync(PairCursor? after, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = db.PersonPairs.AsNoTracking().Where(p => p.State == PairState.Proposed);
        if (after is { } last)
            waiting = waiting.Where(p => p.Probability < last.Probability || (p.Probability == last.Probability && p.Id.CompareTo(last.Id) > 0));
        var pairs = await waiting.OrderByDescending(p => p.Probability).ThenBy(p => p.Id).Take(size + 1).ToListAsync(cancellationToken);
        var shown = pairs.Take(size).ToList();
        var entries = await PersonEntry.FindAsync(db, [.. shown.SelectMany(p => new[] { p.One, p.Other }).Distinct()], cancellationToken);
        var items = from pair in shown
                    where entries.ContainsKey(pair.One) && entries.ContainsKey(pair.Other)
                    select new PairResponse(pair.Id, entries[pair.One].Response, entries[pair.Other].Response, pair.Probability, pair.IsSure, pair.Reasons);
        return new([.. items], pairs.Count > size ? new PairCursor(shown[^1].Probability, shown[^1].Id).ToString() : null);
    }

    /// <summary>Mother, husband, children: each relative once, as the person that confirmed pairs make of him.</summary>
    private static async Task<IReadOnlyList<KinResponse>> KinAsync(CatalogDbContext db, PersonEntry[] entries, CancellationToken cancellationToken)
    {
        var told = new List<(Kinship Relation, Guid Person, Kin Row)>();
        var persons = new Dictionary<Guid, Guid>();
        foreach (var (relation, row) in entries.SelectMany(entry => entry.Member?.Relatives ?? []))
        {
            if (!persons.TryGetValue(row.Id, out var person))
            {
                var joined = await PersonEntry.FindAsync(db, await PairBook.PersonOfAsync(db, row.Id, cancellationToken), cancellationToken);
                person = joined.Keys.Min();
                foreach (var id in joined.Keys) persons[id] = person;
            }
            told.Add((relation, person, row));
        }
        return
        [
            .. told.GroupBy(kin => (kin.Relation, kin.Person)).OrderBy(kin => kin.Key.Relation is Kinship.Mother ? 0 : kin.Key.Relation is Kinship.Child ? 2 : 1)
                .Select(kin => new KinResponse(
                    kin.Key.Relation, kin.Key.Person, kin.First().Row.Value.Name.Value, kin.Any(one => one.Row.Value.IsMartyr),
                    [.. kin.Select(one => one.Row.DocumentId).Distinct()])),
        ];
    }

    /// <summary>Other rows with one of the person's numbers that name somebody else. Who is named alike is a proposal, and no contradiction.</summary>
    private async Task<IReadOnlyList<SharedCertificateResponse>> SharedCertificatesAsync(CatalogDbContext db, PersonEntry[] entries, CancellationToken cancellationToken)
    {
        var keys = entries.Select(entry => entry.Row.CertificateKey).OfType<string>().Distinct().ToList();
        if (keys.Count == 0) return [];
        var own = entries.Select(entry => entry.Row.Id).ToList();
        var rows = await PersonEntry.Standing(db).Where(row => keys.Contains(row.CertificateKey!) && !own.Contains(row.Id))
            .OrderBy(row => row.Id).Take(MostCompared).ToListAsync(cancellationToken);
        var others = await PersonEntry.OfAsync(db, rows, cancellationToken);
        if (others.Count == 0) return [];
        var matcher = new PersonMatcher(entries.Concat(others).Select(EntryMention.Of), await gazetteer.HistoryAsync(cancellationToken));
        return
        [
            .. from other in others
               let entry = Array.Find(entries, own => own.Row.CertificateKey == other.Row.CertificateKey
                   && matcher.Compare(own.Row.Id, other.Row.Id).Reasons.Any(reason => reason.Kind is EvidenceKind.CertificateOfAnother))
               where entry is not null
               select new SharedCertificateResponse(entry.Row.Id, entry.Row.Said.CertificateNo!.Value, other.Row.Id, other.Row.Said.Name.Value),
        ];
    }

    /// <summary>Of pairs that touch the person, oldest first; those with an entry that is not shown are left out.</summary>
    private static async Task<IReadOnlyList<PairDecisionResponse>> DecisionsAsync(
        CatalogDbContext db, List<Guid> ids, Dictionary<Guid, PersonEntry> found, CancellationToken cancellationToken)
    {
        var decisions = await db.PairDecisions.AsNoTracking().Where(d => ids.Contains(d.One) || ids.Contains(d.Other)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var strangers = decisions.SelectMany(d => new[] { d.One, d.Other }).Distinct().Where(entry => !found.ContainsKey(entry)).ToList();
        var others = await PersonEntry.FindAsync(db, strangers, cancellationToken);
        return
        [
            .. from decision in decisions
               let one = found.GetValueOrDefault(decision.One) ?? others.GetValueOrDefault(decision.One)
               let other = found.GetValueOrDefault(decision.Other) ?? others.GetValueOrDefault(decision.Other)
               where one is not null && other is not null
               select new PairDecisionResponse(
                   decision.PairId, decision.One, decision.Other, one.Row.Said.Name.Value, other.Row.Said.Name.Value, decision.State, decision.By, decision.At, decision.Reason),
        ];
    }

    private async Task<IReadOnlyList<ContradictionResponse>> ContradictionsAsync(PersonMention[] mentions, CancellationToken cancellationToken)
    {
        // What is said alike is compared once.
        PersonMention[] said = [.. mentions.DistinctBy(mention => (mention.Name, mention.Born, mention.HomePlace, mention.Sex, mention.Died, mention.Certificate))];
        if (said.Length < 2) return [];
        var matcher = new PersonMatcher(said, await gazetteer.HistoryAsync(cancellationToken));
        var pairs = said.Length <= MostCompared
            ? said.SelectMany((one, i) => said[(i + 1)..].Select(other => (one, other)))
            : said[1..].Select(other => (one: said[0], other));
        return
        [
            .. pairs.Select(pair => matcher.Compare(pair.one.Id, pair.other.Id))
                .SelectMany(proposal => proposal.Reasons.Where(reason => reason.IsContradiction)
                    .Select(reason => new ContradictionResponse(proposal.One, proposal.Other, reason.Kind, EvidenceText.Of(reason))))
                .DistinctBy(contradiction => contradiction.Text),
        ];
    }
}
