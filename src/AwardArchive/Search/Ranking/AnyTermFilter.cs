using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Documents that have any of some terms, which differ from segment to segment.</summary>
/// <remarks>A bit each instead of Lucene's disjunction: dozens of rare terms cost no object and no comparison a document.</remarks>
internal sealed class AnyTermFilter(Func<AtomicReader, IEnumerable<string>> termsOf, Vocabulary vocabulary, Deadline deadline) : Filter
{
    public AnyTermFilter(IReadOnlyCollection<string> terms, Vocabulary vocabulary, Deadline deadline)
        : this(_ => terms, vocabulary, deadline)
    {
    }

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        vocabulary.TermsOf(context).DocsWithAny(termsOf(context.AtomicReader), acceptDocs, context.AtomicReader.MaxDoc, deadline);
}
