namespace AwardArchive.Demo;

/// <summary>Value noise: random numbers from 0 to 1 on a grid, blended between its knots; for light, fading and worn strokes.</summary>
internal sealed class SmoothField
{
    private readonly float[] _knots;
    private readonly int _stride;
    private readonly float _cell;

    /// <param name="cell">Pixels between knots.</param>
    public SmoothField(int width, int height, float cell, SplitMix64 random)
    {
        _cell = cell;
        _stride = (int)(width / cell) + 3;
        _knots = new float[_stride * ((int)(height / cell) + 3)];
        for (var i = 0; i < _knots.Length; i++) _knots[i] = random.Unit();
    }

    /// <summary>The values along one row of pixels.</summary>
    public void Row(int y, Span<float> values)
    {
        var row = (int)(y / _cell);
        var down = (y / _cell) - row;
        var above = _knots.AsSpan(row * _stride, _stride);
        var below = _knots.AsSpan((row + 1) * _stride, _stride);
        for (var x = 0; x < values.Length; x++)
        {
            var column = (int)(x / _cell);
            var right = (x / _cell) - column;
            var first = above[column] + ((below[column] - above[column]) * down);
            var second = above[column + 1] + ((below[column + 1] - above[column + 1]) * down);
            values[x] = first + ((second - first) * right);
        }
    }
}
