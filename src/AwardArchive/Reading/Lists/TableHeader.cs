using AwardArchive.Archive;

namespace AwardArchive.Reading.Lists;

/// <summary>A cell of a table's header: what its column holds, and where the words above it stand, in pixels.</summary>
internal readonly record struct HeaderCell(ColumnKind Kind, int Left, int Right)
{
    public double Center => (Left + Right) / 2.0;
}

/// <summary>The header of a table: words that name columns, side by side, in one to three lines.</summary>
/// <param name="Cells">From left to right.</param>
/// <param name="First">Index of its first line on the page.</param>
/// <param name="End">Index after its last line.</param>
internal sealed record TableHeader(IReadOnlyList<HeaderCell> Cells, int First, int End)
{
    // In units. Words of a cell stand closer than columns; lines of a header closer than the paragraph above.
    private const double CellGap = 1.2;
    private const double LineGap = 2.1;
    private const double WidestCell = 12;

    /// <summary>Lines above the line with the most cells, and below it.</summary>
    private const int MostAround = 2;

    /// <returns>The first header at or below a line; null where there is none.</returns>
    public static TableHeader? Find(ListPage page, int from)
    {
        for (var i = from; i < page.Lines.Count; i++)
        {
            // What costs least first: nearly every line of a list has a number in it.
            if (!HasWordsOnly(page.Lines[i]) || !HeaderCues.AreMost(page.Lines[i]) || CellsOf(page, i, i + 1).Count(cell => cell.Kind != ColumnKind.Other) < 2) continue;
            var (first, end) = (i, i + 1);
            while (first > from && i - first < MostAround && Joins(page, page.Lines[first - 1], page.Lines[first])) first--;
            while (end < page.Lines.Count && end - i <= MostAround && Joins(page, page.Lines[end - 1], page.Lines[end])) end++;
            var cells = Named(CellsOf(page, first, end));
            if (cells is null) continue;
            if (end < page.Lines.Count && NumbersColumns(page.Lines[end], cells.Count)) end++;
            return new(cells, first, end);
        }
        return null;
    }

    private static bool Joins(ListPage page, ListLine above, ListLine below) =>
        below.Level - above.Level < LineGap * page.Unit && HasWordsOnly(above) && HasWordsOnly(below) && !IsSentence(page, above) && !IsSentence(page, below) && HeaderCues.AreMost(above) && HeaderCues.AreMost(below);

    private static bool IsSentence(ListPage page, ListLine line) => line.Pieces(CellGap * page.Unit).Any(piece => piece.Box.Width > WidestCell * page.Unit);

    private static bool HasWordsOnly(ListLine line) => !line.Text.Any(char.IsDigit) && !line.Text.Contains(':', StringComparison.Ordinal);

    /// <summary>"(1) (2) (3)", "A B 1 2" below the header.</summary>
    private static bool NumbersColumns(ListLine line, int cells)
    {
        string[] words = [.. line.Words.Select(word => word.Text.Trim('(', ')', '.')).Where(word => word.Length > 0)];
        return words.Length >= Math.Max(3, cells - 1) && words.Length <= cells + 1 && words.All(word => word.Length <= 2)
            && Enumerable.Range(1, words.Length).Count(number => words.Contains($"{number}")) >= words.Length - 2;
    }

    /// <summary>Joins what stands above each other in lines to cells.</summary>
    private static List<HeaderCell> CellsOf(ListPage page, int first, int end)
    {
        var columns = new List<(string Text, Box Box)>();
        for (var i = first; i < end; i++)
        {
            ListLine[] pieces = [.. page.Lines[i].Pieces(CellGap * page.Unit)];
            foreach (var piece in pieces)
            {
                int[] above = [.. Enumerable.Range(0, columns.Count).Where(at => Stands(columns[at].Box, piece.Box))];
                // "Năm sinh" over "Nam" and "Nữ" has two below it and is no column.
                var isShared = above.Length == 1 && pieces.Count(other => Stands(columns[above[0]].Box, other.Box)) > 1;
                if (isShared) columns.Add(($"{columns[above[0]].Text} {piece.Text}", piece.Box));
                else if (above.Length == 1) columns[above[0]] = ($"{columns[above[0]].Text} {piece.Text}", columns[above[0]].Box.Union(piece.Box));
                else if (above.Length == 0) columns.Add((piece.Text, piece.Box));
            }
            var shared = columns.Where(column => pieces.Count(piece => Stands(column.Box, piece.Box) && column.Box != piece.Box && column.Box.Bottom <= piece.Box.Y + (page.Unit / 2)) > 1).ToArray();
            columns.RemoveAll(column => shared.Contains(column));
        }
        return [.. columns.Select(column => new HeaderCell(HeaderCues.Of(column.Text) ?? ColumnKind.Other, column.Box.X, column.Box.Right)).OrderBy(cell => cell.Center)];
    }

