using System.Security;
using System.Text;
using System.Xml;

namespace AwardArchive.Recognition.Exports;

/// <summary>What a PDF/A-2b says of itself, twice the same: as XMP (ISO 19005-2, 6.6; ISO 16684-1) and as PDF always did.</summary>
/// <remarks>No dates: they are not asked for, and the same pages shall give the same bytes.</remarks>
internal sealed class PdfMetadata
{
    private readonly string _title;
    private readonly string _producer = $"{ProgramVersion.Name} {ProgramVersion.Number}";

    /// <param name="title">Any string; what XML cannot hold is left out.</param>
    public PdfMetadata(string title) => _title = string.Concat(
        title.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    /// <returns>The numbers of the metadata stream, for the catalog, and of the information dictionary, for the trailer.</returns>
    public (int Stream, int Information) Write(PdfFile pdf) => (
        // Not packed, so that any program finds it.
        pdf.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Packet())),
        pdf.Add($"<< /Title {PdfFile.Text(_title)} /Producer {PdfFile.Text(_producer)} >>"));

    private string Packet() =>
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
              <pdfaid:part>2</pdfaid:part>
              <pdfaid:conformance>B</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(_title)}</rdf:li></rdf:Alt></dc:title>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
              <pdf:Producer>{SecurityElement.Escape(_producer)}</pdf:Producer>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """;
}
