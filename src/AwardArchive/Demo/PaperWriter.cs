using SkiaSharp;

namespace AwardArchive.Demo;

/// <summary>One line of a column.</summary>
/// <param name="Size">Points; 0 is the paper's own.</param>
/// <param name="Underline">Length of the short rule below it, as a share of the line; 0 is none.</param>
/// <param name="Gap">Points of white above it.</param>
/// <param name="Flush">At the column's left edge instead of its middle.</param>
internal readonly record struct ColumnLine(
    string Text, InkStyle Style = InkStyle.Regular, float Size = 0, float Underline = 0, float Gap = 0, bool Flush = false);

/// <param name="Header">Lines divided by <c>\n</c>.</param>
/// <param name="Share">Of the table's width.</param>
/// <param name="Group">Stands over this column and the next, above the header's second line.</param>
internal readonly record struct TableColumn(string Header, float Share, bool Centered = false, string? Group = null);

/// <param name="HasHeader">Names its columns at all.</param>
/// <param name="RepeatsHeader">On each sheet.</param>
/// <param name="IsMiddle">Cells stand around the middle of their row, not from its top.</param>
internal readonly record struct TableStyle(bool Ruled, bool HasHeader = true, bool RepeatsHeader = true, bool IsMiddle = false);

/// <summary>
/// Sets a paper from top to bottom in the layout of administrative documents (Decree 30/2020, Appendix I: A4, margins of
/// 20, 18, 20 and 30 mm), and turns the sheet when it is full.
/// </summary>
internal sealed class PaperWriter : IDisposable
{
    private const float Left = 85, Right = Sheet.Width - 51, Top = 57, Bottom = Sheet.Height - 57;
    private const float Leading = 1.3f;

    /// <summary>Points between an office and the name below it.</summary>
    public const float SigningSpace = 84;

    private readonly DemoFonts _fonts;
    private readonly Dictionary<(InkStyle, float), SKFont> _open = [];
    private readonly List<Sheet> _sheets = [new()];
    private float _y = Top;
    private int _line = -1;
    private int _block = -1;

    public PaperWriter(DemoFonts fonts, DemoFace face)
    {
        _fonts = fonts;
        Face = face;
        IsTyped = DemoFonts.IsTypewriter(face);
        Size = IsTyped ? 12 : 13.5f;
        HeadSize = IsTyped ? 10.5f : 12;
    }

    public DemoFace Face { get; }

    /// <summary>A typewriter has one style, one size and a ragged right edge.</summary>
    public bool IsTyped { get; }

    public float Size { get; }

    /// <summary>Of the two columns at the head.</summary>
    public float HeadSize { get; }

    public IReadOnlyList<Sheet> Sheets => _sheets;

    private Sheet Current => _sheets[^1];

    public void Space(float points) => _y += points;

    /// <summary>Two columns side by side that stay on one sheet; all of the left is read first.</summary>
    public void Columns(ReadOnlySpan<ColumnLine> left, ReadOnlySpan<ColumnLine> right, float leftShare = 0.42f)
    {
        KeepTogether(Math.Max(HeightOf(left), HeightOf(right)));
        var top = _y;
        var middle = Left + ((Right - Left) * leftShare);
        var leftEnd = Column(left, Left, middle, top);
        _y = Math.Max(leftEnd, Column(right, middle, Right, top));
    }

    /// <summary>
    /// Receivers at the left, at the right the authority lines, the seal over the left third of the signature, and the name.
    /// </summary>
    public void Signature(ReadOnlySpan<ColumnLine> left, ReadOnlySpan<ColumnLine> authority, string name, string? seal, SplitMix64 random)
    {
        ColumnLine[] right = [.. authority, new(name, InkStyle.Bold, Gap: SigningSpace)];
        KeepTogether(Math.Max(HeightOf(left), HeightOf(right)) + 12);
        _y += 8;
        var x = Left + ((Right - Left) * 0.73f);
        var y = _y + HeightOf(authority) + (SigningSpace / 2) + random.Between(-4f, 4f);
        Current.Hands.Add(new(x + random.Between(-8f, 8f), y, random.Between(70f, 105f), random.Next()));
        // Clerks aim beside the office and the name, and miss now and then.
        var miss = random.Chance(0.3f) ? random.Between(-20f, 20f) : random.Between(-3f, 3f);
        if (seal is not null) Current.Seals.Add(new(x - random.Between(34f, 48f), y + miss, 40, seal));
        Columns(left, right, 0.46f);
    }

    public void Centered(string text, InkStyle style = InkStyle.Regular, float size = 0, float underline = 0)
    {
        KeepTogether((size is 0 ? Size : size) * Leading * 2);
        _y = Column([new(text, style, size, underline)], Left, Right, _y);
    }

