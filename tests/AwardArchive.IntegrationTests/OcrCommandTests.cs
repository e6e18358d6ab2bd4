using System.Text.Json;
using System.Xml.Linq;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary><c>ocr</c> as scripts and people meet it.</summary>
public sealed class OcrCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_of_one_file_goes_to_standard_output_and_no_archive_is_made()
    {
        var scan = MakeScan(DemoContainer.PdfColor);
        var result = await ArchiveProgram.RunAsync("ocr", scan.Path, "--data", folder.File("data"));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Điều 1", result.Output, StringComparison.Ordinal);
        Assert.Equal(scan.Truth.Pages.Count, result.Output.Split('\f').Length);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task Text_in_an_old_font_comes_out_in_Unicode_with_a_word_on_what_could_not_be_converted()
    {
        await LegacyPaper.SaveAsync(folder.File("cũ.pdf"), Stop);
        var result = await ArchiveProgram.RunAsync("ocr", folder.File("cũ.pdf"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(LegacyPaper.Text, result.Output.Replace("\n\n", "\n", StringComparison.Ordinal).Trim());
        Assert.Contains($"trang 1: {LegacyPaper.Note}", result.Errors, StringComparison.Ordinal);
        var outcome = await ArchiveProgram.RunAsync("ocr", folder.File("cũ.pdf"), "--json", "--out", folder.File("out"));
        var note = Assert.Single(JsonDocument.Parse(outcome.Output).RootElement.GetProperty("notes").EnumerateArray());
        Assert.Equal((1, LegacyPaper.Note), (note.GetProperty("number").GetInt32(), note.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task Json_of_one_file_goes_to_standard_output()
    {
        var result = await ArchiveProgram.RunAsync("ocr", MakeScan(DemoContainer.BornDigitalPdf).Path, "--format", "json");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var page = JsonDocument.Parse(result.Output).RootElement.GetProperty("pages")[0];
        Assert.Equal(1, page.GetProperty("page").GetInt32());
        Assert.NotEqual(0, page.GetProperty("words").GetArrayLength());
    }

    [Fact]
    public async Task Each_file_becomes_one_of_its_own_and_a_line_of_json()
    {
        var (pdf, tiff) = (folder.File("scan.pdf"), folder.File("scan.tif"));
        File.Copy(MakeScan(DemoContainer.BornDigitalPdf).Path, pdf);
        File.Copy(MakeScan(DemoContainer.TiffGroup4).Path, tiff);
        await File.WriteAllTextAsync(folder.File("note.pdf"), "không phải PDF", Stop);
        var result = await ArchiveProgram.RunAsync("ocr", pdf, tiff, folder.File("note.pdf"), "--out", folder.File("out"), "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([pdf, tiff, folder.File("note.pdf")], lines.Select(line => line.GetProperty("file").GetString()));
        Assert.Equal(["recognized", "recognized", "refused"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.All(lines.Take(2), line => Assert.Equal((JsonValueKind.Null, true), (line.GetProperty("reason").ValueKind, line.GetProperty("pages").GetInt32() > 0)));
        Assert.NotEmpty(lines[2].GetProperty("reason").GetString()!);
        Assert.Equal(["scan.pdf.txt", "scan.tif.txt"], Directory.GetFileSystemEntries(folder.File("out")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("alto", "scan.xml")]
    [InlineData("hocr", "scan.hocr")]
    [InlineData("pdf", "scan.pdf.pdf")]
    public async Task Other_forms_are_written_beside_without_touching_the_scan(string format, string name)
    {
        var scan = folder.File("scan.pdf");
        File.Copy(MakeScan(DemoContainer.BornDigitalPdf).Path, scan);
        var before = await File.ReadAllBytesAsync(scan, Stop);
        var result = await ArchiveProgram.RunAsync("ocr", scan, "--format", format, "--out", folder.Path);

        Assert.Equal((0, "", folder.File(name)), (result.ExitCode, result.Errors, result.Output.Trim()));
        Assert.Equal(before, await File.ReadAllBytesAsync(scan, Stop));
        var text = format == "pdf"
            ? await PdfTextAsync(folder.File(name))
            : string.Join(' ', XDocument.Load(folder.File(name)).Descendants().Select(e => (string?)e.Attribute("CONTENT") ?? (e.HasElements ? "" : e.Value)));
        Assert.Contains("Điều", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_becomes_a_pdf_that_shows_the_same_jpeg_and_finds_its_words()
    {
        var scan = MakeScan(DemoContainer.PdfColor);
        var result = await ArchiveProgram.RunAsync("ocr", scan.Path, "--format", "pdf", "--out", folder.File("out"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(await ImagesAsync(scan.Path), await ImagesAsync(result.Output.Trim()));
        Assert.Contains("Điều 1", await PdfTextAsync(result.Output.Trim()), StringComparison.Ordinal);
        Assert.Equal(PageSize(await ExternalProgram.RunAsync("pdfinfo", scan.Path)), PageSize(await ExternalProgram.RunAsync("pdfinfo", result.Output.Trim())));

        async Task<List<byte[]>> ImagesAsync(string pdf)
        {
            var images = Directory.CreateDirectory(folder.File(Guid.NewGuid().ToString())).FullName;
            await ExternalProgram.RunAsync("pdfimages", "-j", pdf, Path.Combine(images, "page"));
            return [.. Directory.GetFiles(images).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        }
    }

    [Fact]
    public async Task Wrong_usage_and_a_folder_that_cannot_be_written_are_told_apart()
    {
        Assert.Equal(64, (await ArchiveProgram.RunAsync("ocr")).ExitCode);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("ocr", "x.pdf", "--format", "docx")).ExitCode);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("ocr", "x.pdf", "--format", "3")).ExitCode);
        await File.WriteAllTextAsync(folder.File("file"), "", Stop);
        var result = await ArchiveProgram.RunAsync("ocr", MakeScan(DemoContainer.BornDigitalPdf).Path, "--out", folder.File("file"));
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_language_data_it_is_said_how_to_install_it()
    {
        var environment = new Dictionary<string, string> { ["Recognition__TessdataFolder"] = Directory.CreateDirectory(folder.File("empty")).FullName };
        var result = await ArchiveProgram.RunAsync(environment, "ocr", MakeScan(DemoContainer.PdfColor).Path);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("apt-get install", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_data_that_Tesseract_lacks_is_refused_by_the_settings_name()
    {
        var environment = new Dictionary<string, string> { ["Recognition__Language"] = "klingon" };
        var result = await ArchiveProgram.RunAsync(environment, "ocr", MakeScan(DemoContainer.BornDigitalPdf).Path);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("Recognition:Language", result.Errors, StringComparison.Ordinal);
        Assert.Contains("klingon", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_huge_page_is_scaled_down_and_marked(bool inPdf)
    {
        var environment = new Dictionary<string, string> { ["Recognition__MaxPagePixels"] = "3000000" };
        var scan = MakeScan(inPdf ? DemoContainer.PdfGray : DemoContainer.Jpeg);
        var page = scan.Truth.Pages[0];
        var result = await ArchiveProgram.RunAsync(environment, "ocr", scan.Path, "--out", folder.File("out"), "--json");

        var outcome = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal("recognized", outcome.GetProperty("outcome").GetString());
        Assert.Contains("Điều 1", await File.ReadAllTextAsync(outcome.GetProperty("output").GetString()!, Stop), StringComparison.Ordinal);
        Assert.Contains($"{page.Width} × {page.Height} điểm ảnh", outcome.GetProperty("notes")[0].GetProperty("note").GetString()!, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static Task<string> PdfTextAsync(string pdf) => ExternalProgram.RunAsync("pdftotext", "-enc", "UTF-8", pdf, "-");

    private static string PageSize(string info) => info.Split('\n').Single(line => line.StartsWith("Page size:", StringComparison.Ordinal));

    private DemoDocument MakeScan(DemoContainer container) => DemoGenerator.Generate(
        DemoSet.One(DemoKind.ProvinceDecision, DemoLevel.Clean, container), folder.File($"made-{container}"), Stop)[0];
}
