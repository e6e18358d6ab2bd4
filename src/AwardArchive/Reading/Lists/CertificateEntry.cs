using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>The one recipient of a certificate: the name behind "Ông (bà):" or below "Liệt sĩ", with year of birth and home place where it gives them.</summary>
internal static class CertificateEntry
{
    private const string Source = "certificate-recipient/1";

    /// <summary>Characters that the longest label may take.</summary>
    private const int MostLabel = 40;

    private static readonly string[] Labels =
    [
        "ho va ten", "ho ten", "ong ba", "ba ong", "ong", "ba", "dong chi", "me", "liet si", "liet sy", "tang cho", "tang", "cap cho", "cho ong", "cho ba", "gia dinh", "tap the", "don vi",
    ];

    private static readonly string[] BirthLabels = ["sinh nam", "nam sinh", "sinh ngay", "ngay sinh"];
    private static readonly string[] HomeLabels = ["que quan", "nguyen quan", "tru quan", "dia chi", "noi o"];

    /// <summary>The book of honor in which an award is entered, and the certificate's own number.</summary>
    private static readonly string[] NumberLabels = ["vao so vang so", "so so vang", "so vang so", "vao so so", "so vao so", "so bang", "bang so"];

    private static readonly Regex Number = new(@"^(?:\p{Lu}{1,3}[ .\-]{0,3})?\d[\d.]{0,9}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static AwardEntry? Read(IReadOnlyList<ListPage> pages, DocumentFacts facts)
    {
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Lines.Count; i++)
            {
                if (NameAt(page, i) is not { } named) continue;
                var below = page.Lines.Skip(i).ToArray();
                var birth = Find(below, BirthLabels);
                var home = Find(below, HomeLabels);
                var year = birth is { } born && BirthYearText.Of(born.Line.Text[born.Start..born.End]) is { } read
                    ? born.Line.Run.FactAt(born.Start + read.Start, read.Length, read.Value, read.Certainty, Source) : null;
                var place = home is { } at ? FactOf(at.Line, at.Start, at.End) : null;
                var box = new[] { named.Name, year, place }.OfType<Fact>().Select(fact => fact.Box).Aggregate((one, other) => one.Union(other));
                return new(named.Name, page.Number, box)
                {
                    Kind = named.Kind, BirthYear = year, HomePlace = place, Award = facts.Award, AwardClass = facts.AwardClass,
                    CertificateNo = NumberIn([.. page.Lines]),
                };
            }
        }
        return null;
    }

    private static Fact? NumberIn(ListLine[] lines)
    {
        if (Find(lines, NumberLabels) is not { } found) return null;
        return Number.Match(found.Line.Text[found.Start..found.End]) is { Success: true } match && match.Value.TrimEnd('.') is { Length: > 0 } number
            ? found.Line.Run.FactAt(found.Start, number.Length, number, 1, Source) : null;
    }

    /// <summary>On a line with its label, or alone below it.</summary>
    private static (Fact Name, RecipientKind Kind)? NameAt(ListPage page, int i)
    {
        var line = page.Lines[i];
        if (LabelIn(line.Text, 0, Labels) is not (> 0 and var start)) return null;
        if (start >= line.Text.TrimEnd(' ', ':', '.', '_').Length)
            return i + 1 < page.Lines.Count ? NameIn(page.Lines[i + 1], 0, page.Lines[i + 1].Text.Length) : null;
        return NameIn(line, start, EndOf(line.Text, start));
    }

    private static (Fact, RecipientKind)? NameIn(ListLine line, int start, int end)
    {
        if (RecipientName.Read(line.Text[start..end], isCell: false) is not { } name) return null;
        // "Đơn vị: …", "Ông Chủ tịch …" and the like: a name has two words or more, written large.
        if (name.Kind == RecipientKind.Person && (name.Certainty < 0.5 || !name.Value.Contains(' ', StringComparison.Ordinal))) return null;
        return (NameFact.Of(line.Run, name with { Start = start + name.Start }, 1, Source), name.Kind);
    }

    private static (ListLine Line, int Start, int End)? Find(ListLine[] lines, string[] labels)
    {
        foreach (var line in lines)
        {
            for (var at = 0; at >= 0; at = line.Text.IndexOf(' ', at) is >= 0 and var blank ? blank + 1 : -1)
            {
                if (LabelIn(line.Text, at, labels) is > 0 and var start && start < line.Text.Length) return (line, start, EndOf(line.Text, start));
            }
        }
        return null;
    }

    /// <summary>A field ends where the next label begins.</summary>
    private static int EndOf(string text, int start)
    {
        for (var at = start; at >= 0; at = text.IndexOf(' ', at) is >= 0 and var blank ? blank + 1 : -1)
        {
            if (at > start && LabelIn(text, at, [.. BirthLabels, .. HomeLabels]) > 0) return at;
        }
        return text.Length;
    }

    /// <returns>Where the text behind the label begins; 0 where there is no label.</returns>
    private static int LabelIn(string text, int at, string[] labels)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(text.Substring(at, Math.Min(MostLabel, text.Length - at))).Take(4)];
        foreach (var label in labels)
        {
            var words = label.Split(' ');
            if (words.Length > tokens.Length || !words.Select((word, i) => Folding.Fold(text[(at + tokens[i].Start)..(at + tokens[i].End)]) == word).All(same => same)) continue;
            var end = at + tokens[words.Length - 1].End;
            while (end < text.Length && !char.IsLetterOrDigit(text[end])) end++;
            return end;
        }
        return 0;
    }

    private static Fact? FactOf(ListLine line, int start, int end)
    {
        var value = NormalForm.Of(line.Text[start..end]).Trim(' ', '.', ',', ';', '_');
        return value.Any(char.IsLetter) ? line.Run.FactAt(start, end - start, value, 1, Source) : null;
    }
}
