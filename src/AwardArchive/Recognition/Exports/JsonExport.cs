using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// <c>{file, pages: […]}</c>; a page is what REST gives as its words, one that was not recognized <c>{page, width: 0, height: 0, words: [], reason}</c>.
/// </summary>
internal sealed class JsonExport(Stream output, string fileName) : IPageExport
{
    public async Task AddAsync(ExportPage page, CancellationToken cancellationToken)
    {
        await WriteAsync(page.Number == 1 ? $$"""{"file":{{Json(JsonValue.Create(fileName))}},"pages":[""" : ",", cancellationToken);
        if (page.Words is not null) await JsonSerializer.SerializeAsync(output, page.Words, PageWordsJson.Readable.PageWords, cancellationToken);
        else await WriteAsync(Json(Missing(page)), cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteAsync("]}\n", cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static JsonObject Missing(ExportPage page) => new()
    {
        ["page"] = page.Number,
        ["width"] = 0,
        ["height"] = 0,
        ["words"] = new JsonArray(),
        ["reason"] = page.Reason,
    };

    private static string Json(JsonNode node) => node.ToJsonString(PageWordsJson.Readable.Options);

    private ValueTask WriteAsync(string text, CancellationToken cancellationToken) => output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
