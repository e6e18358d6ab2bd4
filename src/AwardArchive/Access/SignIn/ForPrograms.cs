namespace AwardArchive.Access.SignIn;

/// <summary>Programs get problem details, people get a page.</summary>
internal static class ForPrograms
{
    private static readonly PathString[] Paths = ["/api", "/openapi", "/metrics"];

    public static bool Is(HttpContext http) => Paths.Any(path => http.Request.Path.StartsWithSegments(path));
}
