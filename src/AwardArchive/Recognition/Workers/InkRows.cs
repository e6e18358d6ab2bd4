using AwardArchive.Recognition.Native;

namespace AwardArchive.Recognition.Workers;

/// <summary>The rows of a 1-bit image.</summary>
internal readonly unsafe struct InkRows
{
    private readonly uint* _words;
    private readonly int _wordsPerRow;

    /// <param name="ink">Must outlive this.</param>
    public InkRows(PixHandle ink)
    {
        _ = LeptonicaApi.GetDimensions(ink, out var width, out var height, out _);
        (Width, Height) = (width, height);
        _words = (uint*)LeptonicaApi.GetData(ink);
        _wordsPerRow = LeptonicaApi.GetWordsPerRow(ink);
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsEmpty(int y) => Row(y).IndexOfAnyExcept(0u) < 0;

    /// <summary>For each column of pixels whether there is ink between two rows.</summary>
    /// <param name="bottom">Not included.</param>
    public bool[] Occupied(int top, int bottom)
    {
        var any = new uint[_wordsPerRow];
        for (var y = top; y < bottom; y++)
        {
            var row = Row(y);
            for (var i = 0; i < any.Length; i++) any[i] |= row[i];
        }
        var occupied = new bool[Width];
        for (var x = 0; x < Width; x++) occupied[x] = (any[x >> 5] >> (31 - (x & 31)) & 1) != 0;
        return occupied;
    }

    /// <summary>How many strokes of ink a row crosses between two columns.</summary>
    /// <param name="right">Not included.</param>
    public int CountRuns(int y, int left, int right)
    {
        var row = Row(y);
        var (runs, before) = (0, 0u);
        for (var x = left; x < right; x++)
        {
            var ink = row[x >> 5] >> (31 - (x & 31)) & 1;
            if (ink > before) runs++;
            before = ink;
        }
        return runs;
    }

    private ReadOnlySpan<uint> Row(int y) => new(_words + ((long)y * _wordsPerRow), _wordsPerRow);
}
