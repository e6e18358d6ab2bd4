using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>A line between the rows of a list that says something of all rows below it: their award, their place, that they are dead.</summary>
/// <param name="Award">Canonical name without class.</param>
/// <param name="Posthumous">Null where it does not say.</param>
/// <param name="PlaceLevel">1 a province, 2 a district, 3 a commune; 0 is no place.</param>
/// <param name="Who">What the rows are, where it says it: "B. CÁ NHÂN".</param>
internal sealed record GroupHeading(Fact? Award, Fact? Class, bool? Posthumous, int PlaceLevel, Fact? Place, RecipientKind? Who)
{
    private const string Source = "list-heading/1";
    private const double Certainty = 0.9;

    /// <summary>A heading is short.</summary>
    private const int MostWords = 25;

    private static readonly (string Unit, int Level)[] Units =
    [
        ("tinh", 1), ("thanh pho", 2), ("tp", 2), ("huyen", 2), ("thi xa", 2), ("tx", 2), ("quan", 2), ("xa", 3), ("phuong", 3), ("thi tran", 3), ("tt", 3),
    ];

    /// <summary>Whether it says anything: a line of capitals that does not is a heading all the same.</summary>
    public bool SaysSomething => Award is not null || Class is not null || Posthumous is not null || PlaceLevel > 0 || Who is not null;

    /// <returns>Null when the line is none by its words; where it stands the caller knows.</returns>
    public static GroupHeading? Of(ListLine line)
    {
        var text = line.Text;
        if (line.Words.Count > MostWords || HasYear(text)) return null;
        var start = AfterMarker(text);
        var rest = text[start..];
        var isMarked = start > 0;
        string[] words = [.. Tokenizer.Tokenize(rest).Select(token => Folding.Fold(token.Normal()))];
        if (words.Length == 0) return null;
        var joined = string.Join(' ', words) + " ";

        var award = default(Fact);
        var rank = default(Fact);
        var isOpening = isMarked || line.Run.IsCapitals || joined.StartsWith("hang ", StringComparison.Ordinal);
        if (isOpening && AwardNames.Find(rest) is [var mention, ..])
        {
            award = line.Run.FactAt(start + mention.Start, mention.Length, mention.Name, Certainty, Source);
            if (mention.Class is { } named) rank = line.Run.FactAt(start + mention.Start, mention.Length, named, Certainty, Source);
        }
        if (isOpening && rank is null && RankText.Find(rest, isAlone: false) is { } found)
            rank = line.Run.FactAt(start + found.Start, found.Length, found.Rank, Certainty * found.Certainty, Source);

        bool? posthumous = null;
        if (isOpening && words.Contains("tang"))
        {
            var dead = joined.Contains("truy tang ", StringComparison.Ordinal);
            var living = words.Count(word => word == "tang") > (dead ? 1 : 0);
            if (dead != living) posthumous = dead;
        }

        var place = default(Fact);
        var (unit, level) = Array.Find(Units, unit => joined.StartsWith(unit.Unit + " ", StringComparison.Ordinal));
        if (unit is not null && char.IsUpper(rest.TrimStart()[0]) && words.Length is > 1 and <= 8 && award is null)
        {
            var name = rest.Trim(' ', ':', '.', ',', ';', '-');
            place = line.Run.FactAt(text.IndexOf(name, start, StringComparison.Ordinal), name.Length, name, Certainty, Source);
        }
        else
        {
            level = 0;
        }

        RecipientKind? who = !isOpening ? null
            : joined.StartsWith("ca nhan ", StringComparison.Ordinal) ? RecipientKind.Person
            : joined.StartsWith("gia dinh ", StringComparison.Ordinal) && words.Length <= 4 ? RecipientKind.Family
            : joined.StartsWith("tap the ", StringComparison.Ordinal) && words.Length <= 4 ? RecipientKind.Collective
            : null;
        var heading = new GroupHeading(award, rank, posthumous, level, place, who);
        return heading.SaysSomething || line.Run.IsCapitals ? heading : null;
    }

    /// <summary>"II. ", "B - ", "* ": how many characters stand before the words.</summary>
    private static int AfterMarker(string text)
    {
        var end = 0;
        while (end < text.Length && end < 5 && (text[end] is 'I' or 'V' or 'X' or 'l' or '1' or '|' || (end == 0 && text[0] is (>= 'A' and <= 'H') or 'Đ'))) end++;
        var letters = end;
        while (end < text.Length && text[end] is '.' or '-' or ')' or '/' or ':' or '*' or '+' or '–' or '•' or ' ') end++;
        // A letter belongs to a word unless a sign divides it from the rest.
        return end == letters || (letters > 0 && text[letters..end].Trim().Length == 0) ? 0 : end;
    }

    private static bool HasYear(string text) =>
        Tokenizer.Tokenize(text).Any(token => token.IsNumber && token.End - token.Start == 4 && (text[token.Start] is '1' or '2'));
}
