using AwardArchive.Recognition;

namespace AwardArchive.Reading.Lists;

/// <summary>
/// The columns of a table on a page. Rules are no words: where a column ends is told by the white between the words of its rows, looked for
/// between the header's words, which stand inside their columns.
/// </summary>
/// <param name="Cells">The header's, from left to right.</param>
/// <param name="Borders">Between them, in pixels; one fewer.</param>
internal sealed record TableColumns(IReadOnlyList<HeaderCell> Cells, IReadOnlyList<double> Borders)
{
    // In units.
    private const double NearHeader = 2;
    private const double Straddle = 0.3;
    private const double CellGap = 0.45;

    /// <summary>Blanks between words are narrower, on typewriters too; cells keep more between them.</summary>
    private const double NarrowestGap = 0.9;

    /// <summary>One row in so many may have a speck, or a cell that runs over.</summary>
    private const int MostSpecks = 40;

    public bool Has(ColumnKind kind) => Cells.Any(cell => cell.Kind == kind);

    /// <param name="cells">A table's header, this page's or that of a page before.</param>
    /// <param name="lines">Below the header.</param>
    public static TableColumns Of(IReadOnlyList<HeaderCell> cells, IReadOnlyList<ListLine> lines, ListPage page)
    {
        var rows = RowsOf(cells, lines, page.Unit);
        var coverage = new int[page.Width + 2];
        foreach (var word in rows.SelectMany(row => row.Words))
        {
            for (var x = Math.Clamp(word.X, 0, page.Width); x < Math.Clamp(word.Box.Right, 0, page.Width); x++) coverage[x]++;
        }
        var narrowest = NarrowestGap * page.Unit;
        var borders = new double[cells.Count - 1];
        for (var i = 0; i < borders.Length; i++)
        {
            var (from, to) = (Math.Clamp(cells[i].Right, 0, page.Width), Math.Clamp(cells[i + 1].Left, 0, page.Width));
            borders[i] = to - from < narrowest || rows.Count == 0 ? (from + to) / 2.0 : GapIn(coverage, from, to, narrowest, rows.Count / MostSpecks);
        }
        return new(cells, borders);
    }

    /// <summary>The lines from the first row to the last, without headings, which run over borders.</summary>
    private static List<ListLine> RowsOf(IReadOnlyList<HeaderCell> cells, IReadOnlyList<ListLine> lines, double unit)
    {
        var rows = new List<ListLine>();
        int[] starts = [.. Enumerable.Range(0, lines.Count).Where(i => StartsRow(cells, lines[i], unit))];
        // No number was read as one: what has several cells is a row.
        if (starts.Length == 0) return [.. lines.Where(line => line.Pieces(unit).Skip(2).Any())];
        for (var i = starts[0]; i <= starts[^1]; i++)
        {
            var isHeading = RowNumberText.Of(lines[i].Words[0].Text) is null or { IsRepaired: true } && GroupHeading.Of(lines[i]) is not null;
            if (!isHeading) rows.Add(lines[i]);
        }
        return rows;
    }

    /// <summary>The index of the cell that a word stands in.</summary>
    public int ColumnOf(Word word)
    {
        var center = word.X + (word.Width / 2.0);
        var column = 0;
        while (column < Borders.Count && center > Borders[column]) column++;
        return column;
    }

    /// <summary>How many borders the words of a line run over: a sentence over nearly all, a row over none.</summary>
    public int CrossedBy(ListLine line, double unit)
    {
        var crossed = 0;
        foreach (var border in Borders)
        {
            var runsOver = line.Words.Any(word => word.X < border - (Straddle * unit) && word.Box.Right > border + (Straddle * unit));
            var before = line.Words.LastOrDefault(word => word.Box.Right <= border + (Straddle * unit) && word.X < border);
            var after = line.Words.FirstOrDefault(word => word.X >= border - (Straddle * unit) && word != before);
            if (runsOver || (before is not null && after is not null && after.X >= before.X && after.X - before.Box.Right < CellGap * unit)) crossed++;
        }
        return crossed;
    }

    /// <summary>Whether a line opens with a number in the number's column, or, of a list without numbers, has several cells.</summary>
    private static bool StartsRow(IReadOnlyList<HeaderCell> cells, ListLine line, double unit)
    {
        if (cells.Any(cell => cell.Kind == ColumnKind.Number))
        {
            var number = cells.First(cell => cell.Kind == ColumnKind.Number);
            return RowNumberText.Of(line.Words[0].Text) is not null
                && line.Words[0].Box.Right > number.Left - (NearHeader * unit) && line.Words[0].X < number.Right + (NearHeader * unit);
        }
        return line.Pieces(unit).Skip(2).Any();
    }

    /// <summary>
    /// The middle of the first white stretch wide enough to part columns: what is right of it belongs to the next column, however few rows have
    /// something there. If none is wide enough, of the widest.
    /// </summary>
    /// <param name="specks">So many rows may have something in it.</param>
    private static double GapIn(int[] coverage, int from, int to, double narrowest, int specks)
    {
        var allowed = Math.Max(specks, coverage.AsSpan(from, to - from + 1).ToArray().Min());
        int best = from, width = -1;
        for (var x = from; x <= to;)
        {
            if (coverage[x] > allowed)
            {
                x++;
                continue;
            }
            var start = x;
            while (x <= to && coverage[x] <= allowed) x++;
            if (x - start > width) (best, width) = (start, x - start);
            if (width >= narrowest) break;
        }
        return best + (width / 2.0);
    }
}
