using System.ComponentModel;
using AwardArchive.Archive;
using AwardArchive.Verification.Checks;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Verification.Reports;

/// <param name="By">Who asks for the report, absent or empty: whoever sends it; kept with it, and not in it.</param>
public sealed record ReportRequest([property: Description("Người lập phiếu.")] string? By);

/// <summary>A report that was made and kept.</summary>
public sealed record ReportResponse(
    [property: Description("SHA-256 của nội dung; mã của phiếu.")] string Digest,
    [property: Description("SHA-256 của tệp PDF.")] string PdfSha256,
    [property: Description("Cỡ tệp PDF, byte.")] long PdfBytes,
    [property: Description("Kết quả đối chiếu.")] string Result,
    [property: Description("Ngày xét.")] DateOnly AsOf,
    [property: Description("Lúc hồ sơ thành như trong phiếu.")] DateTimeOffset StateAt,
    [property: Description("Lúc lập phiếu.")] DateTimeOffset MadeAt,
    [property: Description("Người lập phiếu.")] string MadeBy)
{
    public static ReportResponse Of(DossierReport report) =>
        new(report.Digest, report.PdfSha256, report.PdfBytes, report.Result, report.AsOf, report.StateAt, report.MadeAt, report.MadeBy);
}

/// <summary>Reports on the case of a dossier: made, kept, and given as PDF or JSON.</summary>
internal static class ReportEndpoints
{
    private const string Pdf = "application/pdf", Json = "application/json";

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dossiers/{id:guid}/reports").WithTags("Verification").Needs(Permission.Verify);
        group.MapPost("/", MakeAsync).Costs(Cost.Heavy).WithSummary("Report the case as it is now, and keep the report; the same state gives the kept one")
            .Produces<ReportResponse>().Produces<ReportResponse>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/", ListAsync).WithSummary("The kept reports, newest first").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{digest}", GetAsync).WithSummary("A kept report, byte for byte: PDF, or JSON where Accept asks for it")
            .Produces(StatusCodes.Status200OK, contentType: Pdf, additionalContentTypes: [Json]).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> MakeAsync(Guid id, ReportRequest request, Catalog catalog, CaseReports reports, CancellationToken cancellationToken)
    {
        var by = Actor.Signature(request.By);
        if (WrongName(by) is { } wrong) return Problem.Of(StatusCodes.Status400BadRequest, "wrong-report", "Chưa lập được phiếu", $"by: {wrong}.");
        if (await catalog.FindDossierAsync(id, cancellationToken) is not { } dossier) return CheckEndpoints.NoSuchDossier();
        if (await reports.WriteAsync(dossier, cancellationToken) is not { } report)
            return Problem.Of(StatusCodes.Status409Conflict, "no-case", "Chưa có gì để lập phiếu", "Hồ sơ này chưa có bà mẹ nào để xét.");
        var (kept, isNew) = await reports.KeepAsync(report, by.Trim(), cancellationToken);
        var response = ReportResponse.Of(kept);
        return isNew ? TypedResults.Created($"/api/v1/dossiers/{id}/reports/{kept.Digest}", response) : TypedResults.Ok(response);
    }

    /// <returns>What is wrong with who asks, for a person; null when nothing is.</returns>
    internal static string? WrongName(string? by) =>
        by?.Trim() is { Length: > 0 and <= Correction.MaxBy } ? null : $"phải ghi tên người lập phiếu, không quá {Correction.MaxBy} ký tự";

    private static async Task<Results<Ok<ListResponse<ReportResponse>>, ProblemHttpResult>> ListAsync(
        Guid id, Catalog catalog, CaseReports reports, CancellationToken cancellationToken) =>
        await catalog.FindDossierAsync(id, cancellationToken) is null
            ? CheckEndpoints.NoSuchDossier()
            : TypedResults.Ok(new ListResponse<ReportResponse>([.. (await reports.FindKeptAsync(id, cancellationToken)).Select(ReportResponse.Of)], null));

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> GetAsync(
        Guid id, string digest, HttpRequest http, Catalog catalog, CaseReports reports, IObjectStore objects, CancellationToken cancellationToken)
    {
        if (await catalog.FindReportAsync(id, digest, cancellationToken) is not { } report || !await reports.IsSeenAsync(report, cancellationToken))
            return Problem.Of(StatusCodes.Status404NotFound, "no-such-report", "Không có phiếu này", "Hồ sơ này không có phiếu nào mang mã đó.");
        var isJson = http.GetTypedHeaders().Accept is { Count: > 0 } accepted && accepted.OrderByDescending(one => one.Quality ?? 1).First() is { MatchesAllTypes: false } first && first.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);
        var key = isJson ? ObjectKey.Report(report.Digest, "json") : ObjectKey.Report(report.PdfSha256, "pdf");
        var bytes = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        http.HttpContext.Response.Headers.Vary = "Accept";
        return TypedResults.File(bytes, isJson ? Json : Pdf, isJson ? null : $"phieu-tham-dinh-{report.Digest[..12]}.pdf", enableRangeProcessing: true);
    }
}
