using System.Runtime.InteropServices;

namespace AwardArchive.Recognition.Native;

/// <summary>The part of Leptonica that reads, measures and writes page images.</summary>
internal static partial class LeptonicaApi
{
    private const string Library = NativeLibraries.Leptonica;

    /// <summary>What goes wrong is seen in return values; its messages would only fill the log.</summary>
    public const int SeverityNone = 6;

    [LibraryImport(Library, EntryPoint = "setMsgSeverity")]
    public static partial int SetMessageSeverity(int severity);

    /// <param name="format">One of <see cref="ImageFormat"/>.</param>
    /// <returns>0 on success.</returns>
    [LibraryImport(Library, EntryPoint = "pixReadHeader", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ReadHeader(
        string path, out ImageFormat format, out int width, out int height, out int bitsPerSample, out int samplesPerPixel, out int hasColormap);

    /// <param name="frame">From 0.</param>
    [LibraryImport(Library, EntryPoint = "readHeaderTiff", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ReadTiffHeader(
        string path, int frame, out int width, out int height, out int bitsPerSample, out int samplesPerPixel, out int resolution,
        out int hasColormap, out ImageFormat format);

    [LibraryImport(Library, EntryPoint = "pixRead", StringMarshalling = StringMarshalling.Utf8)]
    public static partial PixHandle Read(string path);

    /// <param name="frame">From 0.</param>
    [LibraryImport(Library, EntryPoint = "pixReadTiff", StringMarshalling = StringMarshalling.Utf8)]
    public static partial PixHandle ReadTiff(string path, int frame);

    /// <param name="warnings">How often the decoder had to guess; more than 0 for a file that ends too early.</param>
    [LibraryImport(Library, EntryPoint = "pixReadJpeg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial PixHandle ReadJpeg(string path, int withColormap, int reduction, out int warnings, int hint);

    /// <summary>All zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixCreate")]
    public static partial PixHandle Create(int width, int height, int depth);

    /// <summary>A second handle to the same pixels.</summary>
    [LibraryImport(Library, EntryPoint = "pixClone")]
    public static partial PixHandle Clone(PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixGetDimensions")]
    public static partial int GetDimensions(PixHandle pix, out int width, out int height, out int depth);

    [LibraryImport(Library, EntryPoint = "pixGetXRes")]
    public static partial int GetResolution(PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixGetYRes")]
    public static partial int GetResolutionDown(PixHandle pix);

    /// <summary>Blends a transparent image over white; a clone when it has no transparency.</summary>
    [LibraryImport(Library, EntryPoint = "pixRemoveAlpha")]
    public static partial PixHandle RemoveAlpha(PixHandle pix);

    /// <summary>8-bit gray from any depth, colormap removed.</summary>
    [LibraryImport(Library, EntryPoint = "pixConvertTo8")]
    public static partial PixHandle ConvertToGray(PixHandle pix, int withColormap);

    /// <param name="type">4: to the depth that the colors need; a clone when there is no colormap.</param>
    [LibraryImport(Library, EntryPoint = "pixRemoveColormap")]
    public static partial PixHandle RemoveColormap(PixHandle pix, int type);

    /// <summary>Area mapping: every source pixel counts.</summary>
    [LibraryImport(Library, EntryPoint = "pixScaleAreaMap")]
    public static partial PixHandle ScaleDown(PixHandle pix, float scaleX, float scaleY);

    /// <summary>8-bit gray from 1-bit pixels, smaller.</summary>
    [LibraryImport(Library, EntryPoint = "pixScaleToGray")]
    public static partial PixHandle ScaleToGray(PixHandle binary, float scale);

    /// <summary>1: a copy of them.</summary>
    public const int CopyNumbers = 1;

    /// <returns>A <c>NUMA</c>, to be freed with <see cref="DestroyNumbers"/>.</returns>
    [LibraryImport(Library, EntryPoint = "numaCreateFromFArray")]
    public static partial nint CreateNumbers(ReadOnlySpan<float> numbers, int count, int how);

    [LibraryImport(Library, EntryPoint = "numaDestroy")]
    public static partial void DestroyNumbers(ref nint numbers);

    /// <summary>Otsu's method: the index that parts a histogram best in two; of those nearly as good the one with the lowest count.</summary>
    /// <param name="scoreFraction">How much worse than the best a split may be.</param>
    /// <param name="mean1">Zero, as those after it: not wanted.</param>
    /// <returns>0 on success.</returns>
    [LibraryImport(Library, EntryPoint = "numaSplitDistribution")]
    public static partial int SplitDistribution(
        nint histogram, float scoreFraction, out int split, nint mean1, nint mean2, nint count1, nint count2, nint scores);

    /// <summary>Ink is what is darker than the level.</summary>
    [LibraryImport(Library, EntryPoint = "pixThresholdToBinary")]
    public static partial PixHandle ThresholdAt(PixHandle gray, int level);

    /// <param name="connectivity">4 or 8 neighbors.</param>
    /// <returns>A <c>BOXA</c>, to be freed with <see cref="DestroyBoxes"/>.</returns>
    [LibraryImport(Library, EntryPoint = "pixConnCompBB")]
    public static partial nint FindShapes(PixHandle binary, int connectivity);

    [LibraryImport(Library, EntryPoint = "boxaGetCount")]
    public static partial int CountBoxes(nint boxes);

    [LibraryImport(Library, EntryPoint = "boxaGetBoxGeometry")]
    public static partial int GetBox(nint boxes, int index, out int x, out int y, out int width, out int height);

    [LibraryImport(Library, EntryPoint = "boxaDestroy")]
    public static partial void DestroyBoxes(ref nint boxes);

    /// <summary>Divides by the brightness of the paper around, so that all of it is white. 8-bit gray.</summary>
    /// <param name="mask">Zero: no pictures to leave out.</param>
    /// <param name="gray">Zero: not needed for gray pixels.</param>
    [LibraryImport(Library, EntryPoint = "pixBackgroundNormSimple")]
    public static partial PixHandle FlattenBackground(PixHandle pix, nint mask, nint gray);

    /// <summary>Keeps the shapes of some sizes.</summary>
    /// <param name="sides">6: both width and height count.</param>
    /// <param name="relation">1: smaller than.</param>
    [LibraryImport(Library, EntryPoint = "pixSelectBySize")]
    public static partial PixHandle SelectShapes(PixHandle binary, int width, int height, int connectivity, int sides, int relation, nint changed);

    /// <param name="degrees">By which to turn clockwise to make lines level.</param>
    /// <param name="confidence">3 and more is sure.</param>
    /// <returns>0 when found.</returns>
    [LibraryImport(Library, EntryPoint = "pixFindSkew")]
    public static partial int FindSkew(PixHandle binary, out float degrees, out float confidence);

    /// <summary>Half the size for each rank that is not zero.</summary>
    /// <param name="rank">1 to 4: how many of four pixels must be ink to give ink; <paramref name="rank2"/> and so on for the next halving, 0 for none.</param>
    [LibraryImport(Library, EntryPoint = "pixReduceRankBinaryCascade")]
    public static partial PixHandle Reduce(PixHandle binary, int rank, int rank2, int rank3, int rank4);

    /// <summary>How much the ink differs from one row of pixels to the next.</summary>
    [LibraryImport(Library, EntryPoint = "pixFindDifferentialSquareSum")]
    public static partial int MeasureRowContrast(PixHandle binary, out float sum);

    /// <param name="confidence">In standard deviations; positive for more ascenders than descenders.</param>
    /// <param name="minCount">Fewer of both give 0.</param>
    /// <param name="debug">0.</param>
    [LibraryImport(Library, EntryPoint = "pixUpDownDetect")]
    public static partial int DetectUpsideDown(PixHandle binary, out float confidence, int minCount, int debug);

    /// <summary>Clockwise around the middle, same size; each new pixel is a mean of those it covers. 8-bit gray.</summary>
    [LibraryImport(Library, EntryPoint = "pixRotateAMGray")]
    public static partial PixHandle RotateGray(PixHandle gray, float radians, byte outside);

    /// <param name="type">3: sampling, for 1-bit pixels.</param>
    /// <param name="outside">1: white.</param>
    /// <param name="width">0, as <paramref name="height"/>: same size.</param>
    [LibraryImport(Library, EntryPoint = "pixRotate")]
    public static partial PixHandle RotateBinary(PixHandle binary, float radians, int type, int outside, int width, int height);

    /// <summary>Keeps ink where it fills a brick of this size, nearly: large bricks are made of two small ones, which is several times faster.</summary>
    /// <remarks>A new image when <paramref name="destination"/> is zero.</remarks>
    [LibraryImport(Library, EntryPoint = "pixOpenCompBrick")]
    public static partial PixHandle Open(nint destination, PixHandle binary, int width, int height);

    [LibraryImport(Library, EntryPoint = "pixDilateBrick")]
    public static partial PixHandle Dilate(nint destination, PixHandle binary, int width, int height);

    /// <summary>Fills gaps smaller than the brick; a new image when <paramref name="destination"/> is zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixCloseSafeBrick")]
    public static partial PixHandle Close(nint destination, PixHandle binary, int width, int height);

    /// <summary>Drops the shapes that touch a side of the image.</summary>
    [LibraryImport(Library, EntryPoint = "pixRemoveBorderConnComps")]
    public static partial PixHandle RemoveBorderShapes(PixHandle binary, int connectivity);

    /// <summary>The ink that the other has not; a new image when <paramref name="destination"/> is zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixSubtract")]
    public static partial PixHandle Subtract(nint destination, PixHandle binary, PixHandle other);

    /// <summary>The shapes of the mask in which the seed has ink; a new image when <paramref name="destination"/> is zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixSeedfillBinary")]
    public static partial PixHandle Fill(nint destination, PixHandle seed, PixHandle mask, int connectivity);

    /// <summary>Ink where there was none; a new image when <paramref name="destination"/> is zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixInvert")]
    public static partial PixHandle Invert(nint destination, PixHandle pix);

    /// <summary>By linear interpolation, larger or a little smaller.</summary>
    [LibraryImport(Library, EntryPoint = "pixScaleLI")]
    public static partial PixHandle ScaleUp(PixHandle gray, float scaleX, float scaleY);

    /// <summary>By sampling, larger or smaller.</summary>
    [LibraryImport(Library, EntryPoint = "pixScaleBinary")]
    public static partial PixHandle ScaleBinary(PixHandle binary, float scaleX, float scaleY);

    /// <param name="table">Zero: made as needed.</param>
    [LibraryImport(Library, EntryPoint = "pixCountPixels")]
    public static partial int CountPixels(PixHandle binary, out int count, nint table);

    [LibraryImport(Library, EntryPoint = "pixCopy")]
    public static partial PixHandle Copy(nint destination, PixHandle pix);

    /// <summary>For <see cref="Combine"/> (<c>PIX_SRC</c>).</summary>
    public const int Replace = 0xC;

    /// <summary>Combines a rectangle of pixels with one of another image, or with nothing.</summary>
    /// <param name="operation"><see cref="Replace"/> or another of <c>pix.h</c>.</param>
    [LibraryImport(Library, EntryPoint = "pixRasterop")]
    public static partial int Combine(
        PixHandle destination, int x, int y, int width, int height, int operation, PixHandle source, int sourceX, int sourceY);

    /// <summary>Words of 32 bits, rows one after another; in a word the leftmost pixel has the highest bits.</summary>
    [LibraryImport(Library, EntryPoint = "pixGetData")]
    public static partial nint GetData(PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixGetWpl")]
    public static partial int GetWordsPerRow(PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixZero")]
    public static partial int IsEmpty(PixHandle pix, out int empty);

    /// <summary>Sets the pixels under the mask's ink.</summary>
    [LibraryImport(Library, EntryPoint = "pixSetMasked")]
    public static partial int Paint(PixHandle pix, PixHandle mask, uint value);

    /// <param name="quarters">Turns of 90 degrees clockwise, 0 to 3.</param>
    [LibraryImport(Library, EntryPoint = "pixRotateOrth")]
    public static partial PixHandle Rotate(PixHandle pix, int quarters);

    /// <summary>Left to right; a new image when <paramref name="destination"/> is zero.</summary>
    [LibraryImport(Library, EntryPoint = "pixFlipLR")]
    public static partial PixHandle Mirror(nint destination, PixHandle pix);

    [LibraryImport(Library, EntryPoint = "pixWriteJpeg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteJpeg(string path, PixHandle pix, int quality, int progressive);

    [LibraryImport(Library, EntryPoint = "pixWrite", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Write(string path, PixHandle pix, ImageFormat format);

    [LibraryImport(Library, EntryPoint = "pixDestroy")]
    public static partial void Destroy(ref nint pix);

    /// <summary><c>IFF_</c> values of <c>imageio.h</c>; TIFF is 4 (plain) to 11 (by compression), and 17 for JPEG inside.</summary>
    public enum ImageFormat
    {
        Unknown = 0,
        Jpeg = 2,
        Png = 3,
        Tiff = 4,
        Pnm = 11,
    }
}

/// <summary>A Leptonica <c>PIX</c>; disposing it frees the pixels.</summary>
internal sealed class PixHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LeptonicaApi.Destroy(ref handle);
        return true;
    }
}
