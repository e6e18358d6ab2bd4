using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>A list that no header names: numbers at the left below each other, names beside them, years of birth below each other.</summary>
internal static class HeaderlessTable
{
    /// <summary>Fewer rows may look so by chance.</summary>
    private const int FewestRows = 3;

    // In units.
    private const double SameColumn = 1.5;
    private const double ColumnGap = 0.9;

    /// <returns>Cells as a header would have them; null where the lines are no such list.</returns>
    public static IReadOnlyList<HeaderCell>? Find(IReadOnlyList<ListLine> lines, ListPage page)
    {
        var rows = lines.Select(RowOf).OfType<Row>().ToList();
        if (rows.Count < FewestRows) return null;
        var number = Middle(rows.Select(row => row.Line.Words[0].Box.Right));
        rows.RemoveAll(row => Math.Abs(row.Line.Words[0].Box.Right - number) > 2 * SameColumn * page.Unit);
        // Men's and women's may stand in two columns.
        var years = Near(rows, page);
        years.AddRange(Near([.. rows.Except(years)], page));
        if (years.Count < FewestRows || years.Count * 10 < rows.Count * 8) return null;
        rows = years;

        var cells = new List<HeaderCell>
        {
            new(ColumnKind.Number, rows.Min(row => row.Line.Words[0].X), rows.Max(row => row.Line.Words[0].Box.Right)),
            new(ColumnKind.Name, Middle(rows.Select(row => row.Line.Words[1].X)), Middle(rows.Select(row => row.Line.Words[1].Box.Right))),
            new(ColumnKind.BirthYear, rows.Min(row => row.Line.Words[row.Year].X), rows.Max(row => row.Line.Words[row.Year].Box.Right)),
        };
        var tails = rows.Where(row => row.Year + 1 < row.Line.Words.Count).ToArray();
        if (tails.Length * 2 < rows.Count) return cells;
        cells.Add(new(ColumnKind.HomePlace, tails.Min(row => row.Line.Words[row.Year + 1].X), Middle(tails.Select(row => row.Line.Words[row.Year + 1].Box.Right))));
        // A class stands by itself right of the places, a note right of it.
        var ranks = tails.Select(row => row.Line.Pieces(ColumnGap * page.Unit).FirstOrDefault(piece =>
            piece.Words.Count <= 2 && piece.Box.X > cells[^1].Right && RankText.Find(piece.Text, isAlone: true) is not null)).OfType<ListLine>().ToArray();
        if (ranks.Length * 2 < tails.Length) return cells;
        cells.Add(new(ColumnKind.Award, ranks.Min(piece => piece.Box.X), ranks.Max(piece => piece.Box.Right)));
        var notes = tails.Select(row => row.Line.Words[^1].X).Where(x => x > cells[^1].Right).ToArray();
        if (notes.Length > 0) cells.Add(new(ColumnKind.Note, notes.Min(), page.Width));
        return cells;
    }

    /// <summary>Those whose year stands where that of the middle one does.</summary>
    private static List<Row> Near(List<Row> rows, ListPage page)
    {
        if (rows.Count == 0) return [];
        var year = Middle(rows.Select(row => row.Line.Words[row.Year].X));
        return rows.FindAll(row => Math.Abs(row.Line.Words[row.Year].X - year) <= SameColumn * page.Unit);
    }

    private static Row? RowOf(ListLine line)
    {
        if (line.Words.Count < 4 || RowNumberText.Of(line.Words[0].Text) is null) return null;
        for (var i = 1; i < line.Words.Count; i++)
        {
            var text = line.Words[i].Text;
            if (i > 2 && BirthYearText.Of(text) is { Value.Length: 4, Certainty: > 0.5 }) return new(line, i);
            // "Ông A, sinh năm 1932" is a sentence.
            if (!char.IsUpper(text[0]) || text[^1] is ',' or ':' or ';' || Folding.Fold(text) is "sinh" or "sn") return null;
        }
        return null;
    }

    private static int Middle(IEnumerable<int> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private sealed record Row(ListLine Line, int Year);
}
