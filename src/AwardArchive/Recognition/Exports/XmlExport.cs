using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AwardArchive.Recognition.Exports;

/// <summary>An export that is one XML document: its start, an element a page as pages come, its end. One page is in memory at a time.</summary>
internal abstract class XmlExport(Stream output) : IPageExport
{
    private readonly XmlWriter _xml = XmlWriter.Create(output, new XmlWriterSettings { Async = true, Indent = true, Encoding = new UTF8Encoding(false) });
    private bool _begun;

    public async Task AddAsync(ExportPage page, CancellationToken cancellationToken)
    {
        await BeginAsync(page, cancellationToken);
        await PageOf(page).WriteToAsync(_xml, cancellationToken);
        await _xml.FlushAsync();
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(null, cancellationToken);
        await _xml.WriteEndDocumentAsync();
        await _xml.DisposeAsync();
    }

    /// <summary>Writes all that stands before the pages, and opens the element that holds them.</summary>
    /// <param name="first">What is known then of how the pages were made; null when there are none.</param>
    protected abstract Task WriteStartAsync(XmlWriter xml, ExportPage? first, CancellationToken cancellationToken);

    protected abstract XElement PageOf(ExportPage page);

    private async Task BeginAsync(ExportPage? first, CancellationToken cancellationToken)
    {
        if (_begun) return;
        _begun = true;
        await _xml.WriteStartDocumentAsync();
        await WriteStartAsync(_xml, first, cancellationToken);
    }
}
