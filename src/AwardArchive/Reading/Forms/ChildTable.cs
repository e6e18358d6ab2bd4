using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>
/// Children in a table instead of fields. Columns are known by their headers and parted where the least ink stands between two of them; a row begins
/// where a name has a number, a date or a year beside it, and takes the lines below until the next.
/// </summary>
internal static class ChildTable
{
    private const string Source = "form-table/1";

    /// <summary>Lines of a header above and below the one that says "Họ và tên".</summary>
    private const int HeaderLines = 3;

    /// <summary>Rows stand closer, in usual line distances of the page.</summary>
    private const double Near = 4;

    private const int MostColumns = 12;

    /// <summary>The more special first.</summary>
    private static readonly (string Letters, FormField? Field)[] Headers =
    [
        ("noihysinh", FormField.Other), ("truonghop", FormField.Other),
        ("quyetdinh", FormField.DecisionNo), ("soqd", FormField.DecisionNo), ("qdso", FormField.DecisionNo), ("tqgc", FormField.CertificateNo),
        ("toquocghicong", FormField.CertificateNo), ("sobang", FormField.CertificateNo), ("bangso", FormField.CertificateNo), ("hysinh", FormField.DeathDate),
        ("tutran", FormField.DeathDate), ("hovaten", FormField.Person), ("hoten", FormField.Person), ("namsinh", FormField.BirthYear), ("ngaysinh", FormField.BirthYear),
        ("sinhnam", FormField.BirthYear), ("quequan", FormField.HomePlace), ("nguyenquan", FormField.HomePlace), ("stt", null), ("sott", null), ("quanhe", FormField.Other),
        ("donvi", FormField.Other), ("ghichu", FormField.Other), ("noio", FormField.Other), ("capbac", FormField.Other),
    ];

    private static readonly string[] Closings = ["toixin", "chungtoi", "tongso", "tongcong", "kinhde", "xacnhan", "nguoikhai"];

    /// <returns>The text without its tables, and who stands in them.</returns>
    public static (FormText Text, IReadOnlyList<KinEntry> Children) Take(FormText text)
    {
        var (children, taken) = (new List<KinEntry>(), new HashSet<int>());
        for (var line = 0; line < text.Lines.Count; line++)
        {
            if (HeaderAt(text, line) is not { } header) continue;
            var last = LastLine(text, header.Last);
            children.AddRange(Rows(text, header, last));
            for (var gone = header.First; gone <= last; gone++) taken.Add(gone);
            line = last;
        }
        return taken.Count == 0 ? (text, children) : (Without(text, taken), children);
    }

    private sealed record Column(FormField? Field, double Middle);

    /// <param name="First">Its first line.</param>
    /// <param name="Last">Its last line.</param>
    private sealed record Header(int First, int Last, Column[] Columns);

    private static Header? HeaderAt(FormText text, int line)
    {
        if (!SaysName(text, line)) return null;
        var (first, last) = (line, line);
        while (line - first < HeaderLines && first > 0 && IsHeaderLine(text, first - 1) && IsJoined(text, first) && !IsCapitals(text, first - 1)) first--;
        while (last - line < HeaderLines && last + 1 < text.Lines.Count && IsHeaderLine(text, last + 1) && IsJoined(text, last + 1)) last++;
        var columns = ColumnsOf([.. Enumerable.Range(first, last - first + 1).SelectMany(at => text.WordsOf(text.Lines[at]))]);
        var fields = columns.Select(column => column.Field).ToHashSet();
        var isTable = columns.Length is > 2 and <= MostColumns && fields.Contains(FormField.Person)
            && (fields.Contains(FormField.DeathDate) || fields.Contains(FormField.CertificateNo) || fields.Contains(FormField.BirthYear));
        return isTable ? new(first, last, columns) : null;
    }

    private static bool SaysName(FormText text, int line)
    {
        if (!IsHeaderLine(text, line)) return false;
        var letters = LettersOf(text, line);
        return NearLetters.Contain(letters, "hovaten") || letters.Contains("hoten", StringComparison.Ordinal);
    }

    private static bool IsHeaderLine(FormText text, int line) => text.WordsOf(text.Lines[line]).All(word => !word.EndsLabel && !word.HasDigit);

    private static bool IsJoined(FormText text, int line) => text.Lines[line].Page == text.Lines[line - 1].Page && text.Lines[line].Below < 1.6;

    private static bool IsCapitals(FormText text, int line) =>
        text.WordsOf(text.Lines[line]).SelectMany(word => word.Text).Where(char.IsLetter).All(char.IsUpper);

    private static string LettersOf(FormText text, int line) => string.Concat(text.WordsOf(text.Lines[line]).Select(word => word.Letters));

    /// <summary>Words of a header that stand over or beside each other are one column.</summary>
    private static Column[] ColumnsOf(FormWord[] words)
    {
        var columns = new List<(List<FormWord> Words, int Left, int Right)>();
        foreach (var word in words.OrderBy(word => word.Word.X))
        {
            var near = word.Word.Height * 0.8;
            if (columns.Count > 0 && word.Word.X <= columns[^1].Right + near)
                columns[^1] = (columns[^1].Words, columns[^1].Left, Math.Max(columns[^1].Right, word.Word.Box.Right));
            else
                columns.Add(([], word.Word.X, word.Word.Box.Right));
            columns[^1].Words.Add(word);
        }
        return [.. columns.Select(column => new Column(FieldOf([.. column.Words.OrderBy(word => word.Line).ThenBy(word => word.Word.X)]), (column.Left + column.Right) / 2.0))];
    }

