using AwardArchive.Archive;
using AwardArchive.Viewing;
using AwardArchive.Viewing.Corrections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Dossiers;

internal static class DossierEndpoints
{
    public static void MapDossiers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dossiers").WithTags("Dossiers").Needs(Permission.View, Permission.Digitize);
        group.MapGet("/", ListAsync).WithSummary("List dossiers, newest first").ProducesValidationProblem();
        group.MapPost("/", AddAsync).WithSummary("Make a dossier").Produces<DossierResponse>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/fields", () => TypedResults.Ok(RecordFields.OfDossier)).WithSummary("The fields of a dossier's record: names, lengths, codes");
        group.MapGet("/{id:guid}", GetAsync).WithSummary("One dossier with its record and what is missing").ProducesProblem(StatusCodes.Status404NotFound);
        Edits(group.MapPatch("/{id:guid}", EditAsync).WithSummary("Change a dossier (If-Match)").Produces<DossierResponse>());
        group.MapGet("/{id:guid}/documents", DocumentsAsync).WithSummary("Its documents in their order, each with its record")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        Edits(group.MapPut("/{id:guid}/documents/{documentId:guid}", JoinAsync).WithSummary("Put a document in, with its sheets (If-Match: the document's ETag)")
            .Produces(StatusCodes.Status204NoContent));
        Edits(group.MapDelete("/{id:guid}/documents/{documentId:guid}", TakeOutAsync).WithSummary("Take a document out (If-Match: the document's ETag)")
            .Produces(StatusCodes.Status204NoContent));
        group.MapGet("/{id:guid}/proposals", ProposalsAsync).WithSummary("Documents that may belong into it: annexes of its papers, and papers that name each other")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id:guid}/proposals/{documentId:guid}/refuse", RefuseAsync).WithSummary("Say that a document does not belong into it; it is not proposed again")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/documents/{id:guid}/record", RecordAsync).WithTags("Dossiers").Needs(Permission.View).WithSummary("The document's record by Circular 05/2025/TT-BNV")
            .ProducesProblem(StatusCodes.Status404NotFound);

        static void Edits(RouteHandlerBuilder route) => route
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<ListResponse<DossierSummary>>> ListAsync(
        [AsParameters] ListRequest request, DossierDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(request.Cursor, request.Size ?? ListRequest.DefaultSize, cancellationToken));

    private static async Task<IResult> AddAsync(DossierEdit edit, DossierDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        var outcome = await desk.AddAsync(edit, cancellationToken);
        if (outcome is not DossierOutcome.Done { Id: var id }) return ProblemOf(outcome);
        var dossier = (await desk.FindAsync(id, cancellationToken))!;
        response.Headers.ETag = DocumentETag.Of(dossier.Version);
        return TypedResults.Created($"/api/v1/dossiers/{id}", dossier);
    }

    private static async Task<Results<Ok<DossierResponse>, ProblemHttpResult>> GetAsync(
        Guid id, DossierDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } dossier) return NoSuchDossier();
        response.Headers.ETag = DocumentETag.Of(dossier.Version);
        return TypedResults.Ok(dossier);
    }

    private static async Task<IResult> EditAsync(Guid id, DossierEdit edit, HttpContext http, DossierDesk desk, CancellationToken cancellationToken) =>
        await WithVersionAsync(http, version => desk.EditAsync(id, version, edit, cancellationToken))
            ?? (IResult)(await GetAsync(id, desk, http.Response, cancellationToken)).Result;

    private static async Task<Results<Ok<ListResponse<DossierDocument>>, ProblemHttpResult>> DocumentsAsync(
        Guid id, [AsParameters] StretchRequest request, DossierDesk desk, CancellationToken cancellationToken) =>
        await desk.FindDocumentsAsync(id, request.Cursor ?? 0, request.Size ?? StretchRequest.DefaultSize, cancellationToken) is { } documents
            ? TypedResults.Ok(documents)
            : NoSuchDossier();

    private static async Task<IResult> JoinAsync(
        Guid id, Guid documentId, Membership membership, HttpContext http, DossierDesk desk, CancellationToken cancellationToken) =>
        await WithVersionAsync(http, version => desk.JoinAsync(id, documentId, version, membership, cancellationToken)) ?? TypedResults.NoContent();

    private static async Task<IResult> TakeOutAsync(Guid id, Guid documentId, HttpContext http, DossierDesk desk, CancellationToken cancellationToken) =>
        await WithVersionAsync(http, version => desk.TakeOutAsync(id, documentId, version, cancellationToken)) ?? TypedResults.NoContent();

    private static async Task<Results<Ok<ListResponse<ProposalResponse>>, ProblemHttpResult>> ProposalsAsync(
        Guid id, DossierDesk desk, CancellationToken cancellationToken) =>
        await desk.FindProposalsAsync(id, cancellationToken) is { } proposals
            ? TypedResults.Ok(new ListResponse<ProposalResponse>(proposals, null))
            : NoSuchDossier();

    private static async Task<IResult> RefuseAsync(
        Guid id, Guid documentId, ProposalAnswer answer, DossierDesk desk, CancellationToken cancellationToken) =>
        await desk.RefuseAsync(id, documentId, answer, cancellationToken) is var outcome and not DossierOutcome.Done ? ProblemOf(outcome) : TypedResults.NoContent();

    private static async Task<Results<Ok<IReadOnlyList<RecordValue>>, ProblemHttpResult>> RecordAsync(
        Guid id, DossierDesk desk, CancellationToken cancellationToken) =>
        await desk.FindRecordAsync(id, cancellationToken) is { } record ? TypedResults.Ok(record) : ViewingProblems.NoSuchDocument();

    /// <returns>Null when it is done.</returns>
    private static async Task<IResult?> WithVersionAsync(HttpContext http, Func<int, Task<DossierOutcome>> act)
    {
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        var outcome = await act(DocumentETag.VersionOf(http.Request) ?? -1);
        return outcome is DossierOutcome.Done ? null : ProblemOf(outcome);
    }

    private static ProblemHttpResult ProblemOf(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.Wrong wrong =>
            Problem.Of(StatusCodes.Status400BadRequest, "wrong-dossier", "Thông tin hồ sơ không hợp lệ", $"{wrong.Field}: {wrong.Message}."),
        DossierOutcome.NotFound => NoSuchDossier(),
        DossierOutcome.NotTheirs => ViewingProblems.NotYoursToDecide(),
        _ => ViewingProblems.ChangedMeanwhile(),
    };

    private static ProblemHttpResult NoSuchDossier() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-dossier", "Không có hồ sơ này", "Hồ sơ này, hoặc văn bản này trong hồ sơ, không có trong kho lưu trữ.");
}
