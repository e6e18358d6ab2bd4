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
        var documents = await db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, cancellationToken);
        var shown = new List<SearchHit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!documents.TryGetValue(hit.Id, out var document) || !IndexedDocument.IsSearchable(document.Status)) continue;
            var facts = document.Facts ?? DocumentFacts.None;
            var matches = new List<HitMatch>();
            var pages = await PagesAsync(db, hit, reading, matches, cancellationToken);
            shown.Add(new(
                hit.Id, document.FileName, facts.Title?.Value, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, hit.Score, pages,
                [.. matches.Distinct().OrderBy(match => match.How).Take(MaxMatches)]));
        }
        return shown;
    }

    private static async Task<IReadOnlyList<HitPage>> PagesAsync(
        CatalogDbContext db, LocatedHit hit, QueryReading reading, List<HitMatch> matches, CancellationToken cancellationToken)
    {
        int[] numbers = hit.Pages.Count > 0 ? [.. hit.Pages] : [1];
        var texts = await db.Pages.AsNoTracking().Where(page => page.DocumentId == hit.Id && numbers.Contains(page.Number))
            .Select(page => new { page.Number, page.Text, page.Alternatives }).ToDictionaryAsync(page => page.Number, cancellationToken);
        return [.. numbers.Where(texts.ContainsKey).Select(number => PageOf(number, texts[number].Text, texts[number].Alternatives, reading, matches))];
    }

    private static HitPage PageOf(
        int number, string page, IReadOnlyList<TextAlternative> alternatives, QueryReading reading, List<HitMatch> matches)
    {
        var text = AnalyzedText.Of(page, alternatives);
        var found = PartMatcher.Find(reading, text);
        foreach (var match in found)
        {
            var part = match.IsName ? string.Join(' ', reading.Running.Name.Select(word => word.Exact)) : reading.Query.Leaves[match.Part].StandsFor ?? reading.Query.Leaves[match.Part].ToString();
            matches.Add(new(part, string.Join(' ', text.Words.Skip(match.First).Take(match.Count).Select(word => word.Exact)), match.Kind));
        }
        return new(number, Snippet.Of(page, text, found));
    }
}