    /// <summary>Running text; <c>**</c> begins and ends bold.</summary>
    public void Paragraph(string text, InkStyle style = InkStyle.Regular, float indent = 28, float after = 5, float hanging = 0)
    {
        _block++;
        var bold = false;
        var words = new List<(string Text, InkStyle Style, float Width)>();
        foreach (var part in text.Split("**"))
        {
            var partStyle = bold ? InkStyle.Bold : style;
            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.Add((word, partStyle, WidthOf(word, partStyle, Size)));
            bold = !bold;
        }

        var blank = WidthOf(" ", style, Size);
        for (var first = 0; first < words.Count;)
        {
            var x = Left + (first == 0 ? indent : hanging);
            var taken = words[first].Width;
            var next = first + 1;
            for (; next < words.Count && x + taken + blank + words[next].Width <= Right; next++)
                taken += blank + words[next].Width;
            var stretch = next < words.Count && !IsTyped && next > first + 1 ? (Right - x - taken) / (next - first - 1) : 0;
            TurnWhenFull(Size * Leading);
            _line++;
            for (var i = first; i < next; i++)
            {
                Put(words[i].Text, x, _y + Size, Size, words[i].Style);
                x += words[i].Width + blank + stretch;
            }
            _y += Size * Leading;
            first = next;
        }
        _y += after;
    }

    /// <summary>Blanks of a form, filled: label, value and a dotted leader to the end of each share of the line.</summary>
    public void Fields(params ReadOnlySpan<(string Label, string Value, float Share)> fields)
    {
        TurnWhenFull(Size * Leading);
        _block++;
        _line++;
        var x = Left;
        foreach (var (label, value, share) in fields)
        {
            var end = x + ((Right - Left) * share);
            x = Words(label, x, InkStyle.Regular);
            x = Words(value, x, InkStyle.Bold);
            if (x < end - 4) Current.Rules.Add(new(x, _y + Size, end - 4, _y + Size, 0.9f, Dotted: true));
            x = end;
        }
        _y += (Size * Leading) + 4;
    }

    /// <summary>A table over as many sheets as it needs, its header on each; long cells wrap.</summary>
    public void Table(ReadOnlySpan<TableColumn> columns, IEnumerable<string[]> rows, bool ruled) => Table(columns, rows, new TableStyle(ruled));

    /// <param name="rows">A row of one cell is a heading over all columns.</param>
    public void Table(ReadOnlySpan<TableColumn> columns, IEnumerable<string[]> rows, TableStyle style)
    {
        _block++;
        var edges = new float[columns.Length + 1];
        edges[0] = Left - 14;
        for (var i = 0; i < columns.Length; i++) edges[i + 1] = edges[i] + ((Right - Left + 20) * columns[i].Share);
        var cells = columns.ToArray();
        var header = Array.ConvertAll(cells, cell => cell.Header);

        var top = _y;
        if (style.HasHeader) Row(cells, header, edges, style, isHeader: true);
        foreach (var row in rows)
        {
            var isHeading = row.Length == 1;
            if (_y + (isHeading ? 2 * HeadingHeight : RowHeight(cells, row, edges, InkStyle.Regular)) > Bottom)
            {
                if (style.Ruled) Verticals(edges, top);
                TurnSheet();
                _block++;
                top = _y;
                if (style.HasHeader && style.RepeatsHeader) Row(cells, header, edges, style, isHeader: true);
            }
            if (isHeading)
            {
                // No upright rules run through it.
                if (style.Ruled) Verticals(edges, top);
                Heading(row[0], edges, style.Ruled);
                top = _y;
            }
            else
            {
                Row(cells, row, edges, style, isHeader: false);
            }
        }
        if (style.Ruled) Verticals(edges, top);
        _y += 8;
    }

    /// <summary>A double border around the sheet, as on certificates.</summary>
    public void Border()
    {
        foreach (var (inset, thickness) in (ReadOnlySpan<(float, float)>)[(36, 3), (42, 0.8f)])
        {
            var (x, y) = (Sheet.Width - inset, Sheet.Height - inset);
            Current.Rules.AddRange([
                new(inset, inset, x, inset, thickness), new(inset, y, x, y, thickness),
                new(inset, inset, inset, y, thickness), new(x, inset, x, y, thickness)]);
        }
    }

    public void TurnSheet()
    {
        _sheets.Add(new());
        _line = _block = -1;
        _y = Column([new($"{_sheets.Count}", Size: Size)], Left, Right, Top - 26) + 8;
    }

    public void Dispose()
    {
        foreach (var font in _open.Values) font.Dispose();
    }

    private void TurnWhenFull(float height)
    {
        if (_y + height > Bottom)
        {
            TurnSheet();
            _block++;
        }
    }

    private void KeepTogether(float height)
    {
        if (_y + height > Bottom) TurnSheet();
    }

    private float SizeOf(ColumnLine line)
    {
        var size = line.Size is 0 ? Size : line.Size;
        return IsTyped ? Math.Min(size, Size) : size;
    }

    private float HeightOf(ReadOnlySpan<ColumnLine> lines)
    {
        var height = 0f;
        foreach (var line in lines) height += line.Gap + (SizeOf(line) * Leading);
        return height;
    }

