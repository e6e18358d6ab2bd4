using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace AwardArchive.Indexing;

/// <summary>A text as the index takes it: each word one position, with all its terms there.</summary>
/// <remarks>Which kinds of terms there are and why: docs/decisions. Offsets point into the text as given.</remarks>
internal sealed class TermStream : TokenStream
{
    private readonly AnalyzedText text;
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute position;
    private readonly List<WordTerm> terms = new(12);

    private int word;
    private int number;
    private int next;

    public TermStream(AnalyzedText text)
    {
        this.text = text;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        (word, number, next) = (-1, 0, 0);
        terms.Clear();
    }

    public override bool IncrementToken()
    {
        if (next == terms.Count)
        {
            if (++word >= text.Words.Count) return false;
            next = 0;
            terms.Clear();
            number = WordTerms.AddAll(terms, text, word, number);
        }
        ClearAttributes();
        var current = terms[next];
        term.SetEmpty().Append(current.Text);
        position.PositionIncrement = next == 0 ? 1 : 0;
        offset.SetOffset(text.Words[word].Start, text.Words[word + current.Words - 1].End);
        next++;
        return true;
    }

    public override void End()
    {
        base.End();
        var end = text.Words.Count == 0 ? 0 : text.Words[^1].End;
        offset.SetOffset(end, end);
    }
}
