using AwardArchive.Archive;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search;

/// <summary>Finds documents by what stands in them and shows where.</summary>
internal sealed class DocumentSearcher(ISearcherSource index, IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    private const int PagesOfHit = 3;

    /// <param name="request">Its query may be any string.</param>
    /// <param name="cancellationToken">Ends the reading of the catalog; the index answers within milliseconds.</param>
    /// <exception cref="BadCursorException">The cursor is not from this search.</exception>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var query = SearchQueryParser.Parse(request.Q);
        var order = HitOrders.Of(request.Sort, query);
        SearchCursor? after = string.IsNullOrEmpty(request.Cursor) ? null : SearchCursor.Parse(request.Cursor, order);

        using var lease = index.Acquire();
        var found = Find(lease.Searcher, query, request, order, after);
        var hits = found.Documents.Take(request.Size).Select(doc => Locate(lease.Searcher, (FieldDoc)doc, query, found.Mode)).ToList();
        var shown = await ShowAsync(hits, query, found.Mode, cancellationToken);
        var next = found.Documents.Length > request.Size ? order.CursorAt((FieldDoc)found.Documents[request.Size - 1], found.Mode).ToString() : null;
        return new(
            found.Total, Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1), shown, found.Facets, DidYouMean: null,
            new(query.ToString(), found.Mode, Notes(query, found)), next);
    }

    /// <summary>Takes the query as typed, then more and more loosely until something is found.</summary>
    private static Found Find(IndexSearcher searcher, SearchQuery query, SearchRequest request, HitOrder order, SearchCursor? after)
    {
        var mode = after?.Mode ?? MatchMode.All;
        while (true)
        {
            var found = FindIn(mode, searcher, query, request, order, after);
            if (found.Total > 0 || after is not null || Looser(mode, query) is not { } next) return found;
            mode = next;
        }
    }

    private static MatchMode? Looser(MatchMode mode, SearchQuery query) => mode switch
    {
        MatchMode.All when query.HasMarks => MatchMode.AllIgnoringMarks,
        MatchMode.All or MatchMode.AllIgnoringMarks when query.Required.Count > 1 => MatchMode.Most,
        _ => null,
    };

    private static Found FindIn(MatchMode mode, IndexSearcher searcher, SearchQuery query, SearchRequest request, HitOrder order, SearchCursor? after)
    {
        var best = TopFieldCollector.Create(
            order.ToSort(), request.Size + 1, after is { } cursor ? HitOrders.After(cursor) : null,
            fillFields: true, trackDocScores: true, trackMaxScore: false, docsScoredInOrder: false);
        var facets = new FacetCollector();
        searcher.Search(SearchFilters.Apply(request, Ranking.Build(query, mode)), MultiCollector.Wrap(best, facets));
        return new(mode, best.TotalHits, best.GetTopDocs().ScoreDocs, facets.ToFacets());
    }

    private static Located Locate(IndexSearcher searcher, FieldDoc hit, SearchQuery query, MatchMode mode)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
        var (reader, doc) = (leaf.AtomicReader, hit.Doc - leaf.DocBase);
        var id = IndexedDocument.IdOf(reader.GetNumericDocValues(IndexFields.IdHigh).Get(doc), reader.GetNumericDocValues(IndexFields.IdLow).Get(doc));
        var pages = PageRanking.BestPages(reader, doc, query, mode != MatchMode.All, PagesOfHit);
        return new(id, hit.Score, pages);
    }

    /// <summary>Facts and text come from the catalog: it is never behind, and what it no longer shows is no hit.</summary>
    private async Task<IReadOnlyList<SearchHit>> ShowAsync(List<Located> hits, SearchQuery query, MatchMode mode, CancellationToken cancellationToken)
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
            shown.Add(new(
                document.Id, document.FileName, facts.Title?.Value, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value,
                facts.IssuedOn?.Value, float.IsNaN(hit.Score) ? 0 : hit.Score, await ShowPagesAsync(db, hit, query, mode, cancellationToken)));
        }
        return shown;
    }

    private static async Task<IReadOnlyList<HitPage>> ShowPagesAsync(
        CatalogDbContext db, Located hit, SearchQuery query, MatchMode mode, CancellationToken cancellationToken)
    {
        int[] numbers = hit.Pages.Count > 0 ? [.. hit.Pages] : [1];
        var texts = await db.Pages.AsNoTracking().Where(page => page.DocumentId == hit.Id && numbers.Contains(page.Number))
            .Select(page => new { page.Number, page.Text }).ToDictionaryAsync(page => page.Number, page => page.Text, cancellationToken);
        return [.. numbers.Where(texts.ContainsKey).Select(number => new HitPage(number, SnippetOf(texts[number], query, mode)))];
    }

    private static IReadOnlyList<SnippetRun> SnippetOf(string page, SearchQuery query, MatchMode mode)
    {
        var text = AnalyzedText.Of(page);
        return Snippet.Of(page, text, ClauseMatcher.Find(query, text, mode != MatchMode.All));
    }

    private List<string> Notes(SearchQuery query, Found found)
    {
        var notes = new List<string>();
        if (query.Truncated) notes.Add($"Câu tìm quá dài: chỉ tìm {SearchQuery.MaxWords} từ đầu.");
        if (found.Mode == MatchMode.AllIgnoringMarks) notes.Add("Không có văn bản nào đúng dấu như đã gõ; kết quả dưới đây bỏ qua dấu.");
        if (found.Mode == MatchMode.Most && found.Total > 0) notes.Add("Không có văn bản nào chứa đủ các từ; kết quả dưới đây chứa phần lớn các từ.");
        if (index.IsRebuilding) notes.Add("Chỉ mục đang được dựng lại; kết quả có thể chưa đủ.");
        return notes;
    }

    private readonly record struct Found(MatchMode Mode, int Total, ScoreDoc[] Documents, SearchFacets Facets);

    private sealed record Located(Guid Id, float Score, IReadOnlyList<int> Pages);
}
