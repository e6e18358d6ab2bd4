using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AwardArchive.Archive;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.TesseractApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>One warm handle of the system's Tesseract 5.</summary>
internal sealed class TesseractOcrEngine : IOcrEngine
{
    // Tesseract's segmentation 7: a line.
    internal const int Line = 7;

    // Of the true one. Looking for rules with a brick of a 20th of an inch costs 5 % of a page's time; with a smaller one the engine finds the same words
    // on gray pages, letter for letter. At 0.5, and on faxes, whose strokes are broken, it does not.
    private const double ToldResolution = 0.7;

    private readonly nint _api;
    private readonly int _pageSegmentation;

    private TesseractOcrEngine(nint api, int pageSegmentation, EngineInfo info)
    {
        _api = api;
        _pageSegmentation = pageSegmentation;
        Info = info;
    }

    public EngineInfo Info { get; }

    /// <exception cref="RecognitionUnavailableException">A library or the language data is missing.</exception>
    public static TesseractOcrEngine Open(WorkerSettings settings)
    {
        try
        {
            var models = Tessdata.Find(settings.Language, settings.TessdataFolder);
            var api = Create();
            if (Init(api, Path.GetDirectoryName(models[0])!, settings.Language) != 0)
            {
                Delete(api);
                throw new RecognitionUnavailableException(
                    $"Tesseract không đọc được dữ liệu ngôn ngữ \"{settings.Language}\". Hãy cài đặt lại: {Tessdata.InstallCommand}",
                    $"Tesseract cannot load {string.Join(", ", models)}. Install it again: {Tessdata.InstallCommand}");
            }
            return new(api, settings.PageSegmentation, Describe(settings, models));
        }
        catch (DllNotFoundException e)
        {
            throw new RecognitionUnavailableException(
                $"Chưa cài đặt Tesseract trên máy này. Hãy cài đặt: {Tessdata.InstallCommand}",
                $"Tesseract's libraries do not load: {e.Message} Install them: {Tessdata.InstallCommand}");
        }
    }

    public PageReading Recognize(PreparedPage page, int? pageSegmentation, RetryBudget budget)
    {
        var words = Read(page, page.Pixels, default, pageSegmentation ?? _pageSegmentation, out var missed);
        var (read, unread) = (words.Sum(word => Area(word.Prepared)), missed.Sum(Area));
        foreach (var row in missed)
        {
            if (budget.IsSpent) break;
            using var pixels = MissedText.Cut(page.Pixels, row);
            if (pixels.IsInvalid) continue;
            var again = Read(page, pixels, row, Line, out _);
            if (!MissedText.IsText([.. again.Select(word => word.Word)])) continue;
            PlacedWord.Insert(words, again);
            unread -= Area(row);
        }
        return new([.. words.Select(word => word.Word)], words.Count == 0 ? 0 : (double)read / (read + Math.Max(0, unread)));
    }

    public void Dispose() => Delete(_api);

    private static long Area(Box box) => (long)box.Width * box.Height;

    /// <param name="part">Of the page, what the pixels are of.</param>
    /// <param name="missed">Rows among the pixels that look like text and gave no words.</param>
    private List<PlacedWord> Read(PreparedPage page, PixHandle pixels, Box part, int pageSegmentation, out IReadOnlyList<Box> missed)
    {
        missed = [];
        try
        {
            SetPageSegmentation(_api, pageSegmentation);
            SetImage(_api, pixels);
            SetResolution(_api, (int)(page.Resolution * (page.Page.Depth == 1 ? 1 : ToldResolution)));
            if (TesseractApi.Recognize(_api, 0) != 0) throw new InvalidOperationException("Tesseract gave up on the page.");
            var words = Words(page, part);
            if (pageSegmentation != Line)
            {
                using var ink = GetInk(_api);
                missed = MissedText.Find(ink, [.. words.Select(word => word.Prepared)]);
            }
            return words;
        }
        finally
        {
            Clear(_api);
        }
    }

    private List<PlacedWord> Words(PreparedPage page, Box part)
    {
        var words = new List<PlacedWord>();
        var iterator = GetIterator(_api);
        if (iterator == 0) return words;
        try
        {
            var position = GetPageIterator(iterator);
            int block = -1, line = -1;
            bool blockBegins = true, lineBegins = true;
            do
            {
                // Remembered until a word with letters comes: a block of a picture holds one without.
                blockBegins |= IsAtBeginningOf(position, Level.Block) != 0;
                lineBegins |= IsAtBeginningOf(position, Level.Line) != 0;
                var text = TakeText(iterator);
                if (text.Length == 0 || GetBoundingBox(position, Level.Word, out var left, out var top, out var right, out var bottom) == 0)
                    continue;
                if (blockBegins) block++;
                if (lineBegins || blockBegins) line++;
                blockBegins = lineBegins = false;
                var (x, y) = (part.X + left, part.Y + top);
                var box = page.OnPage(x, y, part.X + right, part.Y + bottom);
                var confidence = Math.Round(Math.Clamp(GetConfidence(iterator, Level.Word) / 100.0, 0, 1), 4);
                words.Add(new(new(text, box.X, box.Y, box.Width, box.Height, confidence, line, block), new(x, y, right - left, bottom - top)));
            }
            while (Next(iterator, Level.Word) != 0);
        }
        finally
        {
            DeleteIterator(iterator);
        }
        return words;
    }

    private static string TakeText(nint iterator)
    {
        var text = GetText(iterator, Level.Word);
        if (text == 0) return "";
        try
        {
            return WordText.Clean(Marshal.PtrToStringUTF8(text)!);
        }
        finally
        {
            DeleteText(text);
        }
    }

    private static EngineInfo Describe(WorkerSettings settings, IReadOnlyList<string> models)
    {
        var hashes = models.Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        return new("tesseract", Marshal.PtrToStringUTF8(TesseractApi.Version())!, string.Join('+', hashes), new Dictionary<string, string>
        {
            ["language"] = settings.Language,
            ["psm"] = settings.PageSegmentation.ToString(CultureInfo.InvariantCulture),
        });
    }
}
