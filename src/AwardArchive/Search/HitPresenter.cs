using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search;

/// <summary>A hit with the pages that show it best.</summary>
internal sealed record LocatedHit(Guid Id, float Score, IReadOnlyList<int> Pages);

/// <summary>Shows hits: facts and text come from the catalog, which is never behind; what it no longer shows is no hit.</summary>
internal sealed class HitPresenter(IDbContextFactory<CatalogDbContext> contexts)
{
    private const int MaxMatches = 12;

    public async Task<IReadOnlyList<SearchHit>> ShowAsync(IReadOnlyList<LocatedHit> hits, QueryReading reading, CancellationToken cancellationToken)
    {
        if (hits.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = hits.Select(hit => hit.Id).ToList();
        var documents = await db.Documents.AsNoTracking().Where(document => EF.Parameter(ids).Contains(document.Id)).ToDictionaryAsync(document => document.Id, cancellationToken);
        // One look: a few pages more than are shown where hits show different pages. Lists are one parameter, so that each statement is worked out once.
        var numbers = hits.SelectMany(PagesOf).Distinct().ToList();
        var texts = await db.Pages.AsNoTracking().Where(page => EF.Parameter(ids).Contains(page.DocumentId) && EF.Parameter(numbers).Contains(page.Number))
            .Select(page => new PageContent(page.DocumentId, page.Number, page.Text, page.Alternatives))
            .ToDictionaryAsync(page => (page.DocumentId, page.Number), cancellationToken);
        var shown = new List<SearchHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!documents.TryGetValue(hit.Id, out var document) || !IndexedDocument.IsSearchable(document.Status)) continue;
            var facts = document.Facts ?? DocumentFacts.None;
            var matches = new List<HitMatch>();
            var pages = PagesOf(hit).Where(number => texts.ContainsKey((hit.Id, number))).Select(number => PageOf(texts[(hit.Id, number)], reading, matches)).ToList();
            shown.Add(new(
                hit.Id, document.FileName, facts.Title?.Value, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, hit.Score, pages,
                [.. matches.Distinct().OrderBy(match => match.How).Take(MaxMatches)]));
        }
        return shown;
    }

    /// <summary>What is found by its facts alone shows its first page.</summary>
    private static IReadOnlyList<int> PagesOf(LocatedHit hit) => hit.Pages.Count > 0 ? hit.Pages : [1];

    private static HitPage PageOf(PageContent page, QueryReading reading, List<HitMatch> matches)
    {
        var text = AnalyzedText.OfPage(page.Text, page.Alternatives);
        var found = PartMatcher.Find(reading, text);
        foreach (var match in found)
        {
            var part = match.IsName ? string.Join(' ', reading.Running.Name.Select(word => word.Exact)) : reading.Query.Leaves[match.Part].StandsFor ?? reading.Query.Leaves[match.Part].ToString();
            matches.Add(new(part, string.Join(' ', text.Words.Skip(match.First).Take(match.Count).Select(word => word.Exact)), match.Kind));
        }
        return new(page.Number, Snippet.Of(page.Text, text, found));
    }

    private sealed record PageContent(Guid DocumentId, int Number, string Text, IReadOnlyList<TextAlternative> Alternatives);
}
