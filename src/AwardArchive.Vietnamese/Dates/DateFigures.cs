namespace AwardArchive.Vietnamese;

/// <summary>Dates of figures and signs: <c>20/7/1954</c>.</summary>
internal static class DateFigures
{
    /// <summary>Reads a chain of numbers. A chain that is no date is passed over whole: <c>11/15/2018</c> holds no 15/2018.</summary>
    /// <returns>Null where no chain begins; else its last token, and the date if it is one.</returns>
    public static (DateMention? Mention, int Last)? ReadAt(string text, Token[] tokens, int at)
    {
        if (!tokens[at].IsNumber) return null;
        var last = at;
        while (last + 1 < tokens.Length && tokens[last + 1].IsNumber && IsJoint(text, tokens[last].End, tokens[last + 1].Start)) last++;
        if (last == at) return null;
        if (last - at != 2 || !SameSigns(text, tokens, at) || IsGlued(text, tokens, at, last)) return (null, last);
        return ValueOf(tokens[at], 2) is { } day && ValueOf(tokens[at + 1], 2) is { } month && Year(tokens[last]) is { } year
                && VietnameseDate.Of(year, month, day) is { } date
            ? (new(date, DateForm.Figures, tokens[at].Start, tokens[last].End), last)
            : (null, last);
    }

    /// <summary>The value of a number of at most so many digits.</summary>
    public static int? ValueOf(Token token, int maxDigits)
    {
        if (!token.IsNumber) return null;
        var digits = token.Normal();
        return digits.Length <= maxDigits ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Four digits.</summary>
    public static int? Year(Token token) => token.IsNumber && token.Normal().Length == 4 ? ValueOf(token, 4) : null;

    /// <summary>One sign with at most a blank on each side.</summary>
    public static bool IsJoint(string text, int end, int start) =>
        text.AsSpan(end, start - end) is { Length: <= 3 } between && between.Trim() is ['/' or '-' or '.' or '–'];

    private static bool SameSigns(string text, Token[] tokens, int at) =>
        text.AsSpan(tokens[at].End..tokens[at + 1].Start).Trim().SequenceEqual(text.AsSpan(tokens[at + 1].End..tokens[at + 2].Start).Trim());

    /// <summary>A letter or a sign holds on to it: the number of a paper, 145/2013/NĐ-CP; an address of a network.</summary>
    private static bool IsGlued(string text, Token[] tokens, int at, int last) =>
        (at > 0 && tokens[at - 1].End == tokens[at].Start)
        || (last + 1 < tokens.Length && (tokens[last + 1].Start == tokens[last].End
            || (tokens[last + 1].Start == tokens[last].End + 1 && text[tokens[last].End] is '/' or '-')));
}
