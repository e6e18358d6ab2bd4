using AwardArchive.Archive;

namespace AwardArchive.Viewing.Splitting;

/// <summary>Scans of several papers: where the machine would cut them, and what persons decide. Every ETag is the document's.</summary>
internal static class SplitEndpoints
{
    public static void MapSplitting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/documents/{id:guid}/split").WithTags("Splitting").Needs(Permission.View, Permission.Digitize);
        group.MapGet("/", FindAsync).WithSummary("Where other papers seem to begin, the papers of a split scan, and what persons decided")
            .Produces<SplitResponse>().ProducesProblem(StatusCodes.Status404NotFound);
        Decides(group.MapPost("/", SplitAsync).WithSummary("Make the papers of a scan documents of their own (If-Match)"));
        Decides(group.MapPost("/refuse", RefuseAsync).WithSummary("The cuts that are proposed are not to be made (If-Match)"));
        Decides(group.MapPost("/undo", MergeAsync).WithSummary("Take a split back: the scan returns, its parts are withdrawn (If-Match)"));

        static void Decides(RouteHandlerBuilder route) => route.Produces<SplitResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<IResult> FindAsync(Guid id, ScanSplitting splitting, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await splitting.FindAsync(id, cancellationToken) is not { } found) return ViewingProblems.NoSuchDocument();
        response.Headers.ETag = DocumentETag.Of(found.Version);
        return TypedResults.Ok(found);
    }

    private static Task<IResult> SplitAsync(Guid id, SplitRequest request, HttpContext http, ScanSplitting splitting, CancellationToken cancellationToken) =>
        DecideAsync(id, http, splitting, version => splitting.SplitAsync(id, version, request, cancellationToken), cancellationToken);

    private static Task<IResult> RefuseAsync(Guid id, SplitWord word, HttpContext http, ScanSplitting splitting, CancellationToken cancellationToken) =>
        DecideAsync(id, http, splitting, version => splitting.RefuseAsync(id, version, word, cancellationToken), cancellationToken);

    private static Task<IResult> MergeAsync(Guid id, SplitWord word, HttpContext http, ScanSplitting splitting, CancellationToken cancellationToken) =>
        DecideAsync(id, http, splitting, version => splitting.MergeAsync(id, version, word, cancellationToken), cancellationToken);

    private static async Task<IResult> DecideAsync(
        Guid id, HttpContext http, ScanSplitting splitting, Func<int, Task<SplitOutcome>> decide, CancellationToken cancellationToken)
    {
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        // A tag that this service never gave is as old as any.
        return await decide(DocumentETag.VersionOf(http.Request) ?? -1) switch
        {
            SplitOutcome.Done => await FindAsync(id, splitting, http.Response, cancellationToken),
            SplitOutcome.Wrong wrong => ViewingProblems.WrongStatement(wrong.Field, wrong.Message),
            SplitOutcome.Refused refused => ViewingProblems.CannotSplit(refused.Why),
            SplitOutcome.NotFound => ViewingProblems.NoSuchDocument(),
            _ => ViewingProblems.ChangedMeanwhile(),
        };
    }
}
