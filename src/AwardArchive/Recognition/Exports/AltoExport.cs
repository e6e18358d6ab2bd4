using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using AwardArchive.Archive;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// ALTO 4.4 (https://github.com/altoxml/schema, v4/alto-4-4.xsd): positions in pixels of the page image, confidence as <c>WC</c>. A page that
/// was not recognized is <c>QUALITY="Missing"</c> with the reason as its detail, a blank one <c>PAGECLASS="blank"</c>. Seals, signatures and
/// handwriting are <c>Illustration</c>s with a tag.
/// </summary>
/// <remarks>
/// Other readings of a word are <c>ALTERNATIVE</c>s with their score as the purpose. The schema means that element for replacements by rule or
/// dictionary, and <c>Glyph/Variant</c> for what an engine was unsure of; our readings come from the tables of the language, by the word.
/// How the pages were made must stand before them, when only the first is known: a page that was made otherwise refers to a step that says no more.
/// </remarks>
internal sealed class AltoExport(Stream output, string fileName) : XmlExport(output)
{
    private const string SchemaVersion = "4.4";

    private const string Recognition = "recognition";
    private const string OtherRecognition = "recognition-other";

    private static readonly XNamespace Alto = "http://www.loc.gov/standards/alto/ns-v4#";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    private EngineInfo? _described;

    protected override async Task WriteStartAsync(XmlWriter xml, ExportPage? first, CancellationToken cancellationToken)
    {
        _described = first?.Words?.Engine;
        await xml.WriteStartElementAsync(null, "alto", Alto.NamespaceName);
        await xml.WriteAttributeStringAsync("xmlns", "xsi", null, Schema.NamespaceName);
        await xml.WriteAttributeStringAsync(
            null, "schemaLocation", Schema.NamespaceName, $"{Alto.NamespaceName} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd");
        await xml.WriteAttributeStringAsync(null, "SCHEMAVERSION", null, SchemaVersion);
        await Description(first?.Words).WriteToAsync(xml, cancellationToken);
        await Tags().WriteToAsync(xml, cancellationToken);
        await xml.WriteStartElementAsync(null, "Layout", Alto.NamespaceName);
    }

    private XElement Description(PageWords? first) => new(Alto + "Description",
        new XElement(Alto + "MeasurementUnit", "pixel"),
        new XElement(Alto + "sourceImageInformation", new XElement(Alto + "fileName", XmlLetters.Clean(fileName))),
        Processing(Recognition, first),
        Processing(OtherRecognition, null));

    private static XElement Processing(string id, PageWords? words) => new(Alto + "Processing", new XAttribute("ID", id),
        new XElement(Alto + "processingCategory", "contentGeneration"),
        words?.RecognizedAt is { } time ? new XElement(Alto + "processingDateTime", time.UtcDateTime) : null,
        words is null ? null : new XElement(Alto + "processingStepSettings", XmlLetters.Clean(EngineText.Of(words.Engine))),
        new XElement(Alto + "processingSoftware",
            new XElement(Alto + "softwareName", ProgramVersion.Name),
            new XElement(Alto + "softwareVersion", ProgramVersion.Number),
            words is null ? null : new XElement(Alto + "applicationDescription", XmlLetters.Clean($"{words.Engine.Name} {words.Engine.Version}"))));

    private static XElement Tags() => new(Alto + "Tags", Enum.GetValues<PageRegionKind>().Select(kind => new XElement(Alto + "LayoutTag",
        new XAttribute("ID", TagOf(kind)), new XAttribute("TYPE", "region"), new XAttribute("LABEL", EngineText.Of(kind)))));

    protected override XElement PageOf(ExportPage page)
    {
        var element = new XElement(Alto + "Page",
            new XAttribute("ID", $"page{page.Number}"),
            new XAttribute("PHYSICAL_IMG_NR", page.Number),
            new XAttribute("LANG", "vi"));
        if (page.Words is not { } words)
        {
            element.Add(new XAttribute("QUALITY", "Missing"), new XAttribute("QUALITY_DETAIL", XmlLetters.Clean(page.Reason ?? "")));
            return element;
        }
        var whole = new Box(0, 0, words.Width, words.Height);
        element.Add(
            new XAttribute("WIDTH", words.Width),
            new XAttribute("HEIGHT", words.Height),
            new XAttribute("PROCESSINGREFS", EngineText.AreSame(words.Engine, _described) ? Recognition : OtherRecognition));
        if (words.IsBlank) element.Add(new XAttribute("PAGECLASS", "blank"));
        if (words.Confidence() is { } confidence) element.Add(new XAttribute("PC", Math.Round(confidence, 4)));
        element.Add(new XElement(Alto + "PrintSpace", At(whole),
            words.Words.Blocks().Select(block => BlockOf(block, page.Number)),
            words.Regions.Select((region, index) => RegionOf(region, page.Number, index))));
        return element;
    }

    private static XElement BlockOf(WordGroup block, int page) => new(Alto + "TextBlock",
        new XAttribute("ID", $"page{page}_block{block.Words[0].Block}"),
        At(block.Box),
        block.Words.Lines().Select(line => new XElement(Alto + "TextLine",
            new XAttribute("ID", $"page{page}_line{line.Words[0].Line}"),
            At(line.Box),
            line.Words.SelectMany((word, index) => index == 0 ? [StringOf(word)] : (XElement[])[SpaceAfter(line.Words[index - 1], word), StringOf(word)]))));

    private static XElement StringOf(Word word) => new(Alto + "String",
        At(word.Box), new XAttribute("WC", word.Confidence), new XAttribute("CONTENT", XmlLetters.Clean(word.Text)),
        word.Alternatives.Select(reading => new XElement(Alto + "ALTERNATIVE",
            new XAttribute("PURPOSE", string.Create(CultureInfo.InvariantCulture, $"reading {reading.Score:0.####}")), XmlLetters.Clean(reading.Text))));

    private static XElement RegionOf(PageRegion region, int page, int index) => new(Alto + "Illustration",
        new XAttribute("ID", $"page{page}_region{index}"),
        new XAttribute("TAGREFS", TagOf(region.Kind)),
        At(region.Box),
        new XAttribute("TYPE", EngineText.Of(region.Kind)));

    private static string TagOf(PageRegionKind kind) => $"region-{EngineText.Of(kind)}";

    /// <summary>Boxes of neighbors may touch or overlap: then the space has no width.</summary>
    private static XElement SpaceAfter(Word before, Word after) => new(Alto + "SP",
        new XAttribute("HPOS", before.Box.Right), new XAttribute("VPOS", before.Y), new XAttribute("WIDTH", Math.Max(0, after.X - before.Box.Right)));

    private static XAttribute[] At(Box box) =>
        [new("HPOS", box.X), new("VPOS", box.Y), new("WIDTH", box.Width), new("HEIGHT", box.Height)];
}
