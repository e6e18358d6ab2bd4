using AwardArchive.Recognition.Native;
using static System.FormattableString;

namespace AwardArchive.Recognition.Workers;

/// <summary>What is done to a page's pixels between reading them and recognizing them. Turned upright it is for people too; the rest they do not see.</summary>
internal static class PagePreparation
{
    // Wrong words of 3132 on six pages, and seconds of one core for them, by the height that small letters are brought to (24 pixels at 300 dpi):
    //                 as is          20          17          14          12
    //   clean 300   10  10.2 s  24   9.8 s  23   8.8 s  13   8.7 s  17   8.1 s
    //   noisy 300 1218  11.4 s 200  10.1 s  71   9.8 s  70   8.7 s  75   8.0 s
    //   clean 400   18  13.4 s  45  11.3 s  24  10.7 s  15   8.9 s
    //   office 300  29   9.5 s  25  10.7 s  35   8.2 s  34   8.3 s  28   7.4 s
    //   fax 204     52   8.2 s                          54   7.7 s
    // Scaling down averages the noise away, and layout analysis works on fewer pixels.
    private const double TargetLetterHeight = 14;

    // Scaling itself costs time and a little sharpness.
    private const double LargestWorthwhileScale = 0.7;

    // Of pages of small letters: a fax of coarse resolution.
    private const double LargestScale = 3;

    // What a page may have then: A4 at 600 dpi has 35 million.
    private const double MostEnlarged = 40e6;

    // Of its light that a page loses where it is darkest. The engine has one threshold for it: letters in the dark would be lost. Of paper more
    // even than this, which is nearly all, flattening makes office pages and faxes worse.
    private const double MostUneven = 0.2;

    // The engine brings every line to one height, and its time goes with the width that is left. Of black and white pages letters a little
    // narrower, their edges smoothed by it, are read better: 8.1 % wrong letters became 7.3 %, 14.3 % lost digits 12.7 %. Gray ones lose little
    // when they are made smaller and narrower at once: docs/decisions/0035.
    private const float NarrowerOfBilevel = 0.82f;
    private const float NarrowerOfGray = 0.92f;

    private const byte White = 255;

    // Radians: under a fifth of a degree turning only blurs.
    private const double SmallestWorthwhileSkew = 0.0035;

    /// <param name="page">Is turned upright, if <paramref name="turn"/> is set.</param>
    public static PreparedPage Prepare(PageImage page, Treatment treatment, bool turn = true)
    {
        // Tesseract looks at gray only; giving it color costs it a conversion and a copy four times the size.
        var pixels = Made(page.Gray());
        try
        {
            var marks = ColorMarks.TakeFrom(pixels, page);
            var measured = Measure(pixels, page.Resolution, treatment);
            var (position, scale) = (turn ? measured.Position : measured.Position with { Quarters = 0 }, measured.Scale);
            if (position.Quarters != 0)
            {
                page.Turn(position.Quarters);
                pixels = Replaced(pixels, LeptonicaApi.Rotate(pixels, position.Quarters));
            }
            var joined = page.Depth == 1 && BrokenStrokes.Join(pixels, measured.LetterHeight);
            var width = measured.LetterHeight is null ? 1 : treatment.LargeLetters ? 1 : page.Depth == 1 ? NarrowerOfBilevel : NarrowerOfGray;
            // Pixels that are made smaller anyway are made narrower in the same step, others at last.
            var (narrowing, narrower) = scale < 1 ? (width, 1f) : (1f, width);
            if (scale < 1) pixels = Replaced(pixels, LeptonicaApi.ScaleDown(pixels, (float)scale * narrowing, (float)scale));
            if (scale > 1) pixels = Replaced(pixels, LeptonicaApi.ScaleUp(pixels, (float)scale, (float)scale));
            // Lines of narrow pixels climb more steeply.
            var skew = position.Skew / narrowing;
            var flattened = measured.IsUneven || treatment.Flatten;
            if (flattened) pixels = Replaced(pixels, LeptonicaApi.FlattenBackground(pixels, 0, 0));
            if (skew != 0) pixels = Replaced(pixels, LeptonicaApi.RotateGray(pixels, (float)skew, White));
            using var level = LevelPage.Of(pixels, page.Resolution * scale, measured.LetterHeight * scale, narrowing);
            Made(level.Ink);
            if (treatment.FrontOnly) BackPrint.Remove(level);
            var ruled = Rules.Remove(level);
            var dotted = Leaders.Remove(level);
            _ = LeptonicaApi.GetDimensions(pixels, out var columns, out var rows, out _);
            var flat = new PreparedShape(scale * narrowing, scale, skew, columns, rows, null, 1);
            var signatures = InkSignatures.Find(level)
                .ConvertAll(box => flat.OnPage(box.X, box.Y, box.X + box.Width, box.Y + box.Height, page.Width, page.Height));
            var packing = RowPacking.Of(level);
            if (packing is not null) pixels = Replaced(pixels, packing.Apply(pixels, level.Paper));
            if (narrower < 1) pixels = Replaced(pixels, LeptonicaApi.ScaleDown(pixels, narrower, 1));
            return new(pixels, (int)Math.Round(page.Resolution * scale), flat with { Packing = packing, Narrower = narrower }, page)
            {
                IsBlank = measured.IsBlank && !marks.Any,
                Regions = marks.Regions(position.Quarters, signatures),
                Steps = Steps(page.Quarters, position.Skew, scale, measured, flattened, ruled, dotted, packing is not null, marks.Any, width, joined),
            };
        }
        catch
        {
            pixels.Dispose();
            throw;
        }
    }

