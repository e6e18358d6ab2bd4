using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Benchmarks;

/// <summary>Every page of the scans as a picture of its own, so that the peer can be given pages. Not timed.</summary>
internal static class PageImages
{
    public static async Task<IReadOnlyList<string>> ExtractAsync(IEnumerable<string> scans, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var scan in scans)
        {
            var prefix = Path.Combine(folder, Path.GetFileNameWithoutExtension(scan));
            switch (Path.GetExtension(scan))
            {
                case ".pdf":
                    await Run.OutputAsync("pdfimages", "-png", scan, prefix);
                    break;
                case ".tif":
                    ExtractTiff(scan, prefix);
                    break;
                case var extension:
                    File.Copy(scan, prefix + extension);
                    break;
            }
        }
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
    }

    private static void ExtractTiff(string path, string prefix)
    {
        using var tiff = Tiff.Open(path, "r");
        for (short page = 0; tiff.SetDirectory(page); page++)
        {
            var width = tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt();
            var height = tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt();
            var raster = new int[width * height];
            if (!tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT)) throw new InvalidDataException(path);
            using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
            System.Runtime.InteropServices.Marshal.Copy(raster, 0, bitmap.GetPixels(), raster.Length);
            using var gray = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
            using (var canvas = new SKCanvas(gray)) canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
            using var file = File.Create($"{prefix}-{page + 1:000}.png");
            using var data = gray.Encode(SKEncodedImageFormat.Png, 100);
            data.SaveTo(file);
        }
    }
}
