using System.Globalization;
using System.Text.RegularExpressions;
using AwardArchive.Capture.Sandbox;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture;

/// <summary>Asks poppler's pdfinfo about a PDF, in a process of its own with limits: the format is too rich for the server's own.</summary>
internal sealed partial class PdfInspector(IOptions<CaptureOptions> options, ParserSandbox sandbox)
{
    /// <summary>Readers want <c>%%EOF</c> in the last 1,024 bytes (ISO 32000-1, annex H.3.4.4); scanners pad files behind it.</summary>
    private const int EndLength = 1024;

    private const int MostPadding = 64 * 1024;

    /// <param name="path">Absolute, so that it is never taken for an option.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <returns>The number of pages, at least 1.</returns>
    /// <exception cref="CaptureRefusedException">It is encrypted, damaged, cut off, without pages or with too many.</exception>
    public async Task<int> CountPagesAsync(string path, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        if (!HasEnd(path)) throw Damaged("thiếu phần cuối, có thể tệp bị cắt cụt");
        using var pdf = new HandedFile(sandbox, path);
        var result = await LimitedProcess.RunAsync(
            sandbox, "pdfinfo", [pdf.Inside], new(limits.PdfTimeout, limits.PdfMemoryBytes) { Visible = pdf.Visible }, cancellationToken);
        if (result.NotFound)
        {
            throw new CaptureRefusedException(
                CaptureProblem.PdfToolsMissing, "Máy chủ chưa có pdfinfo; quản trị viên cần cài: apt-get install poppler-utils.");
        }
        if (result.TimedOut) throw Damaged("không đọc xong trong thời gian cho phép");
        // A PDF that opens without a password but restricts its use is refused too: poppler may stop reading it, and PDF/A forbids it.
        if (result.Errors.Contains("Incorrect password", StringComparison.Ordinal) || Value(result.Output, "Encrypted") is not (null or "no"))
            throw new CaptureRefusedException(CaptureProblem.EncryptedPdf, "Tệp PDF được mã hóa; hãy bỏ mật khẩu và hạn chế rồi gửi lại.");
        if (result.Errors.Contains("the last page (0)", StringComparison.Ordinal)) throw WithoutPages(result.Errors, limits);
        if (result.ExitCode != 0) throw Damaged("không đọc được cấu trúc tệp");
        if (!int.TryParse(Value(result.Output, "Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) || pages == 0)
            throw Damaged("không đếm được số trang");
        ImageLimits.CheckPages(pages, limits);
        return pages;
    }

    /// <summary>pdfinfo counts no pages where there are none, and where the file claims more than it can hold.</summary>
    private static CaptureRefusedException WithoutPages(string errors, CaptureOptions limits)
    {
        if (ClaimedCount().Match(errors) is { Success: true } claimed)
        {
            ImageLimits.CheckPages(int.TryParse(claimed.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var count) ? count : int.MaxValue, limits);
            return Damaged("số trang ghi trong tệp không đúng");
        }
        return new(CaptureProblem.NoPages, "Tệp PDF không có trang nào.");
    }

    [GeneratedRegex(@"Page count \((\d+)\) larger")]
    private static partial Regex ClaimedCount();

    private static bool HasEnd(string path)
    {
        using var file = File.OpenHandle(path);
        var end = new byte[Math.Min(RandomAccess.GetLength(file), MostPadding)];
        var read = RandomAccess.Read(file, end, RandomAccess.GetLength(file) - end.Length);
        var content = end.AsSpan(0, read).TrimEnd("\0 \t\r\n"u8);
        return content[^Math.Min(content.Length, EndLength)..].IndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>The last line of this name: the lines before it hold text of the file's own, which may imitate any line.</summary>
    private static string? Value(string output, string name) => output
        .Split('\n')
        .LastOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..]
        .Trim();

    private static CaptureRefusedException Damaged(string what) => new(CaptureProblem.DamagedFile, $"Tệp PDF bị hỏng: {what}.");
}
