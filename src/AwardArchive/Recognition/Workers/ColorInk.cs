namespace AwardArchive.Recognition.Workers;

/// <summary>What the colors of a page's pixels are beside those of its paper.</summary>
internal readonly struct ColorInk
{
    // Of 255. Brown stains stay under the one for red, where a faded seal is at 80, a fresh one at 130. A pen's thin stroke, blurred, is paler.
    private const int LeastRed = 56;
    private const int LeastOther = 30;

    // Of what the ink takes from the light, in fifths. Whatever part of a pixel it covers; black on yellow paper has one, the pen and the seal three.
    private const int LeastSaturation = 2;

    // Of 255: any ink takes more of the green.
    private const int GreenOfPaper = 228;

    // The edges of a stroke, and what JPEG smears of it.
    private const int Tinted = 16;

    // As bright as this in its brightest channel, ink of a color hides no black letter.
    private const int BrightestBlack = 150;

    private const int RowStep = 8;
    private const int DarkestPaper = 100;
    private const int LevelsInBucket = 8;
    private const int One = 1 << 8;

    private readonly int _red;
    private readonly int _green;
    private readonly int _blue;

    private ColorInk(int red, int green, int blue) => (_red, _green, _blue) = (255 * One / red, 255 * One / green, 255 * One / blue);

    /// <param name="page">32-bit pixels.</param>
    /// <returns>Null for a page without bright paper.</returns>
    public static ColorInk? Measure(PagePixels page)
    {
        Span<(int Count, int Red, int Green, int Blue)> buckets = stackalloc (int, int, int, int)[256 / LevelsInBucket];
        buckets.Clear();
        for (var y = 0; y < page.Height; y += RowStep)
        {
            var row = page.Row(y);
            for (var x = 0; x < row.Length; x += RowStep)
            {
                var (red, green, blue) = Channels(row[x]);
                ref var bucket = ref buckets[green / LevelsInBucket];
                bucket = (bucket.Count + 1, bucket.Red + red, bucket.Green + green, bucket.Blue + blue);
            }
        }
        var paper = buckets[DarkestPaper / LevelsInBucket];
        foreach (var bucket in buckets[(DarkestPaper / LevelsInBucket)..]) paper = bucket.Count > paper.Count ? bucket : paper;
        if (paper.Count == 0) return null;
        return new(Mean(paper.Red), Mean(paper.Green), Mean(paper.Blue));

        int Mean(int sum) => Math.Max(1, sum / paper.Count);
    }

    /// <summary>What a pixel of the page shows.</summary>
    public InkColor Of(uint pixel)
    {
        // Nearly all pixels end here.
        if ((int)(pixel >> 16 & 255) * _green / One > GreenOfPaper) return InkColor.None;
        var (red, green, blue) = BesidePaper(pixel);
        var (low, high) = (Math.Min(red, Math.Min(green, blue)), Math.Max(red, Math.Max(green, blue)));
        if (high - low < LeastOther || (high - low) * 5 < (255 - low) * LeastSaturation) return InkColor.None;
        var middle = red + green + blue - low - high;
        // Yellow and brown are stains, rust and tape.
        if (low == blue && middle - low > high - middle) return InkColor.None;
        if (high != red || high - middle <= middle - low) return InkColor.Other;
        return high - low < LeastRed ? InkColor.None : InkColor.Red;
    }

    /// <summary>How much of the paper's brightness is left when the color is taken away, of 255: all of it but under black letters.</summary>
    /// <returns>Null for a pixel without color.</returns>
    public int? WithoutColor(uint pixel)
    {
        var (red, green, blue) = BesidePaper(pixel);
        var high = Math.Max(red, Math.Max(green, blue));
        if (high - Math.Min(red, Math.Min(green, blue)) < Tinted) return null;
        return Math.Min(255, high * 255 / BrightestBlack);
    }

    private (int Red, int Green, int Blue) BesidePaper(uint pixel)
    {
        var (red, green, blue) = Channels(pixel);
        return (red * _red / One, green * _green / One, blue * _blue / One);
    }

    private static (int Red, int Green, int Blue) Channels(uint pixel) => ((int)(pixel >> 24), (int)(pixel >> 16 & 255), (int)(pixel >> 8 & 255));
}

internal enum InkColor : byte
{
    None,
    Red,
    Other,
}
