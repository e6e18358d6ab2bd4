using AwardArchive.Archive;
using AwardArchive.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing;

/// <param name="Documents">How many are read again.</param>
public sealed record ReadAgainResponse(int Documents);

/// <summary>Reading the facts again.</summary>
internal static class ReadingEndpoints
{
    public static void MapReading(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents").WithTags("Reading").Needs(Permission.Digitize);
        documents.MapPost("/read", AllAsync).WithSummary("Read the facts of all documents again, from the words that are kept");
        documents.MapPost("/{id:guid}/read", DocumentAsync).WithSummary("Read a document's facts again, from the words that are kept")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Accepted<ReadAgainResponse>> AllAsync(ReadAgain again, CancellationToken cancellationToken) =>
        TypedResults.Accepted("/api/v1/ingest/status", new ReadAgainResponse(await again.DemandAsync(null, cancellationToken)));

    private static async Task<Results<Accepted<ReadAgainResponse>, ProblemHttpResult>> DocumentAsync(
        Guid id, Catalog catalog, ReadAgain again, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(id, cancellationToken) is null) return ViewingProblems.NoSuchDocument();
        var documents = await again.DemandAsync(id, cancellationToken);
        return documents == 0
            ? ViewingProblems.NothingToRead()
            : TypedResults.Accepted($"/api/v1/documents/{id}", new ReadAgainResponse(documents));
    }
}
