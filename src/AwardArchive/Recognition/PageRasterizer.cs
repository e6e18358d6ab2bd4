using System.Globalization;
using AwardArchive.Capture;
using AwardArchive.Capture.Sandbox;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>Gets an image of a PDF page with Poppler's programs.</summary>
internal sealed class PageRasterizer(IOptions<RecognitionOptions> options, ParserSandbox sandbox)
{
    public const string InstallCommand = "apt-get install poppler-utils";

    // When the size of the page is unknown: the long side of A4 at 300 dpi.
    private const int FallbackLongSide = 3508;

    // Of a PNG nine tenths of the drawing's time go into packing: 0.85 s a page against 0.06. Nothing is lost that is not in the PDF, which is kept.
    private static readonly string[] ForViewing = ["-jpeg", "-jpegopt", "quality=90"];

    // PNM in color, with its head.
    private const int MostBytesAPixel = 4;

    // pdfimages writes files only: the one it makes is passed on, if it is one.
    private const string PassImageOn = "folder=\"$1\"; shift; pdfimages \"$@\" \"$folder/scan\" || exit; set -- \"$folder\"/scan-*; [ $# = 1 ] && exec cat \"$1\"";

    private readonly RecognitionOptions _options = options.Value;

    /// <summary>Takes the page's one image out of the file: a JPEG as it is, anything else as PNM.</summary>
    /// <returns>Null when the file does not hold it as one plain image after all.</returns>
    /// <exception cref="UnreadablePageException">The image is too large.</exception>
    /// <exception cref="RecognitionUnavailableException">Poppler is missing.</exception>
    public async Task<string?> ExtractAsync(string pdf, int page, string folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, "image");
        var result = await RunAsync(
            "pdfimages", file => ["/bin/sh", "-c", PassImageOn, "sh", sandbox.TemporaryFolderOr(folder), "-j", .. Only(page), file], pdf, target, cancellationToken);
        return result.ExitCode == 0 && HasContent(target) ? target : null;
    }

    /// <summary>Draws the page in its crop box, annotations included.</summary>
    /// <param name="dpi">Null: fitted to an A4 page at 300.</param>
    /// <param name="forViewing">A JPEG; else PNM, which loses nothing, for recognizing.</param>
    /// <exception cref="OcrWorkerDiedException">Poppler was killed.</exception>
    /// <exception cref="UnreadablePageException">The page cannot be drawn.</exception>
    /// <exception cref="RecognitionUnavailableException">Poppler is missing.</exception>
    public async Task<string> DrawAsync(string pdf, int page, int? dpi, bool forViewing, string folder, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, forViewing ? "drawing.jpg" : "drawing.ppm");
        string[] size = dpi is { } known ? ["-r", Text(known)] : ["-scale-to", Text(FallbackLongSide)];
        string[] form = forViewing ? ForViewing : [];
        var result = await RunAsync(
            "pdftoppm", file => ["pdftoppm", .. form, .. size, "-cropbox", "-singlefile", .. Only(page), file], pdf, target, cancellationToken);
        if (result.ExitCode == 0 && HasContent(target)) return target;
        throw new UnreadablePageException(
            $"Không hiển thị được trang {page} của tệp PDF: tệp có thể bị hỏng.", $"pdftoppm ended with exit code {result.ExitCode}. {result.Errors}");
    }

    private async Task<ProcessResult> RunAsync(
        string program, Func<string, string[]> command, string pdf, string target, CancellationToken cancellationToken)
    {
        using var handed = new HandedFile(sandbox, pdf);
        // A small PDF can claim an image that would fill the disk.
        var limits = new ProcessLimits(_options.PageTimeout, _options.WorkerMemoryBytes)
        {
            FileBytes = (long)MostBytesAPixel * _options.MaxPagePixels,
            YieldToOthers = _options.YieldToOthers,
            OutputFile = target,
            Visible = handed.Visible,
            MayFork = program == "pdfimages",
        };
        var words = command(handed.Inside);
        var result = await LimitedProcess.RunAsync(sandbox, words[0], words[1..], limits, cancellationToken);
        if (result.NotFound) throw Missing(program);
        if (result.TimedOut) throw new OcrTimeoutException(_options.PageTimeout);
        if (result.WroteTooMuch)
            throw new UnreadablePageException(
                $"Ảnh của trang quá lớn: hơn {_options.MaxPagePixels} điểm ảnh.", $"{program} wanted to write more than {limits.FileBytes} bytes.");
        // A signal: Poppler crashed, or somebody needed its memory. That may pass.
        return result.ExitCode > 128 ? throw new OcrWorkerDiedException(program, result.ExitCode, result.Errors) : result;
    }

    private static string[] Only(int page) => ["-f", Text(page), "-l", Text(page)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool HasContent(string file) => new FileInfo(file) is { Exists: true, Length: > 0 };

    public static RecognitionUnavailableException Missing(string program) => new(
        $"Chưa cài đặt chương trình {program} trên máy này. Hãy cài đặt: {InstallCommand}",
        $"{program} is missing. Install it: {InstallCommand}");
}
