using System.Runtime.InteropServices;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The file of a page image, as its header describes it.</summary>
/// <param name="Frame">From 0; only TIFF has more than one.</param>
/// <param name="Bits">Of a sample.</param>
internal sealed record PageFile(string Path, int Frame, ImageFormat Format, int Width, int Height, int Bits, int Samples, bool HasColormap)
{
    // Tesseract keeps coordinates in 16 bits.
    private const int MaxSide = 32_000;
    private const int DeepestPixel = 4;

    // What else is allocated while an image is decoded and made smaller.
    private const long Spare = 64 << 20;

    private bool IsTiff => Format is not (ImageFormat.Jpeg or ImageFormat.Png or ImageFormat.Pnm);

    /// <exception cref="UnreadablePageException">No image, or a broken header.</exception>
    public static PageFile Examine(string path, int frame)
    {
        _ = SetMessageSeverity(SeverityNone);
        if (ReadHeader(path, out var format, out var width, out var height, out var bits, out var samples, out var colormap) != 0)
            throw new UnreadablePageException("Tệp ảnh của trang này bị hỏng hoặc không đúng định dạng.", "The image header cannot be read.");
        var file = new PageFile(path, frame, format, width, height, bits, samples, colormap != 0);
        if (!file.IsTiff) return file;
        if (ReadTiffHeader(path, frame, out width, out height, out bits, out samples, out _, out colormap, out _) != 0)
            throw new UnreadablePageException($"Không đọc được trang {frame + 1} của tệp TIFF.", $"TIFF directory {frame} cannot be read.");
        return file with { Width = width, Height = height, Bits = bits, Samples = samples, HasColormap = colormap != 0 };
    }

    /// <summary>The pixels without colormap and transparency; fewer when the file has more than allowed, or a side too long for the engine.</summary>
    /// <param name="resolution">Written in the file, in dots per inch; 0 when there is none.</param>
    /// <exception cref="UnreadablePageException">Broken, cut off, or too large to be decoded in the memory that is left.</exception>
    public PixHandle Decode(int maxPixels, out int resolution)
    {
        var scale = Math.Min(Math.Sqrt((double)maxPixels / ((long)Width * Height)), (double)MaxSide / Math.Max(Width, Height));
        if (scale >= 1)
        {
            ReserveMemory((long)Width * Height * DeepestPixel);
            return DecodePlain(1, out resolution);
        }

        // JPEG decodes to a half, a quarter or an eighth at once.
        var reduction = Format != ImageFormat.Jpeg ? 1 : scale switch { <= 0.125 => 8, <= 0.25 => 4, <= 0.5 => 2, _ => 1 };
        try
        {
            ReserveMemory(DecodingBytes(reduction) + ((long)maxPixels * DeepestPixel) + Spare);
        }
        catch (OutOfMemoryException)
        {
            throw new UnreadablePageException(
                $"Ảnh của trang quá lớn: {Width} × {Height} điểm ảnh.", $"{Width} x {Height} pixels cannot be decoded in the memory of a worker.");
        }
        using var large = DecodePlain(reduction, out resolution);
        return ShrinkTo((int)(Width * scale), (int)(Height * scale), large);
    }

    private PixHandle DecodePlain(int reduction, out int resolution)
    {
        var warnings = 0;
        using var raw = Format switch
        {
            ImageFormat.Jpeg => ReadJpeg(Path, 0, reduction, out warnings, 0),
            _ when IsTiff => ReadTiff(Path, Frame),
            _ => Read(Path),
        };
        // The decoder paints what is missing gray and only warns; it also warns of harmless things, so the end of the file decides.
        if (raw.IsInvalid || (warnings > 0 && !JpegFile.HasEnd(Path)))
            throw new UnreadablePageException("Ảnh của trang bị hỏng hoặc bị cắt cụt.", $"The {Format} image is broken or ends too early.");
        resolution = GetResolution(raw);
        using var opaque = RemoveAlpha(raw);
        return Made(RemoveColormap(opaque, 4));
    }

    /// <summary>Both of rows and pixels, as libpng and libtiff keep them; of transparency removed as well.</summary>
    private long DecodingBytes(int reduction)
    {
        var pixels = (long)Width * Height;
        if (Format == ImageFormat.Jpeg)
        {
            // All coefficients of a progressive file are kept until its last scan, two bytes each (ITU-T T.81, annex G).
            var coefficients = JpegFile.ReadFrame(Path) is { Process: 0xC2 } ? 2 * Samples * pixels : 0;
            return coefficients + (pixels / (reduction * reduction) * DeepestPixel);
        }
        var bits = Samples == 1 && !HasColormap ? Bits : 8 * DeepestPixel;
        return pixels * bits / 8 * (Samples is 2 or 4 ? 3 : 2);
    }

    private static PixHandle ShrinkTo(int width, int height, PixHandle large)
    {
        _ = GetDimensions(large, out var fromWidth, out var fromHeight, out var depth);
        var (scaleX, scaleY) = ((float)width / fromWidth, (float)height / fromHeight);
        if (scaleX >= 1) return Clone(large);
        return Made(depth == 1 ? ScaleToGray(large, Math.Min(scaleX, scaleY)) : ScaleDown(large, scaleX, scaleY));
    }

    private static PixHandle Made(PixHandle pixels) =>
        pixels.IsInvalid ? throw new InvalidOperationException("The pixels could not be converted: out of memory?") : pixels;

    /// <summary>Without room the decoder would fail just as it does on a broken file, and the page would be blamed.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    private static unsafe void ReserveMemory(long bytes) => NativeMemory.Free(NativeMemory.Alloc((nuint)bytes));
}
