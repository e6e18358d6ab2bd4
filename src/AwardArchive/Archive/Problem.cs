using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Archive;

/// <summary>A failure as REST tells it (RFC 9457): the type is stable for programs, the rest is Vietnamese for people.</summary>
internal static class Problem
{
    public const string TypePrefix = "urn:award-archive:problem:";

    /// <param name="code">Lower-case words joined by hyphens; once published it never changes.</param>
    /// <param name="more">Members of its own, for programs.</param>
    public static ProblemHttpResult Of(int status, string code, string title, string detail, Dictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: TypePrefix + code, extensions: more);
}
