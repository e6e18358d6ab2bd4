namespace AwardArchive.Reading.Lists;

/// <summary>The tables of a document, page after page: each with its header, or going on from the page before, or without any.</summary>
internal sealed class TableReader
{
    /// <summary>In units: the columns of the next page lie elsewhere by no more.</summary>
    private const double FarthestShift = 8;

    /// <summary>In units: a header found again stands where it stood.</summary>
    private const double SamePlace = 3;

    private IReadOnlyList<HeaderCell>? cells;
    private HeadingsAbove above = HeadingsAbove.None;

    public List<ListRow> Rows { get; } = [];

    /// <returns>The lines of the page that belong to no table.</returns>
    public IReadOnlyList<ListLine> Read(ListPage page)
    {
        var taken = new HashSet<ListLine>(ReferenceEqualityComparer.Instance);
        var from = 0;
        while (true)
        {
            var header = TableHeader.Find(page, from);
            var end = header?.First ?? page.Lines.Count;
            ReadBetween(page, from, end, isPageTop: from == 0, taken);
            if (header is null) break;
            for (var i = header.First; i < header.End; i++) taken.Add(page.Lines[i]);
            cells = Better(cells, header.Cells, page.Unit);
            from = header.End;
        }
        return [.. page.Lines.Where(line => !taken.Contains(line))];
    }

    private void ReadBetween(ListPage page, int from, int end, bool isPageTop, HashSet<ListLine> taken)
    {
        ListLine[] lines = [.. page.Lines.Skip(from).Take(end - from)];
        if (lines.Length == 0) return;
        var here = cells;
        var isOverleaf = false;
        if (isPageTop)
        {
            here = cells is null ? null : Shifted(cells, lines, page.Unit);
            isOverleaf = here is not null;
            if (here is null && end == page.Lines.Count) here = HeaderlessTable.Find(lines, page);
            if (here is null)
            {
                ReadHeadings(lines);
                return;
            }
            cells = here;
        }
        if (here is null) return;
        taken.UnionWith(TableRows.Read(lines, TableColumns.Of(here, lines, page), page, ref above, Rows, isOverleaf));
    }

    /// <summary>Above a table stand the headings of its rows, too: "II. HUÂN CHƯƠNG … HẠNG NHÌ".</summary>
    private void ReadHeadings(ListLine[] lines)
    {
        foreach (var line in lines)
        {
            if (line.Run.IsCapitals && GroupHeading.Of(line) is { SaysSomething: true } heading && (heading.PlaceLevel > 0 || heading.Class is not null)) above = above.With(heading);
        }
    }

    /// <summary>A header that was read worse than the one of the page before, and stands where that stood, is that.</summary>
    private static IReadOnlyList<HeaderCell> Better(IReadOnlyList<HeaderCell>? before, IReadOnlyList<HeaderCell> now, double unit)
    {
        if (before is null || Known(before) <= Known(now)) return now;
        var shifts = now.Where(cell => cell.Kind != ColumnKind.Other)
            .SelectMany(cell => before.Where(other => other.Kind == cell.Kind).Take(1).Select(other => cell.Center - other.Center)).Order().ToArray();
        if (shifts.Length < 2 || shifts.Length < Known(now) || shifts[^1] - shifts[0] > SamePlace * unit) return now;
        return Moved(before, shifts[shifts.Length / 2]);
    }

    private static int Known(IReadOnlyList<HeaderCell> cells) => cells.Count(cell => cell.Kind != ColumnKind.Other);

    /// <summary>The columns of the page before, moved to where the numbers of this page's rows stand; null where no table goes on.</summary>
    private IReadOnlyList<HeaderCell>? Shifted(IReadOnlyList<HeaderCell> before, ListLine[] lines, double unit)
    {
        if (Rows.Count == 0) return null;
        var numberAt = before.ToList().FindIndex(cell => cell.Kind == ColumnKind.Number);
        if (numberAt < 0) return lines.Any(line => line.Pieces(unit).Skip(2).Any()) ? before : null;
        var center = before[numberAt].Center;
        var shifts = lines.Where(line => line.Words.Count > 1 && RowNumberText.Of(line.Words[0].Text) is not null)
            .Select(line => line.Words[0].X + (line.Words[0].Width / 2.0) - center)
            .Where(shift => Math.Abs(shift) < FarthestShift * unit).Order().ToArray();
        if (shifts.Length == 0) return null;
        var shift = shifts[shifts.Length / 2];
        // Numbers written flush left move by half a digit; pages by more.
        return Math.Abs(shift) < unit ? before : Moved(before, shift);
    }

    private static IReadOnlyList<HeaderCell> Moved(IReadOnlyList<HeaderCell> cells, double shift) =>
        [.. cells.Select(cell => cell with { Left = cell.Left + (int)shift, Right = cell.Right + (int)shift })];
}
