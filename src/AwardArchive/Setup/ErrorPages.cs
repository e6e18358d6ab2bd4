using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AwardArchive.Setup;

/// <summary>A page in the place of one that cannot be shown is looked at, whatever was sent: a form that could not be read is not read once more for it.</summary>
internal static class ErrorPages
{
    /// <summary>Behind the status code pages, before routing.</summary>
    public static void UseErrorPages(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            await next(http);
            return;
        }
        var sent = http.Request.Method;
        http.Request.Method = HttpMethods.Get;
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        http.Features.Set<IFormFeature>(null);
        await next(http);
        http.Request.Method = sent;
    });
}
