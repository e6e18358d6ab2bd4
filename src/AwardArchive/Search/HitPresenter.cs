using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search;

/// <summary>A hit with the pages that show it best.</summary>
internal sealed record LocatedHit(Guid Id, float Score, IReadOnlyList<int> Pages);

/// <summary>Shows hits: facts and text come from the catalog, which is never behind; what it no longer shows is no hit.</summary>
internal sealed class HitPresenter(IDbContextFactory<CatalogDbContext> contexts, AnalyzedPages pages)
{
    private const int MaxMatches = 12;
    private const int MaxPeople = 5;

    public async Task<IReadOnlyList<SearchHit>> ShowAsync(IReadOnlyList<LocatedHit> hits, QueryReading reading, CancellationToken cancellationToken)
    {
        if (hits.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = hits.Select(hit => hit.Id).ToList();
        var documents = await db.Documents.AsNoTracking().Where(document => EF.Parameter(ids).Contains(document.Id))
            .Select(document => new Shown(document.Id, document.Version, document.Status, document.FileName, document.Facts))
            .ToDictionaryAsync(document => document.Id, cancellationToken);
        var texts = await pages.GetAsync(
            db, [.. hits.Where(hit => documents.ContainsKey(hit.Id)).SelectMany(hit => PagesOf(hit).Select(number => (hit.Id, documents[hit.Id].Version, number)))], cancellationToken);
        var people = reading.People.Count == 0 ? null : await PeopleOfHits.FindAsync(db, documents.Keys, reading, cancellationToken);
        var shown = new List<SearchHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!documents.TryGetValue(hit.Id, out var document) || !IndexedDocument.IsSearchable(document.Status)) continue;
            var facts = document.Facts ?? DocumentFacts.None;
            var matches = new HashSet<HitMatch>();
            var found = PagesOf(hit).Where(number => texts.ContainsKey((hit.Id, number))).Select(number => PageOf(number, texts[(hit.Id, number)], reading, matches)).ToList();
            shown.Add(new(
                hit.Id, document.FileName, facts.Title?.Value, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, hit.Score, found,
                [.. matches.OrderBy(match => match.How).Take(MaxMatches)])
            {
                People = [.. (people?[hit.Id] ?? []).Distinct().Take(MaxPeople)],
            });
        }
        return shown;
    }

    /// <summary>What is found by its facts alone shows its first page.</summary>
    private static IReadOnlyList<int> PagesOf(LocatedHit hit) => hit.Pages.Count > 0 ? hit.Pages : [1];

    private static HitPage PageOf(int number, AnalyzedText text, QueryReading reading, HashSet<HitMatch> matches)
    {
        var found = PartMatcher.Find(reading, text);
        foreach (var match in found)
        {
            var words = match.Count == 1 ? text.Words[match.First].Exact : string.Join(' ', text.Words.Skip(match.First).Take(match.Count).Select(word => word.Exact));
            matches.Add(new(reading.NameOf(match.Part), words, match.Kind));
        }
        return new(number, Snippet.Of(text.Source, text, found));
    }

    private sealed record Shown(Guid Id, int Version, DocumentStatus Status, string FileName, DocumentFacts? Facts);
}
