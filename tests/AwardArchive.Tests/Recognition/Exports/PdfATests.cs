using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using AwardArchive.Recognition.Exports;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>
/// PDF/A-2b (ISO 19005-2) of the searchable PDF. No validator of part 2 can be had here: Apache PDFBox's Preflight proves part 1, level B,
/// which asks nearly all of the same; what part 2 asks beyond it is looked up here in what PdfPig reads.
/// </summary>
public sealed class PdfATests : IDisposable
{
    private static readonly string[] PreflightJars =
    [
        .. "preflight pdfbox2 xmpbox fontbox2 commons-logging commons-io javax.activation jaxb-api".Split(' ').Select(jar => $"/usr/share/java/{jar}.jar"),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Preflight_finds_nothing_against_part_1_level_B()
    {
        Assert.SkipUnless(PreflightJars.All(File.Exists), "apt-get install libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java default-jre-headless");
        var pdf = await WriteAsync();
        // Latin-1 keeps every byte; the claim is a letter long in either part.
        var asPart1 = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Stop)).Replace("<pdfaid:part>2<", "<pdfaid:part>1<", StringComparison.Ordinal);
        await File.WriteAllBytesAsync(pdf, Encoding.Latin1.GetBytes(asPart1), Stop);

        Assert.Contains("is a valid PDF/A-1b file", await PreflightAsync(pdf), StringComparison.Ordinal);

