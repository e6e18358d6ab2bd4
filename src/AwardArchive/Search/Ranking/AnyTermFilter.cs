using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Documents that have any of some terms, which differ from segment to segment.</summary>
/// <remarks>A bit each instead of Lucene's disjunction: dozens of rare terms cost no object and no comparison a document.</remarks>
internal sealed class AnyTermFilter(Func<AtomicReader, IEnumerable<string>> termsOf, Vocabulary vocabulary, Deadline deadline) : Filter
{
    /// <summary>Terms between two looks at the clock.</summary>
    private const int Stride = 64;

    public AnyTermFilter(IReadOnlyCollection<string> terms, Vocabulary vocabulary, Deadline deadline)
        : this(_ => terms, vocabulary, deadline)
    {
    }

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var terms = vocabulary.TermsOf(context);
        FixedBitSet? found = null;
        var seen = 0;
        foreach (var term in termsOf(context.AtomicReader))
        {
            if (++seen % Stride == 0 && deadline.IsOver()) break;
            if (terms.DocsOf(term, acceptDocs) is { } docs) (found ??= new(context.AtomicReader.MaxDoc)).Or(docs);
        }
        return found;
    }
}
