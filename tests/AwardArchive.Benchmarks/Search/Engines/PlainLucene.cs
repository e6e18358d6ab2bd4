using AwardArchive.Benchmarks.Search.Corpus;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>Lucene.NET as its tutorials have it: one field, standard tokenizer, lower case, ASCII folding, any word, BM25; FuzzyQuery for fuzzy names.</summary>
internal sealed class PlainLucene(string folder) : ISearchEngine
{
    private const string Text = "text";
    private const string Number = "n";
    private const string Title = "title";

    private readonly FoldingAnalyzer analyzer = new();
    private readonly NIOFSDirectory directory = new(Path.Combine(folder, "plain-lucene"));
    private readonly List<Guid> ids = [];
    private DirectoryReader? reader;
    private IndexSearcher? searcher;

    public string Name => "plain Lucene.NET";

    public string Version => $"Lucene.NET {typeof(IndexWriter).Assembly.GetName().Version}";

    public long IndexBytes => FolderSize.Of(directory.Directory.FullName);

    public bool Answers(EngineQueryKind kind) => kind is EngineQueryKind.Words or EngineQueryKind.Fuzzy;

    public Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        var timed = new TimedPapers(papers);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() };
        using (var writer = new IndexWriter(directory, config))
        {
            foreach (var paper in timed)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.AddDocument([new TextField(Text, PeerText.Composed(paper.Text), Field.Store.NO), new NumericDocValuesField(Number, ids.Count), new StoredField(Title, paper.Title)]);
                ids.Add(paper.Id);
            }
            writer.Commit();
        }
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        return Task.FromResult(timed.Elapsed);
    }

    public Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        var any = new BooleanQuery();
        foreach (var (text, isPhrase) in PeerText.Parts(PeerText.Composed(query.Text)))
        {
            var terms = Terms(text);
            if (isPhrase)
            {
                var phrase = new PhraseQuery();
                foreach (var term in terms) phrase.Add(new Term(Text, term));
                any.Add(phrase, Occur.SHOULD);
            }
            else
            {
                foreach (var term in terms)
                    any.Add(query.Kind == EngineQueryKind.Fuzzy ? new FuzzyQuery(new Term(Text, term)) : new TermQuery(new Term(Text, term)), Occur.SHOULD);
            }
        }
        var found = searcher!.Search(any, 10);
        return Task.FromResult(new EngineAnswer(found.TotalHits, [.. found.ScoreDocs.Where(hit => searcher.Doc(hit.Doc).GetField(Title) is not null).Select(hit => IdOf(hit.Doc))]));
    }

    public ValueTask DisposeAsync()
    {
        reader?.Dispose();
        directory.Dispose();
        analyzer.Dispose();
        return ValueTask.CompletedTask;
    }

    private Guid IdOf(int doc)
    {
        var leaf = reader!.Leaves[ReaderUtil.SubIndex(doc, reader.Leaves)];
        return ids[(int)leaf.AtomicReader.GetNumericDocValues(Number).Get(doc - leaf.DocBase)];
    }

    private List<string> Terms(string text)
    {
        var terms = new List<string>();
        using var stream = analyzer.GetTokenStream(Text, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(term.ToString());
        stream.End();
        return terms;
    }

    private sealed class FoldingAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var tokens = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            return new(tokens, new ASCIIFoldingFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, tokens)));
        }
    }
}
