using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Options;

namespace AwardArchive.Search;

/// <summary>Finds documents by what stands in them and shows where.</summary>
internal sealed class DocumentSearcher(ISearcherSource index, HitPresenter presenter, IOptions<SearchOptions> options, TimeProvider time)
{
    private const int PagesOfHit = 3;

    /// <summary>A query that finds fewer may be misspelt.</summary>
    private const int Few = 3;

    /// <param name="request">Its query may be any string.</param>
    /// <param name="cancellationToken">Ends the reading of the catalog; the index answers within its time budget.</param>
    /// <exception cref="BadCursorException">The cursor is not from this search.</exception>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var deadline = new Deadline(time, options.Value.TimeBudget);
        var query = SearchQueryParser.Parse(request.Q);
        var order = HitOrders.Of(request.Sort, query);
        SearchCursor? after = string.IsNullOrEmpty(request.Cursor) ? null : SearchCursor.Parse(request.Cursor, order);

        using var lease = index.Acquire();
        var found = Find(lease.Searcher, query, request, order, after, deadline);
        var hits = found.Hits.Take(request.Size).Select(hit => Locate(lease.Searcher, hit, found.Plan)).ToList();
        var shown = await presenter.ShowAsync(hits, found.Plan.Reading, cancellationToken);
        var didYouMean = after is null && (found.Total < Few || found.Plan.Mode != MatchMode.All) ? Suggest(lease.Searcher, found, request, deadline) : null;
        var next = found.Hits.Count > request.Size ? new SearchCursor(found.Plan.Mode, order, found.Hits[request.Size - 1].Rank).ToString() : null;
        return new(
            found.Total, Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1), shown, found.Facets, didYouMean,
            new(query.ToString(), found.Plan.Mode, Notes(found, deadline)), next, deadline.WasMet);
    }

    /// <summary>Takes the query as typed, then more and more loosely until something is found.</summary>
    private static Found Find(IndexSearcher searcher, SearchQuery query, SearchRequest request, HitOrder order, SearchCursor? after, Deadline deadline)
    {
        var vocabulary = new Vocabulary(searcher.IndexReader);
        var mode = after?.Mode ?? MatchMode.All;
        while (true)
        {
            var found = FindIn(new(new(query, mode), vocabulary), searcher, request, order, after, deadline);
            if (found.Total > 0 || after is not null || deadline.WasMet || Looser(mode, query) is not { } next) return found;
            mode = next;
        }
    }

    private static MatchMode? Looser(MatchMode mode, SearchQuery query)
    {
        var words = query.Required.SelectMany(part => part.Leaves).ToList();
        // What stands in quotes was meant as it stands, its marks excepted.
        var looser = words.Exists(part => part.Form != WordForm.Phrase);
        if (mode < MatchMode.AllIgnoringMarks && words.Exists(part => part.Words.Any(word => word.HasMarks))) return MatchMode.AllIgnoringMarks;
        if (mode is MatchMode.All or MatchMode.AllIgnoringMarks && looser) return MatchMode.Similar;
        return mode != MatchMode.Most && words.Count > 1 ? MatchMode.Most : null;
    }

    private static Found FindIn(
        QueryPlan plan, IndexSearcher searcher, SearchRequest request, HitOrder order, SearchCursor? after, Deadline deadline)
    {
        var facets = new FacetCounts();
        var collector = new HitCollector(order, request.Size + 1, after?.Rank, facets);
        TimedSearch.Run(searcher, SearchFilters.Apply(request, new QueryBuilder(plan, deadline).Build()), collector, deadline);
        return new(plan, collector.Total, collector.ToHits(), facets.ToFacets());
    }

    private static LocatedHit Locate(IndexSearcher searcher, RankedHit hit, QueryPlan plan)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
        var (reader, doc) = (leaf.AtomicReader, hit.Doc - leaf.DocBase);
        var id = IndexedDocument.IdOf(reader.GetNumericDocValues(IndexFields.IdHigh).Get(doc), reader.GetNumericDocValues(IndexFields.IdLow).Get(doc));
        return new(id, hit.Score, PageRanking.BestPages(reader, doc, plan, PagesOfHit));
    }

    /// <summary>A suggestion is one only if it finds more.</summary>
    private static string? Suggest(IndexSearcher searcher, Found found, SearchRequest request, Deadline deadline)
    {
        if (DidYouMean.Suggest(found.Plan) is not { } suggestion) return null;
        var plan = new QueryPlan(new(SearchQueryParser.Parse(suggestion), MatchMode.All), found.Plan.Vocabulary);
        var tried = FindIn(plan, searcher, request with { Size = 1 }, HitOrder.Newest, after: null, deadline);
        return tried.Total > (found.Plan.Mode == MatchMode.All ? found.Total : 0) ? suggestion : null;
    }

    private List<string> Notes(Found found, Deadline deadline)
    {
        var notes = new List<string>();
        if (found.Plan.Query.Truncated) notes.Add($"Câu tìm quá dài: chỉ tìm {SearchQuery.MaxWords} từ đầu.");
        if (found.Total > 0 && NoteOf(found.Plan.Mode) is { } note) notes.Add(note);
        if (deadline.WasMet) notes.Add("Tìm quá lâu nên dừng giữa chừng; kết quả chưa đủ.");
        if (index.IsRebuilding) notes.Add("Chỉ mục đang được dựng lại; kết quả có thể chưa đủ.");
        return notes;
    }

    private static string? NoteOf(MatchMode mode) => mode switch
    {
        MatchMode.AllIgnoringMarks => "Không có văn bản nào đúng dấu như đã gõ; kết quả dưới đây bỏ qua dấu.",
        MatchMode.Similar => "Không có văn bản nào có đủ các từ như đã gõ; kết quả dưới đây có cả từ gần giống.",
        MatchMode.Most => "Không có văn bản nào chứa đủ các từ; kết quả dưới đây chứa phần lớn các từ.",
        _ => null,
    };

    private readonly record struct Found(QueryPlan Plan, int Total, IReadOnlyList<RankedHit> Hits, SearchFacets Facets);
}
