using AwardArchive.Archive;
using AwardArchive.People;
using AwardArchive.People.Matching;
using AwardArchive.Places;
using AwardArchive.Vietnamese;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Verification.Checks;

/// <summary>Finds the entries of earlier lists that may be of a case's mother, on any spelling.</summary>
/// <remarks>
/// Compared with every entry of the archive, by weighed evidence, up to <see cref="MostCompared"/> of them; what was read once is kept as long as memory allows,
/// nothing changes, and who asks sees the same papers. Entries that have the words of her name, marks aside, and contradict nothing are found in an archive of any size: a name alone weighs too little, and
/// may be hers.
/// </remarks>
internal sealed class PriorAwardSearch(IDbContextFactory<CatalogDbContext> contexts, Catalog catalog, Gazetteer gazetteer, PeopleSearch search) : IDisposable
{
    private const int MostCompared = 60_000;

    private const int MostFound = 20, MostNamed = 200, AtATime = 500;

    private readonly SemaphoreSlim turn = new(1);
    private readonly WeakReference<PersonLookup> known = new(null!);
    private (long Change, string Sight) knownAt = (-1, "");

    /// <summary>Entries of other papers than the dossier's own, the most probable first; those that people took for hers before all.</summary>
    public async Task<IReadOnlyList<PriorAward>> FindAsync(CasePerson mother, IEnumerable<CasePerson> family, Guid dossierId, Func<string, string, bool> placesDiffer, CancellationToken cancellationToken)
    {
        var found = (await AlikeAsync(mother, family, cancellationToken)).ToList();
        found.AddRange((await NamedAsync(mother, placesDiffer, cancellationToken)).Where(one => found.All(known => known.Id != one.Id)));
        var ids = mother.Entries.Concat(found.Select(one => one.Id)).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // A form tells of a person, it gives nothing.
        var entries = (await PersonEntry.FindAsync(db, ids, cancellationToken)).Values.Where(person => person.Row is Entry)
            .ToDictionary(person => person.Row.Id, person => (Entry: (Entry)person.Row, person.Facts));
        var documents = entries.Values.Select(entry => entry.Entry.DocumentId).Distinct().ToList();
        var papers = await db.Documents.AsNoTracking().Where(d => documents.Contains(d.Id)).Select(d => new { d.Id, d.FileName, d.DossierId }).ToDictionaryAsync(d => d.Id, cancellationToken);
        var reasons = found.ToDictionary(one => one.Id, one => one.Reasons);
        return
        [
            .. ids.Where(entries.ContainsKey).Select(id => entries[id]).Where(entry => papers[entry.Entry.DocumentId].DossierId != dossierId).Take(MostFound).Select(entry =>
            {
                var (value, paper) = (entry.Entry.Value, papers[entry.Entry.DocumentId]);
                // Submissions and minutes propose, they give nothing.
                var isTitle = entry.Facts?.Kind?.Value is not ("Tờ trình" or "Biên bản") && value.Award is { } award
                    && Folding.LettersAndDigits(award.Value).Contains("bamevietnamanhhung", StringComparison.Ordinal);
                return new PriorAward(
                    entry.Entry.Id, value.Name.Value, value.Award?.Value, value.HomePlace?.Value, value.BirthYear?.Value, PaperTitle.Of(entry.Facts, paper.FileName), isTitle,
                    mother.Entries.Contains(entry.Entry.Id), reasons.GetValueOrDefault(entry.Entry.Id) ?? [], new(entry.Entry.DocumentId, value.Page, value.Box));
            }),
        ];
    }

    public void Dispose() => turn.Dispose();

    private async Task<IEnumerable<(Guid Id, IReadOnlyList<string> Reasons)>> NamedAsync(CasePerson mother, Func<string, string, bool> placesDiffer, CancellationToken cancellationToken)
    {
        var people = await search.FindAsync(mother.Name, null, null, null, MostNamed, cancellationToken);
        return people.Items.Where(person => person.Row is RowKind.Entry)
            .Where(person => !(VietnameseDate.TryParse(mother.Birth, out var born) && VietnameseDate.TryParse(person.BirthYear, out var its) && SamePerson.Differ(born, its)))
            .Where(person => mother.HomePlace is not { } home || person.HomePlace is not { } other || !placesDiffer(home, other))
            .Select(person => (person.Id, (IReadOnlyList<string>)["Cùng các chữ trong tên, không kể dấu; các chi tiết đã biết không mâu thuẫn."]));
    }

    private async Task<IReadOnlyList<(Guid Id, IReadOnlyList<string> Reasons)>> AlikeAsync(CasePerson mother, IEnumerable<CasePerson> family, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Entries.CountAsync(cancellationToken) > MostCompared) return [];
        }
        await turn.WaitAsync(cancellationToken); // a lookup is for one thread
        try
        {
            var lookup = await LookupAsync(cancellationToken);
            return [.. lookup.Find(MentionOf(mother, family)).Select(proposal => (proposal.Other, (IReadOnlyList<string>)[.. proposal.Reasons.Select(EvidenceText.Of)]))];
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PersonLookup> LookupAsync(CancellationToken cancellationToken)
    {
        // Of all papers, also hidden ones: one of them may be hidden no longer.
        long change;
        using (Actor.Use(Actor.System)) change = await catalog.LastChangeAsync(cancellationToken);
        var now = (change, Actor.Current.Sight.Key);
        if (now == knownAt && known.TryGetTarget(out var lookup)) return lookup;
        lookup = new(await MentionsAsync(cancellationToken), await gazetteer.HistoryAsync(cancellationToken));
        known.SetTarget(lookup);
        knownAt = now;
        return lookup;
    }

    private async Task<List<PersonMention>> MentionsAsync(CancellationToken cancellationToken)
    {
        var mentions = new List<PersonMention>();
        for (var last = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var some = await PersonEntry.Standing(db).Where(row => row is Entry && row.Id.CompareTo(last) > 0).OrderBy(row => row.Id).Take(AtATime).ToListAsync(cancellationToken);
            if (some.Count == 0) return mentions;
            mentions.AddRange((await PersonEntry.OfAsync(db, some, cancellationToken)).Select(EntryMention.Of));
            last = some[^1].Id;
        }
    }

    private static PersonMention MentionOf(CasePerson mother, IEnumerable<CasePerson> family) => new(Guid.Empty, mother.Name, Guid.Empty, 1)
    {
        Born = VietnameseDate.TryParse(mother.Birth, out var born) ? born : null,
        HomePlace = mother.HomePlace,
        Sex = Sex.Female,
        Kin = [.. family.Select(person => new KinMention(person.Role == CaseRole.Husband ? Kinship.Husband : Kinship.Child, person.Name))],
    };
}
