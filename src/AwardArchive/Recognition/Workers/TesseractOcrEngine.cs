using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AwardArchive.Recognition.Native;
using static AwardArchive.Recognition.Native.TesseractApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>One warm handle of the system's Tesseract 5.</summary>
internal sealed class TesseractOcrEngine : IOcrEngine
{
    private readonly nint _api;

    private TesseractOcrEngine(nint api, EngineInfo info)
    {
        _api = api;
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
            SetPageSegmentation(api, settings.PageSegmentation);
            return new(api, Describe(settings, models));
        }
        catch (DllNotFoundException e)
        {
            throw new RecognitionUnavailableException(
                $"Chưa cài đặt Tesseract trên máy này. Hãy cài đặt: {Tessdata.InstallCommand}",
                $"Tesseract's libraries do not load: {e.Message} Install them: {Tessdata.InstallCommand}");
        }
    }

    public IReadOnlyList<Word> Recognize(PreparedPage page)
    {
        try
        {
            SetImage(_api, page.Pixels);
            SetResolution(_api, page.Resolution);
            if (TesseractApi.Recognize(_api, 0) != 0) throw new InvalidOperationException("Tesseract gave up on the page.");
            return Words(page);
        }
        finally
        {
            Clear(_api);
        }
    }

    public void Dispose() => Delete(_api);

    private List<Word> Words(PreparedPage page)
    {
        var words = new List<Word>();
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
                var box = page.OnPage(left, top, right, bottom);
                var confidence = Math.Round(Math.Clamp(GetConfidence(iterator, Level.Word) / 100.0, 0, 1), 4);
                words.Add(new(text, box.X, box.Y, box.Width, box.Height, confidence, line, block));
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
