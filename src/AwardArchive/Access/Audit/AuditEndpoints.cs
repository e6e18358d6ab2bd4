using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Access.Audit;

/// <param name="Name">Of the account, exactly.</param>
/// <param name="Action"><see cref="AuditAction"/> as JSON writes it.</param>
/// <param name="Outcome"><see cref="AuditOutcome"/> as JSON writes it.</param>
/// <param name="Target">Exactly, or its beginning up to a <c>/</c>.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
/// <param name="Cursor">As the stretch before gave it.</param>
public sealed record AuditListRequest(
    [property: StringLength(AuditEntry.MaxName, ErrorMessage = "name dài quá 256 ký tự.")] string? Name = null,
    string? Action = null,
    string? Outcome = null,
    [property: StringLength(AuditEntry.MaxTarget, ErrorMessage = "target dài quá 300 ký tự.")] string? Target = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    [property: Range(1, 500, ErrorMessage = "size phải từ 1 đến 500.")] int Size = 100,
    [property: Range(1, long.MaxValue, ErrorMessage = "cursor không phải của danh sách này.")] long? Cursor = null) : IValidatableObject
{
    internal AuditFilter Filter => new(Named(Name), Read<AuditAction>(Action), Read<AuditOutcome>(Outcome), Named(Target), From, To);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Named(Action) is not null && Read<AuditAction>(Action) is null) yield return new($"action là một trong: {Words<AuditAction>()}.", [nameof(Action)]);
        if (Named(Outcome) is not null && Read<AuditOutcome>(Outcome) is null) yield return new($"outcome là một trong: {Words<AuditOutcome>()}.", [nameof(Outcome)]);
    }

    /// <returns>Null for what is no name of one.</returns>
    internal static T? Read<T>(string? name)
        where T : struct, Enum => Named(name) is { } text && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Words<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
}

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/audit").WithTags("Audit").Needs(Permission.Administer);
        group.MapGet("", ListAsync).WithSummary("What was done and looked at, newest first").ProducesValidationProblem();
        group.MapGet("/export.csv", Export).WithSummary("The same as a table, streamed").ProducesValidationProblem();
    }

    private static async Task<Ok<ListResponse<AuditEntryResponse>>> ListAsync(
        [AsParameters] AuditListRequest request, AuditBook book, CancellationToken cancellationToken)
    {
        var entries = await book.ListAsync(request.Filter, request.Cursor, request.Size + 1, cancellationToken);
        return TypedResults.Ok(new ListResponse<AuditEntryResponse>(
            [.. entries.Take(request.Size)], entries.Count > request.Size ? $"{entries[request.Size - 1].Number}" : null));
    }

    private static PushStreamHttpResult Export([AsParameters] AuditListRequest request, AuditExport export, HttpContext http) =>
        TypedResults.Stream(output => export.WriteAsync(output, request.Filter, http.RequestAborted), "text/csv; charset=utf-8", "nhat-ky.csv");
}
