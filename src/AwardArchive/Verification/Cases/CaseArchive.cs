using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Places;
using AwardArchive.Search;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Verification.Cases;

/// <summary>What is proposed in a case at this moment.</summary>
/// <param name="IsWholeArchive">False: the index is not open, or the search took too long; only some papers outside the dossier were looked at.</param>
public sealed record CaseProposalsResponse(IReadOnlyList<PersonProposal> People, IReadOnlyList<EvidenceProposal> Evidence, bool IsWholeArchive);

/// <summary>Looks for papers of a case: all in the dossier, and those of the archive that name its people or their certificates.</summary>
internal sealed class CaseArchive(Catalog catalog, IDbContextFactory<CatalogDbContext> contexts, DocumentSearcher searcher, Gazetteer gazetteer)
{
    private const int MaxDocuments = 1000;
    private const int MaxHits = 20;
    private const int MaxEntries = 50;

    public async Task<CaseProposalsResponse> FindAsync(CaseState state, CancellationToken cancellationToken)
    {
        var documents = (await catalog.FindDossierDocumentsAsync(state.DossierId, MaxDocuments, cancellationToken)).ToDictionary(document => document.Id);
        var entries = await FindEntriesAsync(state, cancellationToken);
        var (hits, isWhole) = await SearchAsync(state, cancellationToken);
        var others = hits.Concat(entries.Select(group => group.Key)).Where(id => !documents.ContainsKey(id)).Distinct().ToList();
        CasePaper[] papers =
        [
            .. documents.Values.Select(document => CasePaper.Of(document, [.. entries[document.Id]], isInDossier: true)),
            .. (await FindDocumentsAsync(others, cancellationToken)).Select(document => CasePaper.Of(document, [.. entries[document.Id]], isInDossier: false)),
        ];
        var comparer = new PersonComparer(await gazetteer.HistoryAsync(cancellationToken));
        return new(CaseProposals.People(state, papers), CaseProposals.Evidence(state, papers, comparer), isWhole);
    }

    /// <summary>For evidence whose paper no longer says it: why, in Vietnamese.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> FindChangedAsync(CaseState state, CancellationToken cancellationToken)
    {
        var documents = await FindDocumentsAsync([.. state.Evidence.Select(one => one.Evidence.Source?.DocumentId).OfType<Guid>().Distinct()], cancellationToken);
        var entries = await FindEntriesAsync(state, cancellationToken);
        var papers = documents.ToDictionary(document => document.Id, document => CasePaper.Of(document, [.. entries[document.Id]], isInDossier: true));
        return state.Evidence.Select(one => (one.Evidence.Id, Why: CaseProposals.Changed(one.Evidence, one.Evidence.Source is { } source ? papers.GetValueOrDefault(source.DocumentId) : null)))
            .Where(one => one.Why is not null).ToDictionary(one => one.Id, one => one.Why!);
    }

    /// <summary>Sizes of page images in pixels; of pages that are not there any more there is none.</summary>
    public async Task<IReadOnlyDictionary<(Guid Document, int Page), (int Width, int Height)>> FindPagesAsync(
        IEnumerable<CaseSource> sources, CancellationToken cancellationToken)
    {
        var documents = sources.Select(source => source.DocumentId).Distinct().ToList();
        var numbers = sources.Select(source => source.Page).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Pages.AsNoTracking().Where(p => documents.Contains(p.DocumentId) && numbers.Contains(p.Number) && p.Width > 0)
            .Select(p => new { p.DocumentId, p.Number, p.Width, p.Height })
            .ToDictionaryAsync(p => (p.DocumentId, p.Number), p => (p.Width, p.Height), cancellationToken);
    }

    private async Task<List<Document>> FindDocumentsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Status != DocumentStatus.Withdrawn).ToListAsync(cancellationToken);
    }

    /// <summary>Award entries of the people's names, by document.</summary>
    private async Task<ILookup<Guid, Entry>> FindEntriesAsync(CaseState state, CancellationToken cancellationToken)
    {
        var keys = state.People.Select(person => Entry.KeyOf(person.Name)).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new List<Entry>();
        foreach (var key in keys)
            found.AddRange(await db.Entries.AsNoTracking().Where(e => e.NameKey == key).OrderBy(e => e.Id).Take(MaxEntries).ToListAsync(cancellationToken));
        return found.ToLookup(entry => entry.DocumentId);
    }

    /// <summary>Documents with a name or a number of the case on a page.</summary>
    private async Task<(List<Guid> Documents, bool IsWhole)> SearchAsync(CaseState state, CancellationToken cancellationToken)
    {
        string[] texts =
        [
            .. state.People.Select(person => person.Name), .. state.Evidence.Where(one => one.IsAccepted).Select(one => one.Evidence.CertificateNo).OfType<string>(),
        ];
        var found = new List<Guid>();
        var isWhole = true;
        foreach (var text in texts.Select(text => text.Replace('"', ' ')).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                var answer = await searcher.SearchAsync(new($"\"{text}\"", Size: MaxHits), cancellationToken);
                found.AddRange(answer.Hits.Select(hit => hit.DocumentId));
                isWhole &= !answer.Partial;
            }
            catch (IndexUnavailableException)
            {
                return (found, false);
            }
        }
        return (found, isWhole);
    }
}