    /// <summary>Makes paper of what lies around the page as well.</summary>
    private static Measured Measure(PixHandle gray, int resolution, Treatment treatment)
    {
        using var ink = PageInk.Of(gray, resolution);
        if (ink is null) return new(default, 1, null);
        if (ink.IsBlank) return new(default, 1, null) { IsBlank = true };
        if (ink.Edges is not null) DarkEdges.Erase(gray, ink.Edges, ink.Paper);
        var position = PagePosition.Detect(ink);
        if (Math.Abs(position.Skew) < SmallestWorthwhileSkew) position = position with { Skew = 0 };
        var height = LetterHeight.Measure(ink);
        return new(position, Scale(height, treatment.LargeLetters ? EnlargeableBy(gray) : null), height) { HadEdges = ink.Edges is not null, Unevenness = ink.Unevenness };
    }

    /// <param name="large">For large letters: by which the page may be scaled at most.</param>
    private static double Scale(double? letterHeight, double? large)
    {
        if (letterHeight is not { } height) return 1;
        if (large is { } most) return Math.Min(most, 2 * TargetLetterHeight / height);
        var scale = TargetLetterHeight / height;
        return scale > LargestWorthwhileScale ? 1 : scale;
    }

    private static double EnlargeableBy(PixHandle gray)
    {
        _ = LeptonicaApi.GetDimensions(gray, out var width, out var height, out _);
        return Math.Clamp(Math.Sqrt(MostEnlarged / ((double)width * height)), 1, LargestScale);
    }

    /// <summary>The same for the same pixels; what was not done is not named.</summary>
    private static Dictionary<string, string> Steps(
        int quarters, double skew, double scale, Measured measured, bool flattened, bool ruled, bool dotted, bool packed, bool uncolored, float width, bool joined)
    {
        var steps = new Dictionary<string, string>();
        if (quarters != 0) steps["turned"] = Invariant($"{quarters * 90}");
        if (skew != 0) steps["skew"] = Invariant($"{double.RadiansToDegrees(skew):0.00}");
        if (scale != 1) steps["scale"] = Invariant($"{scale:0.000}");
        if (measured.HadEdges) steps["edges"] = "removed";
        if (flattened) steps["light"] = "flattened";
        if (joined) steps["strokes"] = "joined";
        if (ruled) steps["rules"] = "removed";
        if (dotted) steps["leaders"] = "removed";
        if (uncolored) steps["color"] = "dropped";
        if (packed) steps["rows"] = "packed";
        if (width < 1) steps["width"] = Invariant($"{width:0.00}");
        return steps;
    }

    private static PixHandle Replaced(PixHandle old, PixHandle made)
    {
        Made(made);
        old.Dispose();
        return made;
    }

    private static PixHandle Made(PixHandle pixels) =>
        pixels.IsInvalid ? throw new InvalidOperationException("The page could not be prepared: out of memory?") : pixels;

    private readonly record struct Measured(PagePosition Position, double Scale, double? LetterHeight)
    {
        public bool IsBlank { get; init; }

        public bool HadEdges { get; init; }

        public double Unevenness { get; init; }

        public bool IsUneven => Unevenness > MostUneven;
    }
}
