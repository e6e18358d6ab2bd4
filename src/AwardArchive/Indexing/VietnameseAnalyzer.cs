using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace AwardArchive.Indexing;

/// <summary>Each word takes one position and gives its folded term and its exact term there; a document number its key as well.</summary>
internal sealed class VietnameseAnalyzer : Analyzer
{
    public override int GetPositionIncrementGap(string fieldName) => IndexFields.PageGap;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new VietnameseTokenizer(reader));
}

/// <summary>Lucene's view of <see cref="AnalyzedText"/>. Offsets point into the text as given.</summary>
internal sealed class VietnameseTokenizer : Lucene.Net.Analysis.Tokenizer
{
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute position;

    private AnalyzedText text = new([], []);
    private int length;
    private int word;
    private int number;
    private Form next;

    public VietnameseTokenizer(TextReader input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    private enum Form
    {
        Folded,
        Exact,
        Number,
    }

    public override void Reset()
    {
        base.Reset();
        var read = m_input.ReadToEnd() ?? ""; // Lucene.NET's own reader gives null for an empty text
        (text, length, word, number, next) = (AnalyzedText.Of(read), read.Length, 0, 0, Form.Folded);
    }

    public override bool IncrementToken()
    {
        if (word == text.Words.Count) return false;
        ClearAttributes();
        var current = text.Words[word];
        switch (next)
        {
            case Form.Folded:
                Give(IndexFields.Folded(current.Folded), 1, current.Start, current.End);
                next = Form.Exact;
                break;
            case Form.Exact:
                Give(IndexFields.Exact(current.Exact), 0, current.Start, current.End);
                if (number < text.Numbers.Count && text.Numbers[number].First == word) next = Form.Number;
                else (word, next) = (word + 1, Form.Folded);
                break;
            case Form.Number:
                var found = text.Numbers[number++];
                Give(IndexFields.NumberKey(found.Key), 0, current.Start, text.Words[word + found.Count - 1].End);
                (word, next) = (word + 1, Form.Folded);
                break;
        }
        return true;
    }

    public override void End()
    {
        base.End();
        offset.SetOffset(CorrectOffset(length), CorrectOffset(length));
    }

    private void Give(string value, int increment, int start, int end)
    {
        term.SetEmpty().Append(value);
        position.PositionIncrement = increment;
        offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
    }
}
