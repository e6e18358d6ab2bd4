namespace AwardArchive.Setup;

/// <summary>Whoever asks with HEAD gets the headers that GET would have (RFC 9110 section 9.3.2): the request goes the same way, and the server sends no body.</summary>
internal static class HeadRequests
{
    /// <summary>Before routing. A stream of events has no end: there HEAD stays what it is, and is refused.</summary>
    public static void UseHead(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments(IngestEndpoints.EventsAddress))
        {
            await next(http);
            return;
        }
        http.Request.Method = HttpMethods.Get;
        await next(http);
        http.Request.Method = HttpMethods.Head;
    });
}
