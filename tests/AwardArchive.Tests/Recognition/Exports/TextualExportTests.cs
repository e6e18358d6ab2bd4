using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;
using CsCheck;

namespace AwardArchive.Tests.Recognition.Exports;

/// <summary>Text, JSON, ALTO and hOCR: what goes in is found again by a reader that knows only the format.</summary>
public sealed class TextualExportTests
{
    private static readonly XNamespace Alto = "http://www.loc.gov/standards/alto/ns-v4#";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Text_has_a_form_feed_between_pages_and_an_empty_page_for_a_failed_one()
    {
        var text = await WriteTextAsync(
            ExportFormat.Text, Page(1, ["Điều", "1."]), ExportPage.NotRecognized(2, "hỏng"), Page(3, ["Huân", "chương"]));

        Assert.Equal("Điều 1.\f\fHuân chương\n", text);
    }

    [Fact]
    public async Task Json_has_the_words_as_rest_gives_them_and_the_reason_of_a_failed_page()
    {
        var page = Page(1, ExportBench.AllLetters);
        var text = await WriteTextAsync(ExportFormat.Json, page, ExportPage.NotRecognized(2, "Trang bị hỏng."));

        Assert.Contains(ExportBench.AllLetters[1], text, StringComparison.Ordinal);
        var root = JsonDocument.Parse(text).RootElement;
        Assert.Equal("quyết định \"số 1\" & <2>.tif", root.GetProperty("file").GetString());
        Assert.Equal(2, root.GetProperty("pages").GetArrayLength());
        Assert.Equivalent(page.Words, root.GetProperty("pages")[0].Deserialize(PageWordsJson.Readable.PageWords), strict: true);
        var failed = root.GetProperty("pages")[1];
        Assert.Equal((2, "Trang bị hỏng.", 0), (failed.GetProperty("page").GetInt32(), failed.GetProperty("reason").GetString(), failed.GetProperty("words").GetArrayLength()));
    }

    [Fact]
    public async Task Alto_keeps_each_word_its_box_and_its_confidence_in_lines_and_blocks()
    {
        var page = Page(1, ExportBench.AllLetters);
        var root = XDocument.Parse(await WriteTextAsync(ExportFormat.Alto, page)).Root!;

        Assert.Equal(Words(page), root.Descendants(Alto + "String").Select(s => (
            (string)s.Attribute("CONTENT")!, Number(s, "HPOS"), Number(s, "VPOS"), Number(s, "WIDTH"), Number(s, "HEIGHT"), (double)s.Attribute("WC")!)));
        Assert.Equal(page.Words!.Words.GroupBy(w => w.Line).Select(g => g.Count()), root.Descendants(Alto + "TextLine").Select(l => l.Elements(Alto + "String").Count()));
        Assert.Equal(page.Words.Words.DistinctBy(w => w.Block).Count(), root.Descendants(Alto + "TextBlock").Count());
        // A blank between two words of a line, no more.
        Assert.All(root.Descendants(Alto + "TextLine"), line => Assert.Equal(
            string.Join(' ', Enumerable.Repeat("String", line.Elements(Alto + "String").Count())).Replace(" ", " SP ", StringComparison.Ordinal),
            string.Join(' ', line.Elements().Select(e => e.Name.LocalName))));
        Assert.All(root.Descendants().Where(e => e.Name.LocalName is "TextBlock" or "TextLine"), outer => Assert.All(
            outer.Descendants(Alto + "String"), inner => Assert.Equal(BoxOf(outer), BoxOf(outer).Union(BoxOf(inner)))));
    }

