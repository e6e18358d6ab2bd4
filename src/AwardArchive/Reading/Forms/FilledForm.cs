namespace AwardArchive.Reading.Forms;

/// <summary>A form with its labels: knows where the value of each stands.</summary>
internal sealed class FilledForm
{
    /// <summary>Lines that one value may take.</summary>
    private const int MostLines = 3;

    /// <summary>A line farther below, in usual line distances, belongs to something else.</summary>
    private const double Near = 2;

    private readonly bool[] hasLabel;

    public FilledForm(FormText text, IReadOnlyList<FormLabel> labels)
    {
        Text = text;
        Fields = FieldFinder.Find(text, labels);
        hasLabel = new bool[text.Lines.Count];
        foreach (var field in Fields)
        {
            for (var at = field.Start; at < field.End; at++) hasLabel[text.Words[at].Line] = true;
        }
    }

    public FormText Text { get; }

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<FoundField> Fields { get; }

    /// <summary>What stands behind the label, to the next label or the line's end; a full line goes on in the next. Empty where nothing was filled in.</summary>
    public IReadOnlyList<FormWord> ValueOf(FoundField field)
    {
        var value = new List<FormWord>();
        var line = Text.Words[field.End - 1].Line;
        for (int at = field.End, lines = 1; at < EndOf(field); at++)
        {
            var word = Text.Words[at];
            if (word.Line != line)
            {
                if (!Text.Lines[line].IsFull || Text.Lines[word.Line].Page != Text.Lines[line].Page || Text.Lines[word.Line].Below > Near || ++lines > MostLines) break;
                line = word.Line;
            }
            if (value.Count > 0 || word.Letters.Length > 0) value.Add(word);
        }
        return value;
    }

    /// <summary>What stands below a label that has nothing behind it: the next line if no label is in it, as far as no other label stands above.</summary>
    public IReadOnlyList<FormWord> BelowOf(FoundField field)
    {
        var line = Text.Words[field.End - 1].Line;
        if (line + 1 >= Text.Lines.Count || hasLabel[line + 1] || Text.Lines[line + 1].Page != Text.Lines[line].Page || Text.Lines[line + 1].Below > Near) return [];
        var left = IsFirst(field, line) ? int.MinValue : Text.Words[field.Start].Word.X - Text.Words[field.Start].Word.Height;
        var right = field.Next < Text.Words.Count && Text.Words[field.Next].Line == line ? Text.Words[field.Next].Word.X : int.MaxValue;
        return [.. Text.WordsOf(Text.Lines[line + 1]).Where(word => word.Word.X >= left && word.Word.X < right)];
    }

    /// <summary>The line above a label's, if no label is in it.</summary>
    public IReadOnlyList<FormWord> AboveOf(FoundField field)
    {
        var line = Text.Words[field.Start].Line;
        return line == 0 || hasLabel[line - 1] || Text.Lines[line - 1].Page != Text.Lines[line].Page || Text.Lines[line].Below > Near ? [] : [.. Text.WordsOf(Text.Lines[line - 1])];
    }

    /// <summary>The number of the next label is no part of the value.</summary>
    private int EndOf(FoundField field) =>
        field.Next > field.End && field.Next < Text.Words.Count && FieldFinder.IsOrdinal(Text.Words[field.Next - 1]) ? field.Next - 1 : field.Next;

    private bool IsFirst(FoundField field, int line) => field.Start <= Text.Lines[line].First + (field.IsNumbered ? 1 : 0);
}
