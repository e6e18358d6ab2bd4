using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>Pages to export.</summary>
internal static class ExportBench
{
    public const int Width = 1240;
    public const int Height = 1754;
    public const int Dpi = 150;

    public static readonly EngineInfo Engine = new("tesseract", "5.3.0", null, new Dictionary<string, string>());

    /// <summary>Every letter of Vietnamese with every tone, in both cases, ten to a word.</summary>
    public static IReadOnlyList<string> AllLetters { get; } =
    [
        .. (from vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
            from tone in (string[])["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
            select $"{vowel}{tone}".Normalize()).Concat("đĐ".Select(letter => letter.ToString())).Chunk(10).Select(string.Concat),
    ];

    /// <summary>Words set in lines of up to four, two lines to a block, each where no other is.</summary>
    public static PageWords Page(int number, IReadOnlyList<string> words) => new(
        number, Width, Height,
        [
            .. words.Select((text, i) =>
            {
                var line = i / 4;
                return new Word(text, 40 + (i % 4 * 290), 60 + (line * 40), 60 + (i * 37 % 170), 20 + (i * 7 % 9), (i % 11) / 10.0, line, line / 2);
            }),
        ],
        Engine)
    {
        Resolution = Dpi,
    };

    public static async Task<byte[]> WriteAsync(ExportFormat format, params ExportPage[] pages)
    {
        // Forward only, as a response is: what seeks or writes while it should wait fails here.
        var output = new ForwardStream();
        var export = format.Open(output, "quyết định \"số 1\" & <2>.tif");
        foreach (var page in pages) await export.AddAsync(page, TestContext.Current.CancellationToken);
        await export.CompleteAsync(TestContext.Current.CancellationToken);
        return output.Written.ToArray();
    }

    public static string SaveImage(string path, SKEncodedImageFormat format, SKColorType color = SKColorType.Gray8, SKAlphaType alpha = SKAlphaType.Opaque)
    {
        using var bitmap = new SKBitmap(Width, Height, color, alpha);
        bitmap.Erase(alpha == SKAlphaType.Opaque ? SKColors.LightGray : SKColors.Transparent);
        for (var i = 0; i < Width; i++) bitmap.SetPixel(i, i, SKColors.Black);
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
