using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>
/// The rows below a header. A line opens one with its number, or, where recognition lost that, with a name and a year; other lines
/// go on in cells above them, or around them where cells stand in the middle of their height. Headings stand between.
/// </summary>
internal static class TableRows
{
    // In units. Lines of one cell stand closer than rows, rows of single lines wider.
    private const double SameCell = 2.1;
    private const double HalfLine = 1.1;
    private const double AroundRow = 3.2;

    /// <summary>Lines that a row may have at the top of the next page.</summary>
    private const int MostOverleaf = 3;

    private const double NoNumber = 0.85;
    private const double CrossesBorder = 0.8;

    private static readonly string[] Ends = ["tong so", "tong cong", "danh sach nay", "danh sach gom", "an dinh", "noi nhan", "nguoi lap", "tm ", "kt "];

    private enum Role
    {
        Other,
        Row,
        Heading,
        Continuation,
    }

    /// <param name="lines">Below the header; on the next page all of it.</param>
    /// <param name="above">What the headings said until here; afterwards, what they say below.</param>
    /// <param name="rows">Those before; the new ones are added.</param>
    /// <param name="isOverleaf">The table goes on here from the page before.</param>
    /// <returns>The lines that belong to the table.</returns>
    public static HashSet<ListLine> Read(
        IReadOnlyList<ListLine> lines, TableColumns columns, ListPage page, ref HeadingsAbove above, List<ListRow> rows, bool isOverleaf)
    {
        var roles = new Role[lines.Count];
        var certainties = new double[lines.Count];
        for (var i = 0; i < lines.Count; i++) (roles[i], certainties[i]) = RoleOf(lines[i], columns, page.Unit);
        var isCentered = IsCentered(lines, roles, page.Unit, isOverleaf);
        var owners = isCentered ? Around(lines, roles, page.Unit) : Below(lines, roles, page.Unit);

        var taken = new HashSet<ListLine>(ReferenceEqualityComparer.Instance);
        var overleaf = isOverleaf && rows.Count > 0 && !isCentered ? Overleaf(lines, roles, page.Unit) : 0;
        for (var i = 0; i < overleaf; i++)
        {
            if (roles[i] != Role.Continuation) continue;
            rows[^1].Add(lines[i], columns, isOverleaf: true);
            taken.Add(lines[i]);
        }
        var byOwner = Enumerable.Range(0, lines.Count).Where(i => owners[i] >= 0).ToLookup(i => owners[i]);
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] == Role.Heading)
            {
                above = above.With(GroupHeading.Of(lines[i])!);
                taken.Add(lines[i]);
            }
            if (roles[i] != Role.Row) continue;
            var row = new ListRow(page.Number, columns.Cells, above, certainties[i]);
            foreach (var line in byOwner[i])
            {
                row.Add(lines[line], columns);
                taken.Add(lines[line]);
            }
            rows.Add(row);
        }
        return taken;
    }

    private static (Role Role, double Certainty) RoleOf(ListLine line, TableColumns columns, double unit)
    {
        var numberAt = IndexOf(columns, ColumnKind.Number);
        var nameAt = IndexOf(columns, ColumnKind.Name);
        var first = line.Words[0];
        var firstAt = columns.ColumnOf(first);
        var number = firstAt == numberAt || (numberAt < 0 && firstAt == nameAt && first.Text.Any(char.IsAsciiDigit)) ? RowNumberText.Of(first.Text) : null;
        var name = line.Words.Where(word => columns.ColumnOf(word) == nameAt && !(number is not null && word == first)).ToArray();
        var letters = name.Sum(word => word.Text.Count(char.IsLetter));
        var filled = line.Words.Select(columns.ColumnOf).Distinct().Count();
        var hasYear = columns.Cells.Select((cell, i) => (cell, i)).Any(column =>
            column.cell.Kind is ColumnKind.BirthYear or ColumnKind.BirthYearOfMen or ColumnKind.BirthYearOfWomen
            && BirthYearText.Of(string.Join(' ', line.Words.Where(word => columns.ColumnOf(word) == column.i).Select(word => word.Text))) is not null);
        var crossed = columns.CrossedBy(line, unit);
        var isEnd = IsEnd(line);
        var heading = isEnd || hasYear ? null : GroupHeading.Of(line);

        if (number is { } numbered)
        {
            var isGroup = heading is not null && (numbered.IsRepaired || IsPlaceOnly(heading, line, nameAt, columns));
            if (isGroup) return (Role.Heading, 0);
            if (crossed > 1 && !(hasYear && crossed == 2)) return (Role.Other, 0);
            // In the middle of a row of several lines the number may stand alone.
            if (letters < 2 && filled < 3 && numbered.IsRepaired) return (Role.Other, 0);
            return (Role.Row, (crossed > 0 ? CrossesBorder : 1) * (numbered.IsRepaired ? 0.95 : 1));
        }
        // A page's number, a speck.
        if (isEnd || (line.Words.Count == 1 && !first.Text.Any(char.IsLetter) && !DittoText.Is(first.Text) && !hasYear)) return (Role.Other, 0);
        if (heading is not null && (firstAt <= Math.Max(nameAt, numberAt) || crossed > 0 || line.Run.IsCapitals) && IsHeadingHere(heading, line, crossed, firstAt < nameAt)) return (Role.Heading, 0);
        if (hasYear && name.Length > 1 && crossed == 0) return (Role.Row, numberAt < 0 ? 1 : NoNumber);
        var isNamed = name.Length > 1 && filled > 1 && crossed == 0 && !columns.Cells.Any(cell => cell.Kind is ColumnKind.BirthYear or ColumnKind.BirthYearOfMen) && FamilyNames.IsCommon(name[0].Text);
        if (isNamed) return (Role.Row, NoNumber);
        return (crossed == 0 || (crossed == 1 && filled > 2) ? Role.Continuation : Role.Other, 0);
    }

    /// <summary>"1. Huyện Cam Lộ" with nothing beside it; a commune that is awarded has its class or its merit there.</summary>
    private static bool IsPlaceOnly(GroupHeading heading, ListLine line, int nameAt, TableColumns columns) =>
        (heading.PlaceLevel > 0 || heading.Award is not null) && line.Words.All(word => columns.ColumnOf(word) <= nameAt || heading.Award is not null);

    /// <summary>Names in capitals wrap, too; a heading of capitals that says nothing runs over borders or begins left of the names.</summary>
    private static bool IsHeadingHere(GroupHeading heading, ListLine line, int crossed, bool beginsLeft) =>
        (heading.SaysSomething && (line.Run.IsCapitals || beginsLeft || crossed > 0 || heading.PlaceLevel > 0)) || crossed > 0 || beginsLeft || line.Words.Count > 3;

    private static bool IsEnd(ListLine line)
    {
        var text = string.Join(' ', Tokenizer.Tokenize(line.Text).Take(4).Select(token => Folding.Fold(token.Normal()))) + " ";
        return Array.Exists(Ends, end => text.StartsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Cells of several lines around the middle of a row have lines half a line above or below its number.</summary>
    private static bool IsCentered(IReadOnlyList<ListLine> lines, Role[] roles, double unit, bool isOverleaf)
    {
        int half = 0, all = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] != Role.Continuation) continue;
            if (IsNear(i - 1, HalfLine) || IsNear(i + 1, HalfLine)) half++;
            if (IsNear(i - 1, SameCell) || IsNear(i + 1, SameCell)) all++;

            bool IsNear(int other, double distance) =>
                other >= 0 && other < lines.Count && roles[other] == Role.Row && Math.Abs(lines[other].Level - lines[i].Level) < distance * unit;
        }
        return (half > 0 && half * 2 >= all) || (!isOverleaf && lines.Count > 1 && roles[0] == Role.Continuation && roles[1] == Role.Row);
    }

    /// <summary>The row of each line, where cells begin with their row's first line; -1 for none.</summary>
    private static int[] Below(IReadOnlyList<ListLine> lines, Role[] roles, double unit)
    {
        var owners = new int[lines.Count];
        var owner = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] == Role.Row) owner = i;
            else if (roles[i] != Role.Continuation || (i > 0 && lines[i].Level - lines[i - 1].Level > SameCell * unit)) owner = -1;
            owners[i] = owner;
        }
        return owners;
    }

    /// <summary>The same where cells stand around the middle of their row: rows part where the white between two lines is widest.</summary>
    private static int[] Around(IReadOnlyList<ListLine> lines, Role[] roles, double unit)
    {
        var owners = new int[lines.Count];
        Array.Fill(owners, -1);
        int[] rows = [.. Enumerable.Range(0, lines.Count).Where(i => roles[i] == Role.Row)];
        for (var at = 0; at < rows.Length; at++)
        {
            owners[rows[at]] = rows[at];
            var before = at == 0 ? -1 : rows[at - 1];
            var after = at + 1 == rows.Length ? lines.Count : rows[at + 1];
            var (first, end) = (at == 0 ? 0 : Parting(before, rows[at]), after == lines.Count ? after : Parting(rows[at], after));
            for (var i = rows[at] - 1; i >= first && IsNear(i, i + 1); i--) owners[i] = rows[at];
            for (var i = rows[at] + 1; i < end && IsNear(i - 1, i); i++) owners[i] = rows[at];
        }
        return owners;

        bool IsNear(int one, int next) => roles[one] is Role.Row or Role.Continuation && (roles[next] is Role.Row or Role.Continuation) && lines[next].Level - lines[one].Level < AroundRow * unit;

        // The first line of the lower one.
        int Parting(int upper, int lower)
        {
            var best = lower;
            for (var i = lower - 1; i > upper; i--)
            {
                if (lines[i].Level - lines[i - 1].Level > lines[best].Level - lines[best - 1].Level + 0.01) best = i;
            }
            return best;
        }
    }

    /// <summary>How many lines at the top of a page may belong to the row before; the page's number may stand above them.</summary>
    private static int Overleaf(IReadOnlyList<ListLine> lines, Role[] roles, double unit)
    {
        var first = 0;
        while (first < lines.Count && roles[first] == Role.Other && first < 2) first++;
        var end = first;
        while (end < lines.Count && end - first < MostOverleaf && roles[end] == Role.Continuation && lines[end].Words.Any(word => word.Text.Any(char.IsLetter))
            && (end == first || lines[end].Level - lines[end - 1].Level < SameCell * unit)) end++;
        // Only what rows follow is a table that goes on.
        return end < lines.Count && roles[end] is Role.Row or Role.Heading ? end : 0;
    }

    private static int IndexOf(TableColumns columns, ColumnKind kind)
    {
        for (var i = 0; i < columns.Cells.Count; i++)
        {
            if (columns.Cells[i].Kind == kind) return i;
        }
        return -1;
    }
}
