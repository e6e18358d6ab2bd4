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
    public static PreparedPage Prepare(PageImage page)
    {
        // Tesseract looks at gray only; giving it color costs it a conversion and a copy four times the size.
        var pixels = page.Depth == 1 ? LeptonicaApi.Clone(page.Pixels) : LeptonicaApi.ConvertToGray(page.Pixels, 0);
        if (pixels.IsInvalid) throw new InvalidOperationException("The page could not be converted to gray.");
        return new(pixels, page.Resolution, 1, page);
    }
}
