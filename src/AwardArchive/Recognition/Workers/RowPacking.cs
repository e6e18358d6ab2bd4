using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>
/// The rows of a page with the wide white between their words cut narrow. The engine takes time for white as for letters; and where the
/// cells of a list no longer stand in columns, its layout analysis no longer takes a column of numbers for something that is no text.
/// </summary>
internal sealed class RowPacking
{
    // In letter heights. A row of text with marks above and strokes below is not higher; higher ones hold two rows, or a picture.
    private const double HighestRow = 3.6;
    private const double LowestRow = 0.5;

    // White that is lower may part the marks of a row from their letters.
    private const double Between = 0.4;

    // Wrong letters of a list of 861 (clean, 300 dpi) by widest and kept: as it was 91; 2 and 1.2 15; 2.5 and 1.6 205; 3.5 and 2.5 382;
    // 5 and 4 34. Beside a gap of a few letters the engine takes a blank for none, so what is kept must be no more than a wide blank.
    private const double WidestKept = 2;
    private const double Kept = 1.2;

    private readonly List<Row> _rows = [];

    private RowPacking()
    {
    }

    /// <returns>Null when there is nothing to cut.</returns>
    public static RowPacking? Of(LevelPage page)
    {
        if (page.LetterHeight is not { } letterHeight) return null;
        var packing = new RowPacking();
        var bits = new InkRows(page.Ink);
        var letterWidth = letterHeight * page.Narrowing;
        var (lowest, highest) = ((int)(LowestRow * letterHeight), (int)(HighestRow * letterHeight));
        foreach (var (top, bottom) in Bands(bits, Math.Max(1, (int)(Between * letterHeight))))
        {
            if (bottom - top < lowest || bottom - top > highest) continue;
            if (Cut(bits.Occupied(top, bottom), (int)(WidestKept * letterWidth), (int)(Kept * letterWidth)) is { Count: > 1 } pieces)
                packing._rows.Add(new(top, bottom, pieces));
        }
        return packing._rows.Count == 0 ? null : packing;
    }

    /// <summary>A new image of the same size with its rows pushed to the left.</summary>
    /// <param name="paper">The gray of what was cut: a whiter one would be the paper to the engine's threshold, and the paper ink.</param>
    public unsafe PixHandle Apply(PixHandle gray, byte paper)
    {
        var packed = Copy(0, gray);
        if (packed.IsInvalid) return packed;
        var bytesPerRow = GetWordsPerRow(packed) * sizeof(uint);
        foreach (var (top, bottom, pieces) in _rows)
        {
            new Span<byte>((byte*)GetData(packed) + ((long)top * bytesPerRow), (bottom - top) * bytesPerRow).Fill(paper);
            foreach (var piece in pieces)
                _ = Combine(packed, piece.From - piece.Shift, top, piece.To - piece.From, bottom - top, Replace, gray, piece.From, top);
        }
        return packed;
    }

    /// <summary>Where the sides of a word's box were before.</summary>
    public (int Left, int Right) Unpack(int left, int top, int right, int bottom)
    {
        var middle = (top + bottom) / 2;
        var row = _rows.Find(row => middle >= row.Top && middle < row.Bottom);
        return row.Pieces is null ? (left, right) : (left + Shift(row, left), right + Shift(row, right - 1));
    }

    /// <summary>From white to white; marks apart from their letters belong to them.</summary>
    private static IEnumerable<(int Top, int Bottom)> Bands(InkRows bits, int between)
    {
        int top = -1, bottom = -1;
        for (var y = 0; y < bits.Height; y++)
        {
            if (bits.IsEmpty(y)) continue;
            if (top >= 0 && y - bottom >= between)
            {
                yield return (top, bottom);
                top = -1;
            }
            if (top < 0) top = y;
            bottom = y + 1;
        }
        if (top >= 0) yield return (top, bottom);
    }

    private static int Shift(Row row, int x) => row.Pieces.FindLast(piece => piece.From - piece.Shift <= x) is { To: > 0 } found ? found.Shift : 0;

    private static List<Piece>? Cut(bool[] occupied, int widest, int kept)
    {
        var pieces = new List<Piece>();
        int shift = 0, from = Array.IndexOf(occupied, true);
        if (from < 0) return null;
        for (var x = from; x < occupied.Length;)
        {
            var gap = Array.IndexOf(occupied, false, x);
            var next = gap < 0 ? -1 : Array.IndexOf(occupied, true, gap);
            if (next < 0)
            {
                pieces.Add(new(from, gap < 0 ? occupied.Length : Math.Min(occupied.Length, gap + 2), shift));
                break;
            }
            if (next - gap > widest)
            {
                // The gray edges of strokes go with them.
                pieces.Add(new(from, gap + 2, shift));
                shift += next - gap - kept;
                from = next - 2;
            }
            x = next;
        }
        return pieces;
    }

    private readonly record struct Piece(int From, int To, int Shift);

    private readonly record struct Row(int Top, int Bottom, List<Piece> Pieces);
}
