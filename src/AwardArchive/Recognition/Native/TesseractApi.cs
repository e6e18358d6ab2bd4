using System.Runtime.InteropServices;

namespace AwardArchive.Recognition.Native;

/// <summary>The part of Tesseract's C API (<c>tesseract/capi.h</c>, version 5) that pages need.</summary>
internal static partial class TesseractApi
{
    private const string Library = NativeLibraries.Tesseract;

    [LibraryImport(Library, EntryPoint = "TessVersion")]
    public static partial nint Version();

    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")]
    public static partial void Delete(nint api);

    /// <returns>0 when the language is loaded.</returns>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit3", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(nint api, string dataFolder, string language);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")]
    public static partial void SetPageSegmentation(nint api, int mode);

    /// <remarks>Tesseract keeps a clone of the image until <see cref="Clear"/> or the next image.</remarks>
    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage2")]
    public static partial void SetImage(nint api, PixHandle image);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")]
    public static partial void SetResolution(nint api, int dotsPerInch);

    /// <returns>0 on success, also on a blank page.</returns>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")]
    public static partial int Recognize(nint api, nint monitor);

    /// <summary>1-bit, as the layout was analyzed on; a second handle to the same pixels, which are not to be changed.</summary>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetThresholdedImage")]
    public static partial PixHandle GetInk(nint api);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")]
    public static partial void Clear(nint api);

    /// <returns>Zero when there are no results.</returns>
    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")]
    public static partial nint GetIterator(nint api);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")]
    public static partial void DeleteIterator(nint iterator);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    public static partial int Next(nint iterator, Level level);

    /// <returns>UTF-8, to be freed with <see cref="DeleteText"/>; zero when there is none.</returns>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")]
    public static partial nint GetText(nint iterator, Level level);

    [LibraryImport(Library, EntryPoint = "TessDeleteText")]
    public static partial void DeleteText(nint text);

    /// <returns>0 to 100.</returns>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")]
    public static partial float GetConfidence(nint iterator, Level level);

    /// <remarks>A view of the same object: it lives and moves with the result iterator.</remarks>
    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetPageIterator")]
    public static partial nint GetPageIterator(nint iterator);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtBeginningOf")]
    public static partial int IsAtBeginningOf(nint pageIterator, Level level);

    /// <returns>0 when there is no box.</returns>
    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    public static partial int GetBoundingBox(nint pageIterator, Level level, out int left, out int top, out int right, out int bottom);

    /// <summary><c>TessPageIteratorLevel</c>.</summary>
    public enum Level
    {
        Block = 0,
        Line = 2,
        Word = 3,
    }
}
