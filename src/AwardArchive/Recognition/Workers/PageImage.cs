using System.Runtime.InteropServices;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The pixels of a page, upright as its file says until it is turned, without colormap or transparency.</summary>
internal sealed class PageImage : IDisposable
{
    // Tesseract keeps coordinates in 16 bits.
    private const int MaxSide = 32_000;
    private const int JpegQuality = 85;
    private const int BytesPerPixel = 4;

    private readonly string _path;
    private readonly string? _presentableAs;

    private PageImage(string path, PixHandle pixels, int? knownResolution, string? presentableAs)
    {
        _path = path;
        _presentableAs = presentableAs;
        Pixels = pixels;
        _ = GetDimensions(pixels, out var width, out var height, out var depth);
        (Width, Height, Depth) = (width, height, depth);
        Resolution = knownResolution ?? LikelyResolution(GetResolution(pixels), Math.Max(width, height));
    }

    public PixHandle Pixels { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Bits of a pixel: 1 to 32.</summary>
    public int Depth { get; }

    /// <summary>Dots per inch.</summary>
    public int Resolution { get; }

    /// <param name="frame">From 0; only TIFF has more than one.</param>
    /// <param name="resolution">If known better than the file knows.</param>
    /// <exception cref="UnreadablePageException">Not an image, broken, cut off, or too large.</exception>
    public static PageImage Read(string path, int frame, int? resolution, int maxPixels)
    {
        _ = SetMessageSeverity(SeverityNone);
        if (ReadHeader(path, out var format, out var width, out var height, out _, out var samples, out _) != 0)
            throw Unreadable("Tệp ảnh của trang này bị hỏng hoặc không đúng định dạng.", "The image header cannot be read.");
        var isTiff = format is not (ImageFormat.Jpeg or ImageFormat.Png or ImageFormat.Pnm);
        if (isTiff && ReadTiffHeader(path, frame, out width, out height, out _, out _, out _, out _, out _) != 0)
            throw Unreadable($"Không đọc được trang {frame + 1} của tệp TIFF.", $"TIFF directory {frame} cannot be read.");
        if ((long)width * height > maxPixels || width > MaxSide || height > MaxSide)
            throw Unreadable($"Ảnh của trang quá lớn: {width} × {height} điểm ảnh.", $"{width} x {height} pixels are too many.");

        ReserveMemory((long)width * height * BytesPerPixel);
        var warnings = 0;
        using var raw = format switch
        {
            ImageFormat.Jpeg => ReadJpeg(path, 0, 1, out warnings, 0),
            _ when isTiff => ReadTiff(path, frame),
            _ => LeptonicaApi.Read(path),
        };
        // The decoder paints what is missing gray and only warns; it also warns of harmless things, so the end of the file decides.
        if (raw.IsInvalid || (warnings > 0 && !JpegFile.HasEnd(path)))
            throw Unreadable("Ảnh của trang bị hỏng hoặc bị cắt cụt.", $"The {format} image is broken or ends too early.");

        var orientation = format == ImageFormat.Jpeg ? JpegFile.ReadOrientation(path) : JpegOrientation.Upright;
        using var turned = Turn(raw, orientation);
        using var opaque = RemoveAlpha(turned);
        var pixels = RemoveColormap(opaque, 4);
        if (pixels.IsInvalid) throw new InvalidOperationException("The pixels could not be converted: out of memory?");
        return new(path, pixels, resolution, Presentable(format, orientation, samples));
    }

    /// <summary>Gives an image that browsers show with the same pixels: the file itself, or a new one in the folder.</summary>
    public (string Path, string MediaType) Present(string folder)
    {
        if (_presentableAs is not null && Quarters == 0) return (_path, _presentableAs);
        var (path, mediaType) = Depth == 1
            ? (Path.Combine(folder, "view.png"), "image/png")
            : (Path.Combine(folder, "view.jpg"), "image/jpeg");
        var written = Depth switch
        {
            1 => Write(path, Pixels, ImageFormat.Png),
            8 or 32 => WriteJpeg(path, Pixels, JpegQuality, 0),
            _ => WriteGray(path),
        };
        if (written != 0) throw new IOException("The image for viewing could not be written.");
        return (path, mediaType);
    }

    /// <summary>Turns of 90 degrees clockwise by which it has been turned, 0 to 3.</summary>
    public int Quarters { get; private set; }

    /// <summary>Turns the page, for reading and for looking.</summary>
    /// <param name="quarters">Turns of 90 degrees clockwise, 1 to 3.</param>
    public void Turn(int quarters)
    {
        var turned = Rotate(Pixels, quarters);
        if (turned.IsInvalid) throw new InvalidOperationException("The page could not be turned: out of memory?");
        Pixels.Dispose();
        Pixels = turned;
        if (quarters % 2 != 0) (Width, Height) = (Height, Width);
        Quarters = (Quarters + quarters) % 4;
    }

    /// <summary>A new image: 8-bit gray.</summary>
    public PixHandle Gray() => ConvertToGray(Pixels, 0);

    public void Dispose() => Pixels.Dispose();

    /// <summary>Without room the decoder would fail just as it does on a broken file, and the page would be blamed.</summary>
    /// <exception cref="OutOfMemoryException">There is no room.</exception>
    private static unsafe void ReserveMemory(long bytes) => NativeMemory.Free(NativeMemory.Alloc((nuint)bytes));

    private int WriteGray(string path)
    {
        using var gray = Gray();
        return WriteJpeg(path, gray, JpegQuality, 0);
    }

    private static string? Presentable(ImageFormat format, JpegOrientation orientation, int samples) => format switch
    {
        // Browsers turn a photo by its EXIF, and boxes would then point elsewhere; and they disagree about CMYK.
        ImageFormat.Jpeg when orientation == JpegOrientation.Upright && samples is 1 or 3 => "image/jpeg",
        ImageFormat.Png => "image/png",
        _ => null,
    };

    private static PixHandle Turn(PixHandle pixels, JpegOrientation orientation)
    {
        if (!orientation.Mirrored) return Rotate(pixels, orientation.Quarters);
        using var mirrored = Mirror(0, pixels);
        return Rotate(mirrored, orientation.Quarters);
    }

    /// <remarks>Cameras and programs write 72 or nonsense: then the page is taken for A4, 11.7 inches long.</remarks>
    private static int LikelyResolution(int written, int longSide) =>
        written is >= 100 and <= 1200 ? written : Math.Clamp((int)(longSide / 11.7), 70, 1200);

    private static UnreadablePageException Unreadable(string reason, string message) => new(reason, message);
}
