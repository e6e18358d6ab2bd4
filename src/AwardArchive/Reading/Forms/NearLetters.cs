namespace AwardArchive.Reading.Forms;

/// <summary>Whether folded letters are those of a label, but for what recognition misread.</summary>
internal static class NearLetters
{
    /// <summary>Longer texts are no labels.</summary>
    public const int Longest = 48;

    /// <summary>How many wrong letters leave a label of this length what it is.</summary>
    public static int Allowed(int length) => length switch { < 6 => 0, < 12 => 1, < 20 => 2, _ => 3 };

    /// <summary>Letters replaced, lost or added between the two; null where there are more than allowed.</summary>
    public static int? Errors(ReadOnlySpan<char> read, ReadOnlySpan<char> label, int allowed)
    {
        if (Math.Abs(read.Length - label.Length) > allowed || read.Length > Longest || label.Length > Longest) return null;
        if (allowed == 0) return read.SequenceEqual(label) ? 0 : null;
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= label.Length; j++) row[j] = j;
        for (var i = 1; i <= read.Length; i++)
        {
            var least = Next(row, label, read[i - 1], i);
            if (least > allowed) return null;
        }
        return row[label.Length] <= allowed ? row[label.Length] : null;
    }

    /// <summary>Whether the label stands anywhere in the letters.</summary>
    public static bool Contain(ReadOnlySpan<char> read, ReadOnlySpan<char> label)
    {
        if (label.Length > Longest) return false;
        var allowed = Allowed(label.Length);
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= label.Length; j++) row[j] = j;
        foreach (var letter in read)
        {
            Next(row, label, letter, 0);
            if (row[label.Length] <= allowed) return true;
        }
        return false;
    }

    /// <summary>The next row of the table of edit distances (Wagner and Fischer; Sellers where every start costs nothing).</summary>
    private static int Next(Span<int> row, ReadOnlySpan<char> label, char letter, int start)
    {
        var diagonal = row[0];
        row[0] = start;
        var least = start;
        for (var j = 1; j <= label.Length; j++)
        {
            var replaced = diagonal + (label[j - 1] == letter ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            least = Math.Min(least, row[j]);
        }
        return least;
    }
}