    [Fact]
    public async Task Alto_has_the_parts_of_its_schema_in_order_and_ids_of_their_own()
    {
        var root = XDocument.Parse(await WriteTextAsync(
            ExportFormat.Alto, Page(1, ["một"]), ExportPage.NotRecognized(2, "Trang bị hỏng."), Page(3, []))).Root!;

        Assert.Equal(Alto + "alto", root.Name);
        Assert.Equal("4.4", (string?)root.Attribute("SCHEMAVERSION"));
        Assert.Equal(["Description", "Tags", "Layout"], Names(root));
        Assert.Equal(["MeasurementUnit", "sourceImageInformation", "Processing", "Processing"], Names(root.Element(Alto + "Description")!));
        Assert.Equal("pixel", (string?)root.Descendants(Alto + "MeasurementUnit").Single());
        var pages = root.Element(Alto + "Layout")!.Elements(Alto + "Page").ToList();
        Assert.Equal(["1", "2", "3"], pages.Select(page => (string?)page.Attribute("PHYSICAL_IMG_NR")));
        Assert.Equal([["PrintSpace"], [], ["PrintSpace"]], pages.Select(Names));
        Assert.Equal(("Missing", "Trang bị hỏng."), ((string?)pages[1].Attribute("QUALITY"), (string?)pages[1].Attribute("QUALITY_DETAIL")));
        Assert.Null(pages[2].Attribute("PC"));
        var ids = root.Descendants().Attributes("ID").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => XmlConvert.VerifyNCName(id));
    }

    [Fact]
    public async Task Hocr_keeps_each_word_its_box_and_its_confidence()
    {
        var page = Page(1, ExportBench.AllLetters);
        var root = ParseHtml(await WriteTextAsync(ExportFormat.Hocr, page)).Root!;

        Assert.Equal(
            page.Words!.Words.Select(w => (w.Text, $"bbox {w.X} {w.Y} {w.Box.Right} {w.Box.Bottom}; x_wconf {Math.Round(w.Confidence * 100)}")),
            OfClass(root, "ocrx_word").Select(e => (e.Value, (string)e.Attribute("title")!)));
        Assert.Equal(page.Words.Words.GroupBy(w => w.Line).Select(g => g.Count()), OfClass(root, "ocr_line").Select(l => OfClass(l, "ocrx_word").Count()));
        Assert.Equal(page.Words.Words.DistinctBy(w => w.Block).Count(), OfClass(root, "ocr_carea").Count());
        Assert.Equal(
            "image \"quyết định 'số 1' & <2>.tif\"; bbox 0 0 1240 1754; ppageno 0; scan_res 150 150; x_engine \"engine=tesseract 5.3.0\"",
            (string?)OfClass(root, "ocr_page").Single().Attribute("title"));
    }

    [Fact]
    public async Task Hocr_declares_what_it_has_and_keeps_the_place_of_a_failed_page()
    {
        var root = ParseHtml(await WriteTextAsync(ExportFormat.Hocr, Page(1, ["một"]), ExportPage.NotRecognized(2, "hỏng"), Page(3, ["ba"]))).Root!;

        var declared = ((string)root.Descendants(Html + "meta").Single(m => (string?)m.Attribute("name") == "ocr-capabilities").Attribute("content")!).Split(' ');
        Assert.Empty(root.Descendants().Attributes("class").Select(c => c.Value).Distinct().Except(declared));
        Assert.Equal([1, 0, 1], OfClass(root, "ocr_page").Select(page => OfClass(page, "ocrx_word").Count()));
        Assert.Contains("ppageno 1", (string)OfClass(root, "ocr_page").ElementAt(1).Attribute("title")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_readings_of_a_word_leave_with_their_scores_and_the_word_stays_alone()
    {
        var page = Page(1, ["Huấn", "chương"]);
        page = page with { Words = page.Words! with { Words = [page.Words.Words[0] with { Alternatives = [new("Huân", 0.8), new("\"Huần\"", 0.25)] }, page.Words.Words[1]] } };

        var alternatives = JsonDocument.Parse(await WriteTextAsync(ExportFormat.Json, page)).RootElement
            .GetProperty("pages")[0].GetProperty("words")[0].GetProperty("alternatives");
        Assert.Equal(("Huân", 0.8), (alternatives[0].GetProperty("text").GetString(), alternatives[0].GetProperty("score").GetDouble()));

        var alto = XDocument.Parse(await WriteTextAsync(ExportFormat.Alto, page)).Descendants(Alto + "String").First();
        Assert.Equal("Huấn", (string?)alto.Attribute("CONTENT"));
        Assert.Equal([("reading 0.8", "Huân"), ("reading 0.25", "\"Huần\"")], alto.Elements(Alto + "ALTERNATIVE").Select(e => ((string)e.Attribute("PURPOSE")!, e.Value)));

        var hocr = OfClass(ParseHtml(await WriteTextAsync(ExportFormat.Hocr, page)).Root!, "ocrx_word").First();
        Assert.Equal("Huấn", hocr.Value);
        Assert.EndsWith("; x_alternatives \"Huân\" 0.8 \"'Huần'\" 0.25", (string)hocr.Attribute("title")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seals_and_signatures_leave_as_pictures_with_what_they_are()
    {
        var page = Page(1, ["một"]);
        page = page with { Words = page.Words! with { Regions = [new(PageRegionKind.Seal, 700, 1200, 300, 310, 0.9), new(PageRegionKind.Signature, 760, 1300, 260, 120, 0.6)] } };

        var root = XDocument.Parse(await WriteTextAsync(ExportFormat.Alto, page)).Root!;
        var pictures = root.Descendants(Alto + "Illustration").ToList();
        Assert.Equal(["seal", "signature"], pictures.Select(e => (string?)e.Attribute("TYPE")));
        Assert.Equal(new Box(700, 1200, 300, 310), BoxOf(pictures[0]));
        var tags = root.Element(Alto + "Tags")!.Elements(Alto + "LayoutTag").Select(e => (string)e.Attribute("ID")!);
        Assert.All(pictures, e => Assert.Contains((string)e.Attribute("TAGREFS")!, tags));

        var html = OfClass(ParseHtml(await WriteTextAsync(ExportFormat.Hocr, page)).Root!, "ocr_image");
        Assert.Equal("bbox 700 1200 1000 1510; x_kind seal; x_conf 90", (string?)html.First().Attribute("title"));
    }

    [Fact]
    public async Task How_a_page_was_made_and_that_it_is_blank_leave_with_it()
    {
        var engine = new EngineInfo("tesseract", "5.3.0", "79df", new Dictionary<string, string> { ["psm"] = "4" });
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var first = Page(1, ["một"]);
        first = first with { Words = first.Words! with { Engine = engine, RecognizedAt = time } };
        var blank = Page(2, []);
        blank = blank with { Words = blank.Words! with { Engine = engine, IsBlank = true } };

        var root = XDocument.Parse(await WriteTextAsync(ExportFormat.Alto, first, blank, Page(3, ["ba"]))).Root!;
        var step = root.Descendants(Alto + "Processing").First();
        Assert.Equal(["processingCategory", "processingDateTime", "processingStepSettings", "processingSoftware"], Names(step));
        Assert.Equal("2026-01-02T03:04:05Z", step.Element(Alto + "processingDateTime")!.Value);
        Assert.Equal("engine=tesseract 5.3.0; model=79df; psm=4", step.Element(Alto + "processingStepSettings")!.Value);
        var pages = root.Descendants(Alto + "Page").ToList();
        Assert.Equal(["recognition", "recognition", "recognition-other"], pages.Select(e => (string?)e.Attribute("PROCESSINGREFS")));
        Assert.Equal([null, "blank", null], pages.Select(e => (string?)e.Attribute("PAGECLASS")));

        var titles = OfClass(ParseHtml(await WriteTextAsync(ExportFormat.Hocr, first, blank)).Root!, "ocr_page").Select(e => (string)e.Attribute("title")!).ToList();
        Assert.EndsWith("; x_engine \"engine=tesseract 5.3.0; model=79df; psm=4\"; x_time \"2026-01-02T03:04:05.0000000Z\"", titles[0], StringComparison.Ordinal);
        Assert.EndsWith("; x_blank 1", titles[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_word_leaves_well_formed_exports() =>
        await Gen.String[1, 12].Where(text => text.Length > 0).List[1, 20].SampleAsync(async words =>
        {
            var page = Page(1, words);
            var expected = words.Select(XmlLetters.Clean).Select(OneLine);
            Assert.Equal(expected, XDocument.Parse(await WriteTextAsync(ExportFormat.Alto, page)).Descendants(Alto + "String").Select(s => OneLine((string)s.Attribute("CONTENT")!)));
            Assert.Equal(expected, OfClass(ParseHtml(await WriteTextAsync(ExportFormat.Hocr, page)).Root!, "ocrx_word").Select(e => OneLine(e.Value)));

            // XML readers change line ends, which no word has.
            static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
        }, iter: 300);

    private static ExportPage Page(int number, IReadOnlyList<string> words) => new(number, ExportBench.Page(number, words), null, null);

    private static async Task<string> WriteTextAsync(ExportFormat format, params ExportPage[] pages) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await ExportBench.WriteAsync(format, pages));

    private static XDocument ParseHtml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static IEnumerable<(string, int, int, int, int, double)> Words(ExportPage page) =>
        page.Words!.Words.Select(w => (w.Text, w.X, w.Y, w.Width, w.Height, w.Confidence));

    private static IEnumerable<XElement> OfClass(XElement root, string name) => root.Descendants().Where(e => (string?)e.Attribute("class") == name);

    private static IEnumerable<string> Names(XElement element) => element.Elements().Select(e => e.Name.LocalName);

    private static Box BoxOf(XElement element) => new(Number(element, "HPOS"), Number(element, "VPOS"), Number(element, "WIDTH"), Number(element, "HEIGHT"));

    private static int Number(XElement element, string name) => int.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