        // The judge is awake: without its color profile the same file fails.
        await File.WriteAllBytesAsync(pdf, Encoding.Latin1.GetBytes(asPart1.Replace("/OutputIntents", "/OutputInvents", StringComparison.Ordinal)), Stop);
        Assert.Contains("is not a valid PDF/A-1b file", await PreflightAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qpdf_finds_no_error_in_its_structure()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/qpdf"), "apt-get install qpdf");

        Assert.Contains("No syntax or stream encoding errors found", await ExternalProgram.RunAsync("qpdf", "--check", await WriteAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_file_says_of_itself_it_says_in_XMP_unpacked_and_the_same_in_both_places()
    {
        using var pdf = PdfDocument.Open(await WriteAsync());
        var xmp = Xmp(pdf);
        string ValueOf(XNamespace space, string name) => Assert.Single(xmp.Descendants(space + name)).Value;

        Assert.Equal("2", ValueOf("http://www.aiim.org/pdfa/ns/id/", "part"));
        Assert.Equal("B", ValueOf("http://www.aiim.org/pdfa/ns/id/", "conformance"));
        Assert.Equal(pdf.Information.Title, ValueOf("http://purl.org/dc/elements/1.1/", "title"));
        Assert.Equal(pdf.Information.Producer, ValueOf("http://ns.adobe.com/pdf/1.3/", "Producer"));
        Assert.DoesNotContain("Filter", Dictionary(pdf, "Metadata").Data.Keys);
        Assert.Null(pdf.Information.CreationDate);
    }

    [Fact]
    public async Task A_name_that_XML_cannot_hold_is_cleaned_in_both_places()
    {
        var output = new MemoryStream();
        var export = ExportFormat.Pdf.Open(output, "số\u0001 <1> & \uD800 😀.tif");
        await export.AddAsync(ExportPage.NotRecognized(1, "Trang bị hỏng."), Stop);
        await export.CompleteAsync(Stop);

        using var pdf = PdfDocument.Open(output.ToArray());
        Assert.Equal("số <1> & \uFFFD 😀.tif", pdf.Information.Title);
        Assert.Equal(pdf.Information.Title, Assert.Single(Xmp(pdf).Descendants((XNamespace)"http://purl.org/dc/elements/1.1/" + "title")).Value);
    }

    [Fact]
    public void Colors_are_meant_as_sRGB_by_a_profile_that_color_engines_take_for_it()
    {
        using var profile = SKColorSpace.CreateIcc(SrgbProfile.Bytes);

        Assert.True(profile.IsSrgb);
        Assert.True(profile.GammaIsCloseToSrgb);
    }

    [Fact]
    public async Task The_output_intent_holds_that_profile()
    {
        using var pdf = PdfDocument.Open(await WriteAsync());

        var intent = Resolve<DictionaryToken>(pdf, Assert.Single(Resolve<ArrayToken>(pdf, pdf.Structure.Catalog.CatalogDictionary.Data["OutputIntents"]).Data));
        Assert.Equal("GTS_PDFA1", ((NameToken)intent.Data["S"]).Data);
        var profile = Resolve<StreamToken>(pdf, intent.Data["DestOutputProfile"]);
        Assert.Equal(3, ((NumericToken)profile.StreamDictionary.Data["N"]).Int);
    }

    [Fact]
    public async Task Nothing_stands_in_it_that_PDF_A_forbids()
    {
        using var pdf = PdfDocument.Open(await WriteAsync());
        var keys = new HashSet<string>();
        foreach (var number in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys) CollectKeys(pdf.Structure.GetObject(number).Data, keys);
        Assert.Contains("AP", keys);

        // 6.1.7 streams in other files; 6.2.8 alternates, smoothing; 6.2.10 transparency; 6.5 actions; 6.8 files; 6.9 layers.
        Assert.Empty(keys.Intersect(["FFilter", "FDecodeParms", "Alternates", "OPI", "Interpolate", "SMask", "Mask", "Group", "ExtGState", "AA", "OpenAction",
            "A", "EmbeddedFiles", "OCProperties", "AcroForm", "Encrypt", "Ref", "PS", "TR", "JavaScript", "AlternatePresentations", "PresSteps", "Requirements"]));
    }

    [Fact]
    public async Task What_has_other_colors_goes_in_as_RGB()
    {
        await File.WriteAllBytesAsync(_folder.File("print.jpg"), CmykJpeg, Stop);
        Assert.Null(PdfImage.Find(_folder.File("print.jpg")));

        var listed = await ExternalProgram.RunAsync("pdfimages", "-list", await WriteAsync());

        var colors = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5]);
        Assert.Equal(["gray", "rgb", "gray", "rgb", "rgb"], colors);
    }

    [Fact]
    public async Task Notes_of_missing_pages_are_printed_neither_hidden_nor_turned()
    {
        using var pdf = PdfDocument.Open(await WriteAsync());

        var note = Assert.Single(pdf.GetPage(2).GetAnnotations());
        Assert.Equal(28, (int)note.Flags);
        Assert.True(note.AnnotationDictionary.Data.ContainsKey("AP"));
    }

    [Fact]
    public async Task Every_letter_has_a_glyph_as_wide_as_the_file_says()
    {
        using var pdf = PdfDocument.Open(await WriteAsync());

        var letters = pdf.GetPage(1).Letters;
        Assert.NotEmpty(letters);
        // Half the size, stretched; a glyph of another width would be a contradiction (6.2.11.5), a missing one the first glyph (6.2.11.8).
        Assert.All(letters, letter => Assert.True(letter.Width > 0));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5000, 1)]
    [InlineData(60000, 8)]
    public async Task Pages_are_at_least_3_and_at_most_14400_points_large(int width, int height)
    {
        var image = _folder.File("thin.png");
        using (var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque))
        using (var file = File.Create(image)) bitmap.Encode(file, SKEncodedImageFormat.Png, 0);
        var page = new ExportPage(1, ExportBench.Page(1, []) with { Width = width, Height = height, Resolution = 300 }, null, image);

