using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Capture;

/// <summary>Tells this slice's failures as REST does.</summary>
internal static class CaptureProblems
{
    /// <returns>Null when the exception is none of this slice's.</returns>
    public static ProblemHttpResult? Describe(Exception exception) => exception switch
    {
        CaptureRefusedException refused => Of(refused.Problem, refused.Message),
        StorageFullException => Of(
            CaptureProblem.StorageFull, "Máy chủ hết chỗ lưu trữ; tệp chưa được nhận. Hãy gửi lại khi đã có thêm chỗ."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(
            CaptureProblem.FileTooLarge, "Tệp lớn hơn giới hạn của máy chủ."),
        _ => null,
    };

    private static ProblemHttpResult Of(CaptureProblem problem, string detail) =>
        Problem.Of(problem.Status, problem.Code, problem.Title, detail);
}
