using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Search.Batch;

/// <summary>How the answers to a list are wanted.</summary>
/// <param name="Size">Hits at most, for each person.</param>
/// <param name="Format"><c>csv</c> or <c>json</c>; by default what the request accepts, else JSON.</param>
public sealed record BatchRequest(
    [property: Range(1, 20, ErrorMessage = "Số kết quả mỗi người phải từ 1 đến 20.")] int Size = 3,
    [property: AllowedValues(null, "", "csv", "json", ErrorMessage = "Dạng kết quả là csv hoặc json.")] string? Format = null);

/// <param name="Items">In the order of the list.</param>
internal sealed record BatchAnswers(IAsyncEnumerable<BatchAnswer> Items);

internal static class BatchEndpoints
{
    public static void MapBatch(this RouteGroupBuilder group) => group.MapPost("/search/batch", RunAsync)
        .WithSummary("Look for a list of persons: CSV or JSON in (a body, or the file of a form), a table out")
        .Accepts<string>("text/csv", "text/plain", "application/json", "multipart/form-data").Costs(Cost.Heavy).WithMetadata(new RequestSizeLimitAttribute(BatchList.MaxBytes * 2))
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<PushStreamHttpResult, Ok<BatchAnswers>, ProblemHttpResult>> RunAsync(
        [AsParameters] BatchRequest request, HttpRequest http, BatchSearch search, CancellationToken cancellationToken)
    {
        IReadOnlyList<BatchRow> rows;
        try
        {
            rows = await ReadAsync(http, cancellationToken);
        }
        catch (BadBatchException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bad-batch", "Không đọc được danh sách", e.Message);
        }
        // The first answer is waited for, so that an index that is not open is still a problem, not a broken table.
        var answers = await BegunAsync(search.RunAsync(rows, request.Size, cancellationToken), cancellationToken);
        var csv = request.Format is { Length: > 0 } format ? format == "csv" : http.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase);
        return csv
            ? TypedResults.Stream(output => BatchTable.WriteAsync(output, answers, cancellationToken), "text/csv; charset=utf-8", "ket-qua-danh-sach.csv")
            : TypedResults.Ok(new BatchAnswers(answers));
    }

    private static async Task<IReadOnlyList<BatchRow>> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasFormContentType) return await BatchList.ReadAsync(http.Body, http.HasJsonContentType(), cancellationToken);
        var form = await http.ReadFormAsync(cancellationToken);
        if (form.Files is not [var file]) throw new BadBatchException("Hãy chọn một tệp danh sách.");
        await using var content = file.OpenReadStream();
        return await BatchList.ReadAsync(content, file.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase), cancellationToken);
    }

    private static async Task<IAsyncEnumerable<BatchAnswer>> BegunAsync(IAsyncEnumerable<BatchAnswer> answers, CancellationToken cancellationToken)
    {
        var rest = answers.GetAsyncEnumerator(cancellationToken);
        var has = await rest.MoveNextAsync();
        return GoOnAsync();

        async IAsyncEnumerable<BatchAnswer> GoOnAsync()
        {
            await using (rest)
            {
                for (; has; has = await rest.MoveNextAsync()) yield return rest.Current;
            }
        }
    }
}
