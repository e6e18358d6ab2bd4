using AwardArchive.Access.Defense;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Setup;

/// <summary>Turns what was thrown into problem details, once for the whole service; never a stack trace, never a path.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    private const string RetrySeconds = "30";

    // Said whether it is thrown or only answered.
    private const string Unreadable = "Không đọc được yêu cầu: sai tham số hoặc sai định dạng.";
    private const string TooLarge = "Dung lượng gửi lên vượt giới hạn.";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var (status, code, title, detail) = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                (413, "request-too-large", "Yêu cầu quá lớn", TooLarge),
            BadHttpRequestException e =>
                (e.StatusCode, "bad-request", "Yêu cầu không hợp lệ", Unreadable),
            _ when Posix.IsStorageFull(exception) =>
                (507, "storage-full", "Hết chỗ lưu trữ", "Ổ đĩa đã đầy. Không có gì bị mất; hãy thử lại khi có chỗ."),
            _ when Away.Is(exception) =>
                (503, "storage-unavailable", "Kho lưu trữ tạm thời không trả lời", "Không có gì bị mất; hãy thử lại sau ít phút."),
            ObjectMissingException =>
                (500, "object-missing", "Thiếu tệp trong kho", "Danh mục có văn bản này nhưng kho tệp thì không. Hãy báo người quản trị."),
            ObjectDamagedException =>
                (500, "object-damaged", "Tệp trong kho bị hỏng", "Kho tệp trả về nội dung khác với khi lưu. Hãy báo người quản trị."),
            _ => (500, "internal-error", "Lỗi máy chủ", "Đã ghi lại lỗi. Hãy thử lại hoặc báo người quản trị."),
        };
        if (status >= 500) Log.Failed(log, exception, httpContext.Request.Method, code);
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) httpContext.Response.Headers.RetryAfter = RetrySeconds;
        if (!ForPrograms.Is(httpContext))
        {
            await PlainPage.AnswerAsync(httpContext, status, title, detail);
            return true;
        }
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Type = Problem.TypePrefix + code, Title = title, Detail = detail },
        });
        // Who accepts no JSON gets the status alone, which is an answer too: what counts as unhandled the framework logs as an error, with its stack.
        return true;
    }

    /// <summary>Gives the problems that the framework makes a stable type and words for people.</summary>
    public static void InVietnamese(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Problem.TypePrefix, StringComparison.Ordinal) == true) return;
        var (code, title, detail) = (problem, problem.Status) switch
        {
            (HttpValidationProblemDetails, _) => ("validation", "Tham số không hợp lệ", null),
            (_, 400) => ("bad-request", "Yêu cầu không hợp lệ", Unreadable),
            (_, 401) => ("sign-in-needed", "Cần đăng nhập", null),
            (_, 403) => ("forbidden", "Không được phép", null),
            (_, 404) => ("not-found", "Không có địa chỉ này", "Các địa chỉ có trong /openapi/v1.json."),
            (_, 405) => ("method-not-allowed", "Phương thức không được hỗ trợ", "Các phương thức được nhận có trong tiêu đề Allow và trong /openapi/v1.json."),
            (_, 413) => ("request-too-large", "Yêu cầu quá lớn", TooLarge),
            (_, 415) => ("unsupported-media-type", "Kiểu nội dung không được hỗ trợ", "Các kiểu nội dung (Content-Type) được nhận có trong /openapi/v1.json."),
            (_, var status) => ($"http-{status}", "Không thực hiện được yêu cầu", null),
        };
        problem.Type = Problem.TypePrefix + code;
        problem.Title = title;
        problem.Detail ??= detail;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} request failed: {Code}")]
        public static partial void Failed(ILogger log, Exception exception, string method, string code);
    }
}
