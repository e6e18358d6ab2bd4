using CsvHelper;

namespace AwardArchive.Search.Export;

/// <summary>The whole result of a search as a table, written while it is found: no ceiling, memory for one stretch of hits.</summary>
internal sealed class SearchExport(DocumentSearcher searcher)
{
    private const int Stretch = 100;

    private static readonly string[] Headings =
        ["Mã văn bản", "Tệp", "Loại", "Số", "Ký hiệu", "Ngày ban hành", "Trích yếu", "Trang", "Đoạn trích", "Độ phù hợp"];

    /// <summary>Finds the first stretch; what follows is found while it is written.</summary>
    /// <param name="request">Its size does not matter; with a cursor, the rest from there.</param>
    /// <exception cref="BadCursorException">The cursor is not from this search.</exception>
    /// <exception cref="AwardArchive.Indexing.IndexUnavailableException">The index is not open.</exception>
    public async Task<Func<Stream, Task>> BeginAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var next = request with { Size = Stretch };
        var first = await searcher.SearchAsync(next, cancellationToken);
        return output => WriteAsync(output, next, first, cancellationToken);
    }

    private async Task WriteAsync(Stream output, SearchRequest request, SearchResponse stretch, CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.BeginAsync(output, Headings);
        while (true)
        {
            foreach (var hit in stretch.Hits)
            {
                Write(table.Row, hit);
                await table.Row.NextRecordAsync();
            }
            await table.FlushAsync(cancellationToken);
            if (stretch.NextCursor is null) return;
            stretch = await searcher.SearchAsync(request with { Cursor = stretch.NextCursor }, cancellationToken);
        }
    }

    private static void Write(CsvWriter table, SearchHit hit)
    {
        table.WriteField(hit.DocumentId);
        table.WriteField(hit.FileName);
        table.WriteField(hit.Kind);
        table.WriteField(hit.Number);
        table.WriteField(hit.Symbol);
        table.WriteField(hit.IssuedOn);
        table.WriteField(hit.Title);
        table.WriteField(string.Join(' ', hit.Pages.Select(page => page.Number)));
        table.WriteField(string.Concat(hit.Pages.Take(1).SelectMany(page => page.Snippet).Select(run => run.Text)).ReplaceLineEndings(" "));
        table.WriteField(hit.Score);
    }
}
