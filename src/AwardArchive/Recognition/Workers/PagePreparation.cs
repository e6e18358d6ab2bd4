using AwardArchive.Recognition.Native;

namespace AwardArchive.Recognition.Workers;

/// <summary>A page as the engine should see it.</summary>
/// <param name="Pixels">1-bit, or 8-bit gray.</param>
/// <param name="Resolution">Of <paramref name="Pixels"/>, dots per inch.</param>
/// <param name="Scale">Pixels here for one pixel of the page.</param>
/// <param name="Page">Whose boxes the words get.</param>
internal sealed record PreparedPage(PixHandle Pixels, int Resolution, double Scale, PageImage Page) : IDisposable
{
    public void Dispose() => Pixels.Dispose();
}

/// <summary>What is done to a page's pixels between reading them and recognizing them. People see the page untouched.</summary>
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
    private const double LargestWorthwhileScale = 0.8;

    public static PreparedPage Prepare(PageImage page)
    {
        // Tesseract looks at gray only; giving it color costs it a conversion and a copy four times the size.
        var gray = Made(page.Gray());
        var scale = LetterHeight.Measure(gray, page.Resolution) is { } height ? TargetLetterHeight / height : 1;
        if (scale > LargestWorthwhileScale && page.Depth != 1) return new(gray, page.Resolution, 1, page);
        using (gray)
        {
            return scale > LargestWorthwhileScale
                ? new(LeptonicaApi.Clone(page.Pixels), page.Resolution, 1, page)
                : new(Made(LeptonicaApi.ScaleDown(gray, (float)scale, (float)scale)), (int)Math.Round(page.Resolution * scale), scale, page);
        }
    }

    private static PixHandle Made(PixHandle pixels) =>
        pixels.IsInvalid ? throw new InvalidOperationException("The page could not be prepared: out of memory?") : pixels;
}
