using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Recognition;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search;

/// <summary>A hit on a page image, in pixels of the stored image; a phrase has a box for each word, a person whose page reads otherwise that of the row.</summary>
public sealed record HitBox(int Page, int X, int Y, int Width, int Height);

/// <summary>One stretch of the hits in a document, page by page.</summary>
/// <param name="NextCursor">Null at the end.</param>
public sealed record HitBoxes(IReadOnlyList<HitBox> Items, string? NextCursor);

/// <summary>Shows where in one document a query's words stand.</summary>
internal sealed class DocumentHits(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, Synonyms synonyms)
{
    /// <summary>A stretch ends with the page on which this many are reached.</summary>
    public const int BoxesOfStretch = 500;

    /// <param name="id">Of a document that people may find.</param>
    /// <param name="q">Any string.</param>
    /// <param name="fromPage">The first page to look at.</param>
    /// <returns>Null when there is no such document, or it is not to be found.</returns>
    /// <remarks>Where no page has a word as typed, other marks and then similar words will do.</remarks>
    public async Task<HitBoxes?> FindAsync(Guid id, string? q, int fromPage, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var status = await db.Documents.Where(d => d.Id == id).Select(d => (DocumentStatus?)d.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is not { } known || !IndexedDocument.IsSearchable(known)) return null;
        var (reading, pages) = await PagesWithHitsAsync(db, id, await synonyms.WidenAsync(SearchQueryParser.Parse(q), cancellationToken), cancellationToken);

        var people = (await PeopleOfHits.FindAsync(db, [id], reading, cancellationToken))[id]
            .Where(person => person.Box != default).ToLookup(person => person.Page);
        var boxes = new List<HitBox>();
        foreach (var page in pages.Concat(people.Select(rows => new PageKey(rows.Key, null, default))).GroupBy(page => page.Number, (_, same) => same.First()).OrderBy(page => page.Number))
        {
            if (page.Number < fromPage) continue;
            if (boxes.Count >= BoxesOfStretch) return new(boxes, $"{page.Number}");
            HitBox[] words = [.. await BoxesAsync(page, reading, cancellationToken)];
            boxes.AddRange(words);
            boxes.AddRange(people[page.Number].Select(person => person.Box).Distinct().Where(row => !words.Any(word => Holds(row, word)))
                .Select(row => new HitBox(page.Number, row.X, row.Y, row.Width, row.Height)));
        }
        return new(boxes, null);
    }

    /// <summary>As a search takes a query: the strictest mode that finds something.</summary>
    private static async Task<(QueryReading Reading, List<PageKey> Pages)> PagesWithHitsAsync(
        CatalogDbContext db, Guid id, SearchQuery query, CancellationToken cancellationToken)
    {
        MatchMode[] modes = [MatchMode.All, MatchMode.AllIgnoringMarks, MatchMode.Similar];
        var found = modes.Select(mode => (Reading: new QueryReading(query, mode), Pages: new List<PageKey>())).ToList();
        if (query.Leaves.Count == 0) return found[0];
        var pages = db.Pages.AsNoTracking().Where(page => page.DocumentId == id).OrderBy(page => page.Number)
            .Select(page => new { page.Number, page.Recognition, page.Text, page.Alternatives, page.ScanId, page.ScanPage }).AsAsyncEnumerable();
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var text = AnalyzedText.OfPage(page.Text, page.Alternatives);
            foreach (var (reading, withHits) in found)
            {
                if (PartMatcher.Find(reading, text).Count > 0) withHits.Add(new(page.Number, page.Recognition, new(page.ScanId ?? id, page.ScanPage ?? page.Number)));
            }
        }
        return found.Find(mode => mode.Pages.Count > 0) is { Reading: not null } strictest ? strictest : found[0];
    }

    /// <summary>From the words themselves: their text and their boxes are of one making, whatever was corrected since.</summary>
    private async Task<IEnumerable<HitBox>> BoxesAsync(PageKey page, QueryReading reading, CancellationToken cancellationToken)
    {
        if (page.Recognition is not { } recognition) return [];
        await using var stored = await objects.OpenReadAsync(ObjectKey.PageWords(page.Place, recognition), cancellationToken);
        if (stored is null) return [];
        var words = await PageWordsFile.ReadAsync(stored, cancellationToken);
        var running = PageText.Of(words);
        var text = AnalyzedText.OfPage(running.Text, PageResult.TextOf(words, reviewBelow: 0).Alternatives);
        var hit = new SortedSet<int>();
        foreach (var match in PartMatcher.Find(reading, text))
        {
            for (var i = match.First; i < match.First + match.Count; i++)
            {
                var (first, count) = running.WordsAt(text.Words[i].Start, text.Words[i].End);
                hit.UnionWith(Enumerable.Range(first, count));
            }
        }
        return hit.Select(i => words.Words[i]).Select(word => new HitBox(page.Number, word.X, word.Y, word.Width, word.Height));
    }

    /// <summary>Whether the middle of a word lies in a row.</summary>
    private static bool Holds(Box row, HitBox word) =>
        word.X + (word.Width / 2) is var x && word.Y + (word.Height / 2) is var y && x >= row.X && x <= row.Right && y >= row.Y && y <= row.Bottom;

    /// <param name="Recognition">Of the result whose words count; null where only rows are marked.</param>
    /// <param name="Place">Where these lie.</param>
    private readonly record struct PageKey(int Number, int? Recognition, PagePlace Place);
}
