using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AwardArchive.Viewing;

/// <summary>How wide the page image should be.</summary>
public sealed record PageImageRequest
{
    /// <value>16 to 8000 pixels; null gives the stored image as it is. A wider image than the stored one is never made.</value>
    [Range(16, 8000)]
    public int? Width { get; init; }
}

internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/documents/{id:guid}/pages/{number:int}").WithTags("Pages").Needs(Permission.View);
        group.MapGet("/image", ImageAsync).WithSummary("The page as people see it: JPEG or PNG")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        group.MapGet("/words", WordsAsync).WithSummary("The words with their boxes, in pixels of the stored image")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/alto.xml", AltoAsync).WithSummary("The words as ALTO 4, in pixels of the stored image")
            .Produces(StatusCodes.Status200OK, contentType: "application/xml").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ImageAsync(
        Guid id, int number, [AsParameters] PageImageRequest request, DocumentReader reader, IObjectStore objects,
        CancellationToken cancellationToken)
    {
        var page = await reader.FindPageAsync(id, number, cancellationToken);
        if (page is null) return ViewingProblems.NoSuchPage();
        if (page.ImageMediaType is not { } mediaType) return ViewingProblems.PageNotReady();
        var key = ObjectKey.PageImage(page.Place, mediaType, page.Image);
        var image = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        if (request.Width is not { } width || width >= page.Width)
            return TypedResults.File(image, mediaType, enableRangeProcessing: true);
        await using (image)
            return TypedResults.File(PageImage.Shrink(image, width), "image/jpeg");
    }

    private static async Task<Results<FileStreamHttpResult, FileContentHttpResult, ProblemHttpResult>> WordsAsync(
        Guid id, int number, HttpContext http, DocumentReader reader, DocumentExports exports, IObjectStore objects, CancellationToken cancellationToken)
    {
        if (await reader.FindPageAsync(id, number, cancellationToken) is not { } page) return ViewingProblems.NoSuchPage();
        if (page.ImageMediaType is null) return ViewingProblems.PageNotReady();
        // What is stored of a part's page says the page's number in the scan.
        if (page.ScanId is not null)
            return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(await exports.ReadWordsAsync(page, cancellationToken), PageWordsJson.Readable.PageWords), "application/json");
        var key = ObjectKey.PageWords(page.Place, page.Recognition);
        var words = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        // Stored as gzip already: nearly every client takes it as it is.
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.File(new GZipStream(words, CompressionMode.Decompress), "application/json");
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.File(words, "application/json");
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> AltoAsync(
        Guid id, int number, DocumentReader reader, DocumentExports exports, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || await reader.FindPageAsync(id, number, cancellationToken) is not { } page)
            return ViewingProblems.NoSuchPage();
        if (page.ImageMediaType is null) return ViewingProblems.PageNotReady();
        return TypedResults.File(await exports.AltoAsync(document, page, cancellationToken), "application/xml");
    }
}
