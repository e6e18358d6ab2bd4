using AwardArchive.Capture;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;
using AwardArchive.Tests.Capture;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>Pages to export.</summary>
internal static class ExportBench
{
    private static readonly IOptions<CaptureOptions> Capture = Options.Create(new CaptureOptions());

    public const int Width = 1240;
    public const int Height = 1754;
    public const int Dpi = 150;

    public static readonly EngineInfo Engine = new("tesseract", "5.3.0", null, new Dictionary<string, string>());

    /// <summary>Every letter of Vietnamese with every tone, in both cases, ten to a word.</summary>
    public static IReadOnlyList<string> AllLetters { get; } =
    [
        .. "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
            .SelectMany(vowel => ((string[])["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]).Select(tone => (vowel + tone).Normalize()))
            .Concat(["đ", "Đ"]).Chunk(10).Select(letters => string.Concat(letters)),
    ];

    /// <summary>Words of many sizes set in lines of four, two lines to a block.</summary>
    public static PageWords Page(int number, IReadOnlyList<string> texts)
    {
        var words = new List<Word>();
        var right = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var line = i / 4;
            var x = i % 4 == 0 ? 60 : right + 12;
            var width = 60 + (i * 37 % 170);
            words.Add(new(texts[i], x, 60 + (line * 40), width, 20 + (i * 7 % 5), (i % 11) / 10.0, line, line / 2));
            right = x + width;
        }
        return new(number, Width, Height, words, Engine) { Resolution = Dpi };
    }

    public static async Task<byte[]> WriteAsync(ExportFormat format, params ExportPage[] pages)
    {
        // Forward only, as a response is: what seeks or writes while it should wait fails here.
        var output = new ForwardStream();
        var export = format.Open(output, "quyết định \"số 1\" & <2>.tif", Sandboxes.Workers(Capture).FlattenAsync);
        foreach (var page in pages) await export.AddAsync(page, TestContext.Current.CancellationToken);
        await export.CompleteAsync(TestContext.Current.CancellationToken);
        return output.Written.ToArray();
    }

    public static string SaveImage(string path, SKEncodedImageFormat format, SKColorType color = SKColorType.Gray8, SKAlphaType alpha = SKAlphaType.Opaque)
    {
        using var bitmap = new SKBitmap(Width, Height, color, alpha);
        bitmap.Erase(alpha == SKAlphaType.Opaque ? SKColors.LightGray : SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
        using (var ink = new SKPaint { Color = SKColors.Black })
            canvas.DrawRect(300, 300, 500, 900, ink);
        using var file = File.Create(path);
        bitmap.Encode(file, format, 85);
        return path;
    }

    private sealed class ForwardStream : Stream
    {
        public MemoryStream Written { get; } = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Written.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Written.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous writes.");
    }
}