        using var pdf = PdfDocument.Open(await ExportBench.WriteAsync(ExportFormat.Pdf, page));
        Assert.InRange(pdf.GetPage(1).Width, 3, 14400);
        Assert.InRange(pdf.GetPage(1).Height, 3, 14400);
    }

    [Fact]
    public async Task Each_file_has_a_name_for_itself_made_of_its_content()
    {
        var (one, other) = (await File.ReadAllTextAsync(await WriteAsync(), Encoding.Latin1, Stop), await File.ReadAllTextAsync(await WriteAsync("khác"), Encoding.Latin1, Stop));

        Assert.Matches("/ID \\[<[0-9A-F]{32}> <[0-9A-F]{32}>\\]", one);
        Assert.NotEqual(one[one.IndexOf("/ID", StringComparison.Ordinal)..][..40], other[other.IndexOf("/ID", StringComparison.Ordinal)..][..40]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Eight by eight pixels of 50 % of each of four inks: ITU-T T.81, B.2, with the shortest tables there are.</summary>
    private static byte[] CmykJpeg =>
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0, 0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0, 0xFF, 0xD9,
    ];

    /// <summary>Gray, color and print, JPEG and PNG, a page that was not recognized, all letters and one beyond two bytes.</summary>
    private async Task<string> WriteAsync(string word = "😀")
    {
        string[] images =
        [
            ExportBench.SaveImage(_folder.File("gray.jpg"), SKEncodedImageFormat.Jpeg),
            ExportBench.SaveImage(_folder.File("color.jpg"), SKEncodedImageFormat.Jpeg, SKColorType.Rgba8888),
            ExportBench.SaveImage(_folder.File("gray.png"), SKEncodedImageFormat.Png),
            ExportBench.SaveImage(_folder.File("clear.png"), SKEncodedImageFormat.Png, SKColorType.Rgba8888, SKAlphaType.Premul),
            _folder.File("print.jpg"),
        ];
        await File.WriteAllBytesAsync(images[^1], CmykJpeg, Stop);
        var pages = new List<ExportPage>
        {
            new(1, ExportBench.Page(1, [.. ExportBench.AllLetters, word]), null, images[0]),
            ExportPage.NotRecognized(2, "Trang bị hỏng."),
        };
        pages.AddRange(images[1..].Select((image, i) => new ExportPage(i + 3, ExportBench.Page(i + 3, ["Bà", "mẹ"]), null, image)));
        var path = _folder.File($"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, await ExportBench.WriteAsync(ExportFormat.Pdf, [.. pages]), Stop);
        return path;
    }

    /// <summary>Its verdict; it ends with a code other than 0 when the verdict is no.</summary>
    private static async Task<string> PreflightAsync(string pdf)
    {
        string[] arguments = ["-cp", string.Join(':', PreflightJars), "org.apache.pdfbox.preflight.Validator_A1b", pdf];
        using var java = Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = java.StandardError.ReadToEndAsync(Stop);
        var verdict = await java.StandardOutput.ReadToEndAsync(Stop);
        await java.WaitForExitAsync(Stop);
        return verdict + await errors;
    }

    private static void CollectKeys(IToken token, HashSet<string> keys)
    {
        switch (token)
        {
            case DictionaryToken dictionary:
                keys.UnionWith(dictionary.Data.Keys);
                foreach (var value in dictionary.Data.Values) CollectKeys(value, keys);
                break;
            case StreamToken stream:
                CollectKeys(stream.StreamDictionary, keys);
                break;
            case ArrayToken array:
                foreach (var item in array.Data) CollectKeys(item, keys);
                break;
        }
    }

    /// <remarks>PdfPig's own reading takes UTF-8 for Latin-1.</remarks>
    private static XDocument Xmp(PdfDocument pdf)
    {
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        using var bytes = new MemoryStream(metadata!.GetXmlBytes().ToArray());
        return XDocument.Load(bytes);
    }

    private static DictionaryToken Dictionary(PdfDocument pdf, string entry) =>
        Resolve<StreamToken>(pdf, pdf.Structure.Catalog.CatalogDictionary.Data[entry]).StreamDictionary;

    private static T Resolve<T>(PdfDocument pdf, IToken token)
        where T : IToken => (T)(token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token);
}
