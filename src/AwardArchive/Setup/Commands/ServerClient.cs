using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;

namespace AwardArchive.Setup.Commands;

/// <summary>The way of commands to a server, which wants to know who asks.</summary>
internal static class ServerClient
{
    /// <summary>For the token itself; a command line can be seen by others on the machine.</summary>
    private const string TokenVariable = "AWARD_ARCHIVE_TOKEN";

    /// <summary>For the path of a file that has it.</summary>
    private const string TokenFileVariable = "AWARD_ARCHIVE_TOKEN_FILE";

    public static readonly Option<string?> Token = new("--token")
    {
        Description = $"The token for --server ('users token' makes one); better in {TokenVariable}, or in the file that {TokenFileVariable} names.",
    };

    /// <summary>Asks with the token of the option, else of the environment.</summary>
    public static HttpClient Create(ParseResult parsed, Uri server)
    {
        var http = new HttpClient(new LetIn { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = server };
        if (TokenOf(parsed) is { Length: > 0 } token) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static string? TokenOf(ParseResult parsed) =>
        parsed.GetValue(Token)
        ?? Environment.GetEnvironmentVariable(TokenVariable)
        ?? (Environment.GetEnvironmentVariable(TokenFileVariable) is { Length: > 0 } path ? File.ReadAllText(path).Trim() : null);

    /// <summary>Tells once for all commands that the server did not let them in.</summary>
    private sealed class LetIn : DelegatingHandler
    {
        /// <exception cref="CommandFailedException">The token is missing, over, or not for this.</exception>
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) return answer;
            using (answer)
            {
                throw new CommandFailedException(answer.StatusCode == HttpStatusCode.Forbidden
                    ? "The server refused: the token, or its owner, may not do this."
                    : $"The server wants to know who asks: give a token that is good now with --token, {TokenVariable} or {TokenFileVariable}. 'award-archive users token NAME' makes one.");
            }
        }
    }
}
