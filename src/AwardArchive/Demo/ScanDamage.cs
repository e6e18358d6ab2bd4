using SkiaSharp;

namespace AwardArchive.Demo;

/// <summary>What a level does to one page.</summary>
/// <param name="Skew">Degrees, clockwise positive.</param>
/// <param name="Paper">Its color under full light.</param>
/// <param name="Ink">Of the print.</param>
/// <param name="Shade">Share of the light lost in the darkest corner.</param>
/// <param name="Fade">Share of the ink lost in the palest stretch.</param>
/// <param name="Grain">How far strokes are eaten, 0 to 1; its size is about two pixels.</param>
/// <param name="Blur">Standard deviation in pixels.</param>
/// <param name="Noise">Standard deviation in gray levels.</param>
/// <param name="ShineThrough">Strength of the other side's print, 0 to 1.</param>
/// <param name="Specks">Black dots a page, on black-and-white scans.</param>
/// <param name="Threshold">Darker than this share of the paper is black, on black-and-white scans.</param>
internal sealed record ScanDamage(
    float Skew,
    SKColor Paper,
    SKColor Ink,
    float Shade = 0,
    float Fade = 0,
    float Grain = 0,
    float Blur = 0,
    float Noise = 0,
    int Stains = 0,
    bool Crease = false,
    float ShineThrough = 0,
    int Specks = 0,
    float Threshold = 0.6f,
    int JpegQuality = 80)
{
    /// <summary>White paper, even light, no noise: the drawing is the scan.</summary>
    public bool IsNone => Paper == SKColors.White && Shade + Fade + Grain + Noise is 0;

    public static ScanDamage Of(DemoLevel level, SplitMix64 random) => level switch
    {
        DemoLevel.Clean => new(0, new(255, 255, 255), new(15, 15, 18)),
        DemoLevel.Office => new(
            random.Between(-0.9f, 0.9f), new(247, 247, 244), new(35, 35, 40), Shade: 0.06f, Grain: 0.15f, Blur: random.Between(0.5f, 0.75f),
            Noise: random.Between(2f, 4f), Specks: 25, JpegQuality: 72),
        DemoLevel.Old => new(
            random.Between(-1.6f, 1.6f), random.Pick<SKColor>(new(232, 214, 172), new(226, 204, 160), new(236, 224, 190)),
            random.Pick<SKColor>(new(46, 40, 38), new(42, 42, 60), new(54, 46, 40)), Shade: random.Between(0.1f, 0.2f),
            Fade: random.Between(0.2f, 0.38f), Grain: random.Between(0.3f, 0.5f), Blur: random.Between(0.65f, 0.85f), Noise: random.Between(3f, 5f),
            Stains: random.Between(2, 4), Crease: random.Chance(0.7f), ShineThrough: random.Between(0.04f, 0.08f), Specks: 120,
            Threshold: 0.66f, JpegQuality: 66),
        _ => new(
            random.Between(-1f, 1f), new(250, 250, 250), new(20, 20, 20), Shade: 0.1f, Fade: random.Between(0.1f, 0.25f), Grain: random.Between(0.5f, 0.65f),
            Blur: random.Between(0.5f, 0.6f), Noise: 9, Specks: random.Between(150, 400), Threshold: 0.6f),
    };
}
