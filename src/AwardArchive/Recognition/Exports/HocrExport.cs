using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using AwardArchive.Archive;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// hOCR 1.2 (http://kba.github.io/hocr-spec/1.2/) as XHTML: pages, areas, paragraphs, lines and words, boxes in pixels of the page image,
/// confidence as <c>x_wconf</c> from 0 to 100. A page that was not recognized is an empty <c>ocr_page</c>, a blank one says <c>x_blank 1</c>.
/// Seals, signatures and handwriting are <c>ocr_image</c>s of an <c>x_kind</c>. How a page was made stands in its <c>x_engine</c>.
/// </summary>
/// <remarks>
/// Other readings are the property <c>x_alternatives "reading" score …</c>, not the <c>ins</c> and <c>del</c> of the specification: most
/// programs take all text inside a word for the word, and would read every alternative aloud.
/// </remarks>
internal sealed class HocrExport(Stream output, string fileName) : XmlExport(output)
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    protected override async Task WriteStartAsync(XmlWriter xml, ExportPage? first, CancellationToken cancellationToken)
    {
        await xml.WriteDocTypeAsync("html", "-//W3C//DTD XHTML 1.0 Transitional//EN", "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd", null!);
        await xml.WriteStartElementAsync(null, "html", Html.NamespaceName);
        await xml.WriteAttributeStringAsync("xml", "lang", null, "vi");
        await xml.WriteAttributeStringAsync(null, "lang", null, "vi");
        await Head().WriteToAsync(xml, cancellationToken);
        await xml.WriteStartElementAsync(null, "body", Html.NamespaceName);
    }

    private XElement Head() => new(Html + "head",
        new XElement(Html + "title", XmlLetters.Clean(fileName)),
        Meta("http-equiv", "Content-Type", "text/html;charset=utf-8"),
        Meta("name", "ocr-system", $"{ProgramVersion.Name} {ProgramVersion.Number}"),
        Meta("name", "ocr-capabilities", "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_image"),
        Meta("name", "ocr-langs", "vi"));

    private static XElement Meta(string kind, string name, string content) =>
        new(Html + "meta", new XAttribute(kind, name), new XAttribute("content", content));

    protected override XElement PageOf(ExportPage page)
    {
        var whole = new Box(0, 0, page.Words?.Width ?? 0, page.Words?.Height ?? 0);
        var resolution = page.Words?.Resolution is { } dpi ? Invariant($"; scan_res {dpi} {dpi}") : "";
        return Element("div", "ocr_page", $"page_{page.Number}",
            Invariant($"image {Quoted(fileName)}; {BoxOf(whole)}; ppageno {page.Number - 1}{resolution}{(page.Words is { } words ? MadeAs(words) : "")}"),
            page.Words?.Words.Blocks().Select(block => AreaOf(block, page.Number))
                .Concat(page.Words.Regions.Select((region, index) => RegionOf(region, page.Number, index))));
    }

    private static string MadeAs(PageWords words)
    {
        var time = words.RecognizedAt is { } at ? Invariant($"; x_time {Quoted(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}") : "";
        return $"; x_engine {Quoted(EngineText.Of(words.Engine))}{time}{(words.IsBlank ? "; x_blank 1" : "")}";
    }

    private static XElement RegionOf(PageRegion region, int page, int index) => Element("div", "ocr_image", Invariant($"region_{page}_{index}"),
        Invariant($"{BoxOf(region.Box)}; x_kind {EngineText.Of(region.Kind)}; x_conf {Math.Round(region.Confidence * 100):0}"), null);

    private static XElement AreaOf(WordGroup block, int page)
    {
        var id = Invariant($"{page}_{block.Words[0].Block}");
        return Element("div", "ocr_carea", $"carea_{id}", BoxOf(block.Box),
            [Element("p", "ocr_par", $"par_{id}", BoxOf(block.Box), block.Words.Lines().Select(line => LineOf(line, page)))]);
    }

    private static XElement LineOf(WordGroup line, int page)
    {
        var id = Invariant($"{page}_{line.Words[0].Line}");
        return Element("span", "ocr_line", $"line_{id}", BoxOf(line.Box), line.Words.Select((word, index) =>
        {
            var element = Element("span", "ocrx_word", Invariant($"word_{id}_{index}"),
                Invariant($"{BoxOf(word.Box)}; x_wconf {Math.Round(word.Confidence * 100):0}{AlternativesOf(word)}"), null);
            element.Add(XmlLetters.Clean(word.Text));
            return element;
        }));
    }

    private static string AlternativesOf(Word word) => word.Alternatives.Count == 0
        ? ""
        : "; x_alternatives " + string.Join(' ', word.Alternatives.Select(reading => Invariant($"{Quoted(reading.Text)} {reading.Score:0.####}")));

    /// <summary>A quoted value ends at the next quotation mark.</summary>
    private static string Quoted(string text) => $"\"{XmlLetters.Clean(text).Replace('"', '\'')}\"";

    private static XElement Element(string tag, string kind, string id, string title, IEnumerable<XElement>? inside) =>
        new(Html + tag, new XAttribute("class", kind), new XAttribute("id", id), new XAttribute("title", title), inside);

    private static string BoxOf(Box box) => Invariant($"bbox {box.X} {box.Y} {box.Right} {box.Bottom}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
