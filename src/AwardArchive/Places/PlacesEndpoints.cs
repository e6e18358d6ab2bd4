using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AwardArchive.Places;

/// <param name="Name">Of the file, as it is to be told: <c>units-2025.json</c>.</param>
/// <param name="Source">Where its facts come from: the law, the issuing office. Default: the name.</param>
public sealed record ImportPlacesRequest(
    [property: Required(ErrorMessage = "Thiếu tên tệp."), StringLength(200, ErrorMessage = "Tên tệp dài quá 200 ký tự.")] string Name,
    [property: StringLength(500, ErrorMessage = "Nguồn dài quá 500 ký tự.")] string? Source = null);

/// <param name="Kind">unitsBefore2025, unitsAfter2025 or merges2025.</param>
/// <param name="Rows">Of the list.</param>
/// <param name="Places">Known now.</param>
/// <param name="Changes">Known now.</param>
/// <param name="Unresolved">Parts of merged units that are known by their name only.</param>
public sealed record ImportedPlaces(string Kind, int Rows, int Places, int Changes, int Unresolved);

internal static class PlacesEndpoints
{
    public static RouteGroupBuilder MapPlaces(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/places").WithTags("Places").Needs(Permission.Administer);
        group.MapPost("/lists", ImportAsync).WithSummary("Take a list of communes in, in the place of the last one of its kind; searches know it at once")
            .Accepts<object>("application/json").WithMetadata(new RequestSizeLimitAttribute(GazetteerFile.MaxBytes))
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        return group;
    }

    private static async Task<Results<Ok<ImportedPlaces>, ProblemHttpResult>> ImportAsync(
        [AsParameters] ImportPlacesRequest request, HttpRequest http, Gazetteer gazetteer, IOptions<ArchiveOptions> options, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.ScratchFolder);
        var scratch = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        await using var list = new FileStream(Path.Combine(options.Value.ScratchFolder, $"{Guid.NewGuid():N}.places"), scratch);
        await http.Body.CopyToAsync(list, cancellationToken);
        list.Position = 0;
        try
        {
            var import = await gazetteer.ImportAsync(list, Path.GetFileName(request.Name), request.Source, cancellationToken);
            var status = await gazetteer.StatusAsync(cancellationToken);
            return TypedResults.Ok(new ImportedPlaces(import.Kind.ToName(), import.Units.Count + import.Merges.Count, status.Places, status.Changes, status.Unresolved));
        }
        catch (GazetteerFileException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bad-list", "Danh sách địa danh không dùng được", e.Message);
        }
    }
}