    private float Column(ReadOnlySpan<ColumnLine> lines, float left, float right, float y)
    {
        if (lines.Length > 0) _block++;
        foreach (var line in lines)
        {
            var size = SizeOf(line);
            y += line.Gap;
            var width = WidthOf(line.Text, line.Style, size);
            var x = line.Flush ? left : ((left + right - width) / 2);
            _line++;
            Words(line.Text, x, line.Style, size, y + size);
            y += size * Leading;
            if (line.Underline > 0)
            {
                var half = width * line.Underline / 2;
                y += 1.5f;
                Current.Rules.Add(new(((left + right) / 2) - half, y, ((left + right) / 2) + half, y, 0.7f));
                y += 4;
            }
        }
        return y;
    }

    private void Row(TableColumn[] columns, string[] row, float[] edges, TableStyle look, bool isHeader)
    {
        var style = isHeader ? InkStyle.Bold : InkStyle.Regular;
        var cells = new List<string>[columns.Length];
        for (var i = 0; i < columns.Length; i++) cells[i] = Wrap(row[i], edges[i + 1] - edges[i] - 8, style);
        var height = RowHeight(columns, row, edges, style);
        var size = TableSize;
        var lines = cells.Max(cell => cell.Count);
        for (var line = 0; line < lines; line++)
        {
            _line++;
            for (var i = 0; i < columns.Length; i++)
            {
                if (isHeader && line == 0 && columns[i].Group is { } group)
                    Words(group, (edges[i] + edges[i + 2] - WidthOf(group, style, size)) / 2, style, size, _y + 3 + size);
                var above = isHeader ? (lines - cells[i].Count) / 2 : 0;
                if (line < above || line - above >= cells[i].Count) continue;
                var text = cells[i][line - above];
                var x = isHeader || columns[i].Centered
                    ? (edges[i] + edges[i + 1] - WidthOf(text, style, size)) / 2
                    : edges[i] + 4;
                var down = look.IsMiddle && !isHeader ? (lines - cells[i].Count) / 2f : 0;
                Words(text, x, style, size, _y + 3 + size + ((line + down) * size * Leading));
            }
        }
        if (look.Ruled)
        {
            if (isHeader || !look.HasHeader) Current.Rules.Add(new(edges[0], _y, edges[^1], _y, 0.7f));
            Current.Rules.Add(new(edges[0], _y + height, edges[^1], _y + height, 0.7f));
        }
        _y += height;
    }

    private float HeadingHeight => (TableSize * Leading) + 7;

    /// <summary>Numbered ones stand at the left, others in the middle.</summary>
    private void Heading(string text, float[] edges, bool ruled)
    {
        _line++;
        var x = text.Contains(". ", StringComparison.Ordinal) ? edges[0] + 4 : (edges[0] + edges[^1] - WidthOf(text, InkStyle.Bold, TableSize)) / 2;
        Words(text, x, InkStyle.Bold, TableSize, _y + 3 + TableSize);
        _y += HeadingHeight;
        if (!ruled) return;
        Current.Rules.Add(new(edges[0], _y - HeadingHeight, edges[0], _y, 0.7f));
        Current.Rules.Add(new(edges[^1], _y - HeadingHeight, edges[^1], _y, 0.7f));
        Current.Rules.Add(new(edges[0], _y, edges[^1], _y, 0.7f));
    }

    private float TableSize => IsTyped ? 10 : 12;

    private float RowHeight(TableColumn[] columns, string[] row, float[] edges, InkStyle style)
    {
        var lines = 1;
        for (var i = 0; i < columns.Length; i++) lines = Math.Max(lines, Wrap(row[i], edges[i + 1] - edges[i] - 8, style).Count);
        return (lines * TableSize * Leading) + 7;
    }

    private void Verticals(float[] edges, float top)
    {
        foreach (var x in edges) Current.Rules.Add(new(x, top, x, _y, 0.7f));
    }

    private List<string> Wrap(string text, float width, InkStyle style)
    {
        var lines = new List<string>();
        foreach (var given in text.Split('\n'))
        {
            var line = "";
            foreach (var word in given.Split(' '))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && WidthOf(longer, style, TableSize) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }
            lines.Add(line);
        }
        return lines;
    }

    private float Words(string text, float x, InkStyle style) => Words(text, x, style, Size, _y + Size);

    private float Words(string text, float x, InkStyle style, float size, float baseline)
    {
        var blank = WidthOf(" ", style, size);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Put(word, x, baseline, size, style);
            x += WidthOf(word, style, size) + blank;
        }
        return x;
    }

    private void Put(string word, float x, float baseline, float size, InkStyle style) =>
        Current.Words.Add(new(word, x, baseline, size, Effective(style), _line, _block));

    private InkStyle Effective(InkStyle style) => IsTyped ? InkStyle.Regular : style;

    private float WidthOf(string text, InkStyle style, float size)
    {
        var key = (Effective(style), size);
        if (!_open.TryGetValue(key, out var font)) _open[key] = font = _fonts.Font(Face, key.Item1, size);
        return font.MeasureText(text);
    }
}
