using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Setup.Commands;

/// <summary>A server's answer to a command.</summary>
internal static class ServerAnswer
{
    /// <exception cref="CommandFailedException">It refused, with what it said for people.</exception>
    public static async Task EnsureAcceptedAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode) return;
        var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken);
        throw new CommandFailedException(problem?.Title ?? $"The server answered {(int)answer.StatusCode}.");
    }
}