    private static bool Stands(Box above, Box below) =>
        Math.Min(above.Right, below.Right) - Math.Max(above.X, below.X) > 0.3 * Math.Min(above.Width, below.Width);

    /// <returns>Null when these cells head no list of recipients.</returns>
    private static List<HeaderCell>? Named(List<HeaderCell> cells)
    {
        cells = OfMenAndWomen(cells);
        // What stands left of the names, short, is the number, however it was read.
        var name = cells.FindIndex(cell => cell.Kind == ColumnKind.Name);
        if (name == 1 && cells[0].Kind is ColumnKind.Other) cells[0] = cells[0] with { Kind = ColumnKind.Number };
        var number = cells.FindIndex(cell => cell.Kind == ColumnKind.Number);
        if (name < 0 && number >= 0 && number + 2 < cells.Count && cells[number + 1].Kind == ColumnKind.Other) cells[name = number + 1] = cells[number + 1] with { Kind = ColumnKind.Name };
        if (name < 0) return null;
        // Each kind once: the first place column is the home, a second name belongs to somebody else.
        for (var i = 0; i < cells.Count; i++)
        {
            var kind = cells[i].Kind;
            if (kind is not ColumnKind.Other and not ColumnKind.Service && cells.FindIndex(cell => cell.Kind == kind) < i) cells[i] = cells[i] with { Kind = ColumnKind.Other };
        }
        return cells.Count(cell => cell.Kind != ColumnKind.Other) >= 2 && cells.Exists(cell => cell.Kind is ColumnKind.Number or ColumnKind.BirthYear or ColumnKind.BirthYearOfMen or ColumnKind.HomePlace or ColumnKind.Award)
            ? cells : null;
    }

    private static List<HeaderCell> OfMenAndWomen(List<HeaderCell> cells)
    {
        // "Năm sinh" above may reach over one of them only.
        if (cells.Exists(cell => cell.Kind is ColumnKind.BirthYearOfMen or ColumnKind.BirthYearOfWomen))
        {
            return [.. cells.Select(cell => cell.Kind switch
            {
                ColumnKind.Male => cell with { Kind = ColumnKind.BirthYearOfMen },
                ColumnKind.Female => cell with { Kind = ColumnKind.BirthYearOfWomen },
                _ => cell,
            })];
        }
        var women = cells.FindIndex(cell => cell.Kind == ColumnKind.Female);
        var men = cells.FindIndex(cell => cell.Kind == ColumnKind.Male);
        if (women < 0)
        {
            // Without women beside it, "nam" was năm.
            if (men >= 0) cells[men] = cells[men] with { Kind = ColumnKind.BirthYear };
            return cells;
        }
        if (men < 0) return cells;
        var between = cells.FindIndex(cell => cell.Kind == ColumnKind.BirthYear && cell.Center > cells[men].Center && cell.Center < cells[women].Center);
        // A header of one line gives years below the sexes if nothing else does.
        if (between >= 0 || !cells.Exists(cell => cell.Kind == ColumnKind.BirthYear))
        {
            cells[men] = cells[men] with { Kind = ColumnKind.BirthYearOfMen };
            cells[women] = cells[women] with { Kind = ColumnKind.BirthYearOfWomen };
        }
        if (between >= 0) cells.RemoveAt(between);
        return cells;
    }
}
