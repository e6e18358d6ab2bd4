using AwardArchive.Archive;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search.Similar;

/// <param name="Items">Most alike first.</param>
public sealed record SimilarAnswer(IReadOnlyList<SimilarDocument> Items);

/// <param name="Score">Comparable within one answer only.</param>
public sealed record SimilarDocument(
    Guid DocumentId, string FileName, string? Title, string? Kind, string? Number, string? Symbol, string? IssuedOn, float Score);

/// <summary>Finds documents that share the words that tell a document from others: those it has often and few others have.</summary>
internal sealed class SimilarDocuments(ISearcherSource index, IDbContextFactory<CatalogDbContext> contexts)
{
    public const int MaxItems = 20;

    /// <summary>Pages that are looked at: a list of a hundred pages says nothing more.</summary>
    private const int MaxPages = 20;

    private const int TellingWords = 30;

    /// <summary>Of the telling words another document must have: fewer are chance.</summary>
    private const double Shared = 0.2;

    private const int ShortestWord = 2;

    /// <returns>Null when there is no such document, or it is not to be found.</returns>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    public async Task<SimilarAnswer?> FindAsync(Guid id, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var status = await db.Documents.Where(d => d.Id == id).Select(d => (DocumentStatus?)d.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is not { } known || !IndexedDocument.IsSearchable(known)) return null;
        var pages = await db.Pages.Where(page => page.DocumentId == id).OrderBy(page => page.Number).Take(MaxPages).Select(page => page.Text).ToListAsync(cancellationToken);

        using var lease = index.Acquire();
        var words = TellingWordsOf(pages, lease.Searcher.IndexReader);
        if (words.Count == 0) return new([]);
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Math.Max(1, (int)(words.Count * Shared)) };
        foreach (var word in words) query.Add(new TermQuery(new Term(IndexFields.Text, word)), Occur.SHOULD);
        query.Add(new TermQuery(IndexedDocument.TermOf(id)), Occur.MUST_NOT);
        var hits = lease.Searcher.Search(query, size).ScoreDocs.Select(hit => (Id: IdOf(lease.Searcher, hit.Doc), hit.Score)).ToList();
        return new(await ShowAsync(db, hits, cancellationToken));
    }

    private static List<string> TellingWordsOf(IEnumerable<string> pages, IndexReader reader)
    {
        var counts = pages.SelectMany(page => AnalyzedText.Of(page).Words).Where(word => !word.IsNumber && word.Exact.Length >= ShortestWord)
            .CountBy(word => word.Forms.ExactTerm, StringComparer.Ordinal);
        return
        [
            .. counts.Select(word => (Term: word.Key, Count: word.Value, Documents: reader.DocFreq(new Term(IndexFields.Text, word.Key))))
                // What nobody else has leads nowhere, what half of the archive has tells nothing.
                .Where(word => word.Documents > 1 && word.Documents <= Math.Max(2, reader.NumDocs / 2))
                .OrderByDescending(word => (1 + Math.Log(word.Count)) * Math.Log((double)reader.NumDocs / word.Documents)).ThenBy(word => word.Term, StringComparer.Ordinal)
                .Take(TellingWords).Select(word => word.Term),
        ];
    }

    private static Guid IdOf(IndexSearcher searcher, int doc)
    {
        var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(doc, searcher.IndexReader.Leaves)];
        return IndexedDocument.IdOf(leaf.AtomicReader, doc - leaf.DocBase);
    }

    private static async Task<IReadOnlyList<SimilarDocument>> ShowAsync(CatalogDbContext db, List<(Guid Id, float Score)> hits, CancellationToken cancellationToken)
    {
        var ids = hits.ConvertAll(hit => hit.Id);
        var documents = await db.Documents.AsNoTracking().Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, cancellationToken);
        var shown = new List<SimilarDocument>(hits.Count);
        foreach (var (id, score) in hits)
        {
            if (!documents.TryGetValue(id, out var document) || !IndexedDocument.IsSearchable(document.Status)) continue;
            var facts = document.Facts ?? DocumentFacts.None;
            shown.Add(new(id, document.FileName, facts.Title?.Value, facts.Kind?.Value, facts.Number?.Value, facts.Symbol?.Value, facts.IssuedOn?.Value, score));
        }
        return shown;
    }
}
