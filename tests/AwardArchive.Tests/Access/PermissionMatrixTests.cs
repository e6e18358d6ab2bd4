using System.Net;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access;

/// <summary>Every operation that the service has × every role. Which permission it needs is said here by hand: an operation that nobody thought of fails.</summary>
public sealed class PermissionMatrixTests(QuietServer server) : IClassFixture<QuietServer>
{
    /// <summary>The first that matches counts. Null: whoever signed in.</summary>
    private static readonly (string Operation, Permission? Needs)[] Matrix =
    [
        (@"^POST /api/v1/search/batch$", Permission.View),
        (@" /api/v1/search/saved", Permission.View),
        (@" /api/v1/verification/", Permission.View), // says what the law says of a case that is sent, and keeps nothing
        (@"/dossiers/\{id\}/(case|checks|reports|verification)\b", Permission.Verify),
        (@" /api/v1/(fixity|places|users|groups|grants|collections|audit|status|retention/settings)\b", Permission.Administer),
        (@" /api/v1/(account|me)\b", null),
        (@" /api/v1/ingest/", Permission.Digitize),
        (@"^GET /api/v1/(documents|dossiers|people/proposals|people|search)\b", Permission.View),
        (@"^POST /api/v1/people/", Permission.Verify),
        (@"^(POST|PUT|PATCH|DELETE) /api/v1/(documents|dossiers)\b", Permission.Digitize),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_is_open_to_just_those_roles_that_have_its_permission()
    {
        var operations = await ApiOperation.AllAsync(server.Http, Stop);
        Assert.True(operations.Count > 90, $"only {operations.Count} operations");
        List<string> wrong = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
            if (role != Role.None) await http.SignInAsync(server.Services, role);
            foreach (var operation in operations)
            {
                if (Matrix.FirstOrDefault(row => Regex.IsMatch($"{operation}", row.Operation)) is not { Operation: not null } row)
                {
                    wrong.Add($"{operation}: the matrix does not know it");
                    continue;
                }
                using var request = operation.Ask(new Dictionary<string, string>());
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
                var expected = role == Role.None ? HttpStatusCode.Unauthorized
                    : row.Needs is { } needed && !Permissions.Of(role).HasFlag(needed) ? HttpStatusCode.Forbidden
                    : (HttpStatusCode?)null;
                var isRight = expected is { } refusal ? answer.StatusCode == refusal : answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
                if (!isRight) wrong.Add($"{operation} as {role}: {(int)answer.StatusCode}, not {expected?.ToString() ?? "let in"}");
                if ((int)answer.StatusCode >= 500) wrong.Add($"{operation} as {role}: {(int)answer.StatusCode}");
                if (expected is not null && answer.Content.Headers.ContentType?.MediaType != "application/problem+json") wrong.Add($"{operation} as {role}: no problem");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_token_opens_no_more_than_it_is_for()
    {
        using var http = new HttpClient { BaseAddress = server.Http.BaseAddress };
        var id = await http.SignInAsync(server.Services);
        await using (var db = await server.OpenAsync())
        {
            var token = db.AccessTokens.Single(one => one.UserId == id);
            db.AccessTokens.Remove(token);
            db.AccessTokens.Add(new() { Id = Guid.CreateVersion7(), UserId = id, Name = token.Name, Hash = token.Hash, Scopes = Permission.View, ExpiresAt = token.ExpiresAt });
            await db.SaveChangesAsync(Stop);
        }
        using var read = await http.GetAsync("api/v1/documents", Stop);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        foreach (var address in new[] { "api/v1/ingest/status", "api/v1/fixity" })
        {
            using var more = await http.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, more.StatusCode);
        }
    }
}
