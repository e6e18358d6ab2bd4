using System.Xml;
using System.Xml.Linq;
using AwardArchive.Archive;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// ALTO 4.4 (https://github.com/altoxml/schema, v4/alto-4-4.xsd): positions in pixels of the page image, confidence as <c>WC</c>. A page that
/// was not recognized is <c>QUALITY="Missing"</c> with the reason as its detail.
/// </summary>
/// <remarks>Other readings of a word are left out: the schema keeps <c>ALTERNATIVE</c> for spellings, not for what an engine was unsure of.</remarks>
internal sealed class AltoExport(Stream output, string fileName) : XmlExport(output)
{
    private const string SchemaVersion = "4.4";

    private static readonly XNamespace Alto = "http://www.loc.gov/standards/alto/ns-v4#";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    protected override async Task WriteStartAsync(XmlWriter xml, CancellationToken cancellationToken)
    {
        await xml.WriteStartElementAsync(null, "alto", Alto.NamespaceName);
        await xml.WriteAttributeStringAsync("xmlns", "xsi", null, Schema.NamespaceName);
        await xml.WriteAttributeStringAsync(
            null, "schemaLocation", Schema.NamespaceName, $"{Alto.NamespaceName} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd");
        await xml.WriteAttributeStringAsync(null, "SCHEMAVERSION", null, SchemaVersion);
        await Description().WriteToAsync(xml, cancellationToken);
        await xml.WriteStartElementAsync(null, "Layout", Alto.NamespaceName);
    }

    private XElement Description() => new(Alto + "Description",
        new XElement(Alto + "MeasurementUnit", "pixel"),
        new XElement(Alto + "sourceImageInformation", new XElement(Alto + "fileName", XmlLetters.Clean(fileName))),
        new XElement(Alto + "Processing", new XAttribute("ID", "recognition"),
            new XElement(Alto + "processingCategory", "contentGeneration"),
            new XElement(Alto + "processingSoftware",
                new XElement(Alto + "softwareName", ProgramVersion.Name),
                new XElement(Alto + "softwareVersion", ProgramVersion.Number))));

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
            new XAttribute("PROCESSINGREFS", "recognition"));
        if (words.Confidence() is { } confidence) element.Add(new XAttribute("PC", Math.Round(confidence, 4)));
        element.Add(new XElement(Alto + "PrintSpace", At(whole), words.Words.Blocks().Select(block => BlockOf(block, page.Number))));
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
        At(word.Box), new XAttribute("WC", word.Confidence), new XAttribute("CONTENT", XmlLetters.Clean(word.Text)));

    /// <summary>Boxes of neighbors may touch or overlap: then the space has no width.</summary>
    private static XElement SpaceAfter(Word before, Word after) => new(Alto + "SP",
        new XAttribute("HPOS", before.Box.Right), new XAttribute("VPOS", before.Y), new XAttribute("WIDTH", Math.Max(0, after.X - before.Box.Right)));

    private static XAttribute[] At(Box box) =>
        [new("HPOS", box.X), new("VPOS", box.Y), new("WIDTH", box.Width), new("HEIGHT", box.Height)];
}
