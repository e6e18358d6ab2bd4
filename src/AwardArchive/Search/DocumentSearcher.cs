using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Options;

namespace AwardArchive.Search;

/// <summary>Finds documents by what stands in them and shows where.</summary>
internal sealed class DocumentSearcher(ISearcherSource index, Synonyms synonyms, HitPresenter presenter, IOptions<SearchOptions> options, TimeProvider time)
{
    private const int PagesOfHit = 3;

    /// <summary>A query that finds fewer may be misspelt.</summary>
    private const int Few = 3;

    /// <summary>Hits that fill a page of results.</summary>
    private const int Page = 10;

    /// <param name="request">Its query may be any string.</param>
    /// <param name="cancellationToken">Ends the reading of the catalog; the index answers within its time budget.</param>
    /// <exception cref="BadCursorException">The cursor is not from this search.</exception>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var query = await synonyms.WidenAsync(SearchQueryParser.Parse(request.Q), cancellationToken);
        var order = HitOrders.Of(request.Sort, query);
        SearchCursor? after = string.IsNullOrEmpty(request.Cursor) ? null : SearchCursor.Parse(request.Cursor, order);

        using var lease = index.Acquire();
        var deadline = new Deadline(time, options.Value.TimeBudget);
        var found = Find(lease.Searcher, query, request, order, after, deadline);
        var hits = found.Hits.Take(request.Size).Select(hit => Locate(lease.Searcher, hit, found.Plan)).ToList();
        var shown = await presenter.ShowAsync(hits, found.Plan.Reading, cancellationToken);
        var didYouMean = after is null && (found.Complete < Few || found.Mode != MatchMode.All) ? Suggest(lease.Searcher, found, request, deadline) : null;
        var next = found.Hits.Count > request.Size
            ? new SearchCursor(found.Plan.Mode, found.Plan.Reading.Lead, found.Plan.Reading.MostMisread, found.Complete, order, found.Hits[request.Size - 1].Rank).ToString()
            : null;
        return new(
            found.Total, Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1), shown, found.Facets, didYouMean,
            new(query.ToString(), found.Mode, Notes(found, deadline)), next, found.Complete, deadline.WasMet);
    }

    /// <summary>Takes the query as typed, then more and more loosely until something is found; what is less than a page is filled with the next best.</summary>
    private static Found Find(IndexSearcher searcher, SearchQuery query, SearchRequest request, HitOrder order, SearchCursor? after, Deadline deadline)
    {
        var vocabulary = new Vocabulary(searcher.IndexReader);
        if (after is { } cursor) return FindIn(new(query, cursor.Mode, cursor.Lead, cursor.MostMisread), cursor.Complete);
        Found? first = null;
        var misread = 1;
        foreach (var mode in ModesOf(query))
        {
            var found = FindIn(new(query, mode, null, misread));
            if (mode == MatchMode.All && found.Named < Page && !deadline.WasMet)
            {
                misread = 2;
                found = FindIn(new(query, mode, null, misread));
            }
            if (found.Total > 0) first ??= found;
            if (deadline.WasMet || (found.Total >= Page && !query.IsLong)) return found;
            if (found.Total > 0 || query.IsLong) break;
        }
        if (!IsLoose(query)) return first ?? FindIn(new(query, MatchMode.All));
        return FindIn(new(query, MatchMode.Most, first?.Mode, misread), first?.Total ?? 0);

        Found FindIn(QueryReading reading, int? complete = null) =>
            DocumentSearcher.FindIn(new(reading, vocabulary), searcher, request, order, after, deadline, complete);
    }

    /// <summary>Whether there is anything between all and nothing: some of several words, or a phrase with other marks.</summary>
    private static bool IsLoose(SearchQuery query) => query.Words is { Count: > 1 } or [{ Form: WordForm.Phrase, Words.Count: > 1, NumberKey: null }];

    /// <summary>The strictest first.</summary>
    private static IEnumerable<MatchMode> ModesOf(SearchQuery query)
    {
        yield return MatchMode.All;
        var leaves = query.Leaves;
        if (leaves.Any(part => part.Words.Any(word => word.HasMarks))) yield return MatchMode.AllIgnoringMarks;
        // What stands in quotes was meant as it stands, its marks excepted.
        if (leaves.Any(part => part.Form != WordForm.Phrase)) yield return MatchMode.Similar;
    }

    private static Found FindIn(
        QueryPlan plan, IndexSearcher searcher, SearchRequest request, HitOrder order, SearchCursor? after, Deadline deadline, int? complete = null)
    {
        var facets = new FacetCounts();
        var name = plan.Reading.Running.Name;
        var asksForName = name.Count > 2 && order == HitOrder.Relevance;
        var collector = new HitCollector(order, request.Size + 1, after?.Rank, facets) { Mark = asksForName ? new NameRanking(plan, deadline).LeastOf(name) : float.PositiveInfinity };
        TimedSearch.Run(searcher, SearchFilters.Apply(request, new QueryBuilder(plan, deadline).Build()), plan.Vocabulary, collector, deadline);
        return new(plan, collector.Total, complete ?? collector.Total, asksForName ? collector.Marked : null, collector.ToHits(), facets.ToFacets());
    }

    private static LocatedHit Locate(IndexSearcher searcher, RankedHit hit, QueryPlan plan)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
        var (reader, doc) = (leaf.AtomicReader, hit.Doc - leaf.DocBase);
        var id = IndexedDocument.IdOf(reader, doc);
        return new(id, hit.Score, PageRanking.BestPages(leaf, doc, plan, PagesOfHit));
    }

    /// <summary>A suggestion is one only if it finds more.</summary>
    private static string? Suggest(IndexSearcher searcher, Found found, SearchRequest request, Deadline deadline)
    {
        if (DidYouMean.Suggest(found.Plan) is not { } suggestion) return null;
        var plan = new QueryPlan(new(SearchQueryParser.Parse(suggestion), MatchMode.All), found.Plan.Vocabulary);
        var tried = FindIn(plan, searcher, request with { Size = 1 }, HitOrder.Newest, after: null, deadline);
        return tried.Total > (found.Mode == MatchMode.All ? found.Complete : 0) ? suggestion : null;
    }

    private List<string> Notes(Found found, Deadline deadline)
    {
        var notes = new List<string>();
        if (found.Plan.Query.Truncated) notes.Add($"Câu tìm quá dài: chỉ tìm {SearchQuery.MaxWords} từ đầu.");
        if (found.Total > 0 && NoteOf(found.Mode) is { } note) notes.Add(note);
        if (found.Complete > 0 && found.Complete < found.Total) notes.Add($"{found.Complete} văn bản có đủ các từ; tiếp theo là văn bản có phần lớn các từ.");
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

    /// <param name="Complete">Of the total, those that have everything.</param>
    /// <param name="Named">Of the total, those in which the person's name stands together; null where none is asked for or nothing is ranked.</param>
    private sealed record Found(QueryPlan Plan, int Total, int Complete, int? Named, IReadOnlyList<RankedHit> Hits, SearchFacets Facets)
    {
        /// <summary>The strictest that found something.</summary>
        public MatchMode Mode => Plan.Reading.Lead ?? Plan.Mode;
    }
}
