using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>Plain text: UTF-8 without byte order mark, lines as on the page, pages divided by form feed, a line end at the end.</summary>
internal sealed class TextExport(Stream output) : IPageExport
{
    public async Task AddAsync(ExportPage page, CancellationToken cancellationToken)
    {
        var text = page.Words is null ? "" : PageText.Of(page.Words).Text;
        await output.WriteAsync(Encoding.UTF8.GetBytes(page.Number == 1 ? text : "\f" + text), cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }
}