    private static FormField? FieldOf(FormWord[] words)
    {
        var letters = string.Concat(words.Select(word => word.Letters));
        foreach (var (header, field) in Headers)
        {
            if (NearLetters.Contain(letters, header)) return field;
        }
        return null;
    }

    private static int LastLine(FormText text, int header)
    {
        var last = header;
        while (last + 1 < text.Lines.Count && text.Lines[last + 1].Page == text.Lines[header].Page && text.Lines[last + 1].Below < Near && !EndsTable(text, last + 1)) last++;
        return last;
    }

    private static bool EndsTable(FormText text, int line)
    {
        var words = text.WordsOf(text.Lines[line]).ToArray();
        var letters = string.Concat(words.Take(3).Select(word => word.Letters));
        return words.Any(word => word.EndsLabel) || Array.Exists(Closings, letters.StartsWith) || DateLine.TryFind(FormText.TextOf(words), out var date) && date.Place is not null;
    }

    private static IEnumerable<KinEntry> Rows(FormText text, Header header, int last)
    {
        var columns = header.Columns;
        var top = text.Lines[header.First].First;
        var words = text.Words.Skip(top).Take(text.Lines[last].End - top).ToArray();
        var edges = EdgesOf(columns, words);
        var row = new List<FormWord>[columns.Length];
        for (var i = 0; i < row.Length; i++) row[i] = [];
        for (var line = header.Last + 1; line <= last; line++)
        {
            var cells = text.WordsOf(text.Lines[line]).ToLookup(word => ColumnOf(edges, word));
            if (BeginsRow(columns, cells))
            {
                if (Child(columns, row) is { } child) yield return child;
                foreach (var cell in row) cell.Clear();
            }
            for (var i = 0; i < row.Length; i++) row[i].AddRange(cells[i]);
        }
        if (Child(columns, row) is { } bottom) yield return bottom;
    }

    private static bool BeginsRow(Column[] columns, ILookup<int, FormWord> cells)
    {
        var (hasName, hasFigure) = (false, false);
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field is FormField.Person) hasName |= cells[i].Any();
            else hasFigure |= cells[i].Any(word => word.HasDigit);
        }
        return hasName && hasFigure;
    }

    private static int ColumnOf(double[] edges, FormWord word)
    {
        var at = Array.BinarySearch(edges, word.Word.X + (word.Word.Width / 2.0));
        return at < 0 ? ~at : at;
    }

    /// <summary>Between two headers, where the widest white stands that goes through all rows.</summary>
    private static double[] EdgesOf(Column[] columns, FormWord[] words)
    {
        var edges = new double[columns.Length - 1];
        var inked = words.Select(word => (Left: (double)word.Word.X, Right: (double)word.Word.Box.Right)).OrderBy(word => word.Left).ToArray();
        for (var i = 0; i < edges.Length; i++)
        {
            var (from, to) = (columns[i].Middle, columns[i + 1].Middle);
            var (reached, widest) = (from, 0.0);
            edges[i] = (from + to) / 2;
            foreach (var (left, right) in inked.Where(word => word.Right > from && word.Left < to).Append((to, to)))
            {
                if (left - reached > widest) (widest, edges[i]) = (left - reached, (left + reached) / 2);
                reached = Math.Max(reached, right);
            }
        }
        return edges;
    }

    private static KinEntry? Child(Column[] columns, List<FormWord>[] row)
    {
        KinEntry? child = null;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Field is FormField.Person && FormValues.Name(row[i], 1, Source) is { } name)
                child = new(KinRelation.Child, name, name.Page, Box(row));
        }
        for (var i = 0; i < columns.Length && child is not null; i++)
        {
            child = columns[i].Field switch
            {
                FormField.BirthYear => child with { BirthYear = child.BirthYear ?? FormValues.BirthYear(row[i], 1, Source) },
                FormField.DeathDate => child with { DeathDate = child.DeathDate ?? FormValues.DeathDate(row[i], 1, Source) },
                FormField.HomePlace => child with { HomePlace = child.HomePlace ?? FormValues.Place(row[i], 1, Source) },
                FormField.CertificateNo => child with { CertificateNo = child.CertificateNo ?? FormValues.CertificateNo(row[i], 1, Source) },
                FormField.DecisionNo => child with { DecisionNo = child.DecisionNo ?? FormValues.DecisionNo(row[i], 1, Source) },
                _ => child,
            };
        }
        // A list of all children says of the martyrs when they fell.
        return child is null ? null : child with { IsMartyr = child.DeathDate is not null || child.CertificateNo is not null };
    }

    private static Box Box(List<FormWord>[] row) => row.SelectMany(cell => cell).Select(word => word.Word.Box).Aggregate((a, b) => a.Union(b));

    private static FormText Without(FormText text, HashSet<int> lines)
    {
        var (words, kept) = (new List<FormWord>(), new List<FormLine>());
        for (var line = 0; line < text.Lines.Count; line++)
        {
            if (lines.Contains(line)) continue;
            var first = words.Count;
            words.AddRange(text.WordsOf(text.Lines[line]).Select(word => word with { Line = kept.Count }));
            kept.Add(text.Lines[line] with { First = first, End = words.Count });
        }
        return new(words, kept);
    }
}
