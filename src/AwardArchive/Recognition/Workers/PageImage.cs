using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The pixels of a page, upright as its file says until it is turned, without colormap or transparency.</summary>
internal sealed class PageImage : IDisposable
{
    private const int JpegQuality = 85;

    private readonly string _path;
    private readonly string? _presentableAs;

    private PageImage(string path, PixHandle pixels, int resolution, string? reducedFrom, string? presentableAs)
    {
        _path = path;
        _presentableAs = presentableAs;
        Pixels = pixels;
        _ = GetDimensions(pixels, out var width, out var height, out var depth);
        (Width, Height, Depth) = (width, height, depth);
        (Resolution, ReducedFrom) = (resolution, reducedFrom);
    }

    public PixHandle Pixels { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Bits of a pixel: 1 to 32.</summary>
    public int Depth { get; }

    /// <summary>Dots per inch.</summary>
    public int Resolution { get; }

    /// <summary>The size that the file's image has, when it was too large to be read as it is; else null.</summary>
    public string? ReducedFrom { get; }

    /// <param name="frame">From 0; only TIFF has more than one.</param>
    /// <param name="resolution">If known better than the file knows.</param>
    /// <param name="maxPixels">A larger image is made smaller.</param>
    /// <exception cref="UnreadablePageException">Not an image, broken, cut off, or too large to be decoded.</exception>
    public static PageImage Read(string path, int frame, int? resolution, int maxPixels)
    {
        var file = PageFile.Examine(path, frame);
        using var decoded = file.Decode(maxPixels, out var written);
        using var square = SquarePixels.Of(decoded, maxPixels, ref written);
        var orientation = file.Format == ImageFormat.Jpeg ? JpegFile.ReadOrientation(path) : JpegOrientation.Upright;
        var upright = Turn(square ?? decoded, orientation);
        if (upright.IsInvalid) throw new InvalidOperationException("The page could not be turned: out of memory?");
        var (longSide, longSideInFile) = (LongSide(decoded), Math.Max(file.Width, file.Height));
        var inFile = resolution ?? LikelyResolution(written, longSideInFile);
        return new(
            path, upright, longSide == longSideInFile ? inFile : Math.Max(1, inFile * longSide / longSideInFile),
            longSide == longSideInFile ? null : ReducedNote.SizeOf(file.Width, file.Height),
            square is null ? Presentable(file.Format, orientation, file.Samples) : null);
    }

    /// <summary>Gives an image that browsers show with the same pixels: the file itself, or a new one in the folder.</summary>
    public (string Path, string MediaType) Present(string folder)
    {
        if (_presentableAs is not null && Quarters == 0 && ReducedFrom is null) return (_path, _presentableAs);
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

    private static int LongSide(PixHandle pixels)
    {
        _ = GetDimensions(pixels, out var width, out var height, out _);
        return Math.Max(width, height);
    }

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
}
