using AwardArchive.Archive;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Capture;

/// <summary>Puts this slice's failures into problem details (RFC 9457).</summary>
internal static class CaptureProblems
{
    /// <returns>Null when the exception is none of this slice's.</returns>
    public static ProblemDetails? Describe(Exception exception) => exception switch
    {
        CaptureRefusedException refused => Details(refused.Problem, refused.Message),
        StorageFullException => Details(
            CaptureProblem.StorageFull, "Máy chủ hết chỗ lưu trữ; tệp chưa được nhận. Hãy gửi lại khi đã có thêm chỗ."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Details(
            CaptureProblem.FileTooLarge, "Tệp lớn hơn giới hạn của máy chủ."),
        _ => null,
    };

    private static ProblemDetails Details(CaptureProblem problem, string detail) =>
        new() { Type = problem.Type, Title = problem.Title, Status = problem.Status, Detail = detail };
}
