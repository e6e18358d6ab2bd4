using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Capture;

/// <summary>Tells refusals as REST does; what is not this slice's own, a full disk too, goes on to the service's handler.</summary>
internal static class CaptureProblems
{
    private const string RetrySeconds = "30";

    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (CaptureRefusedException e)
        {
            if (e.Problem.Status == StatusCodes.Status503ServiceUnavailable) context.HttpContext.Response.Headers.RetryAfter = RetrySeconds;
            return Of(e.Problem, e.Message);
        }
        catch (BadHttpRequestException e) when (e.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return Of(CaptureProblem.FileTooLarge, "Tệp lớn hơn giới hạn của máy chủ.");
        }
    }

    private static ProblemHttpResult Of(CaptureProblem problem, string detail) =>
        Problem.Of(problem.Status, problem.Code, problem.Title, detail);
}
