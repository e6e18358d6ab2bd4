using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>Looks up many terms of one segment with the same few objects: Lucene makes new ones of several kilobytes for each.</summary>
internal sealed class SegmentTerms
{
    /// <summary>Terms between two looks at the clock.</summary>
    private const int Stride = 64;

    private readonly TermsEnum? terms;
    private readonly BytesRef sought = new();
    private DocsEnum? docs;
    private DocsAndPositionsEnum? positions;

    public SegmentTerms(AtomicReader segment) => terms = segment.GetTerms(IndexFields.Text)?.GetEnumerator();

    /// <summary>The documents that have a term, valid until the next call; null when none has.</summary>
    /// <param name="term">Of <see cref="IndexFields.Text"/>.</param>
    /// <param name="live">Documents to be seen; null for all.</param>
    public DocsEnum? DocsOf(string term, IBits? live) => Seek(term) ? docs = terms!.Docs(live, docs, DocsFlags.NONE) : null;

    /// <summary>The documents that have a term, with frequencies, to be read beside others; deleted ones too.</summary>
    /// <param name="term">Of <see cref="IndexFields.Text"/>.</param>
    /// <param name="state">Where the segment has it.</param>
    public DocsEnum NewDocsOf(string term, TermState state)
    {
        sought.CopyChars(term);
        terms!.SeekExact(sought, state);
        return terms.Docs(null, null, DocsFlags.FREQS);
    }

    /// <summary>The same with the places of the term.</summary>
    public DocsAndPositionsEnum NewPositionsOf(string term, TermState state)
    {
        sought.CopyChars(term);
        terms!.SeekExact(sought, state);
        return terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
    }

    /// <summary>The places of a term, valid until the next call; null when no document has it.</summary>
    /// <param name="term">Of <see cref="IndexFields.Text"/>.</param>
    public DocsAndPositionsEnum? PositionsOf(string term) => Seek(term) ? positions = terms!.DocsAndPositions(null, positions, DocsAndPositionsFlags.NONE) : null;

    /// <summary>The documents that have any of some terms, as far as there was time; null when none has.</summary>
    /// <param name="alternatives">Of <see cref="IndexFields.Text"/>.</param>
    /// <param name="live">Documents to be seen; null for all.</param>
    /// <param name="maxDoc">Of the segment.</param>
    public FixedBitSet? DocsWithAny(IEnumerable<string> alternatives, IBits? live, int maxDoc, Deadline deadline)
    {
        FixedBitSet? found = null;
        var seen = 0;
        foreach (var term in alternatives)
        {
            if (++seen % Stride == 0 && deadline.IsOver()) break;
            if (DocsOf(term, live) is { } having) (found ??= new(maxDoc)).Or(having);
        }
        return found;
    }

    /// <summary>Notes where the segment has a term.</summary>
    /// <param name="ord">Of the segment in the index.</param>
    public void AddTo(TermContext states, string term, int ord)
    {
        if (Seek(term)) states.Register(terms!.GetTermState(), ord, terms.DocFreq, terms.TotalTermFreq);
    }

    private bool Seek(string term)
    {
        if (terms is null) return false;
        sought.CopyChars(term);
        return terms.SeekExact(sought);
    }
}
