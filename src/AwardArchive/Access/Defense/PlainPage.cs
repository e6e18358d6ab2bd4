using System.Net;

namespace AwardArchive.Access.Defense;

/// <summary>A page that needs nothing of the service but its style: for answers that must cost nothing, and for those about something broken.</summary>
internal static class PlainPage
{
    /// <param name="detail">What to do now.</param>
    public static Task AnswerAsync(HttpContext http, int status, string title, string detail) => Results.Text(
        $"""
        <!DOCTYPE html>
        <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{WebUtility.HtmlEncode(title)} – Kho lưu trữ khen thưởng</title>
          <link rel="stylesheet" href="/site.css" />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        </head>
        <body>
          <main class="column">
            <h1>{WebUtility.HtmlEncode(title)}</h1>
            <p>{WebUtility.HtmlEncode(detail)}</p>
            <p><a href="/">Về trang tìm kiếm</a></p>
          </main>
        </body>
        </html>
        """,
        "text/html; charset=utf-8", statusCode: status).ExecuteAsync(http);
}
