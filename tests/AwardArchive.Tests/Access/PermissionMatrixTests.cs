using System.Net;
using System.Net.Http.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Access;

/// <summary>Every endpoint that the service publishes, for every role: let in or refused. An endpoint without a row below fails the test.</summary>
public sealed class PermissionMatrixTests(QuietServer server) : IClassFixture<QuietServer>
{
    /// <summary>The longest beginning of the path counts: what reading needs, what all else needs.</summary>
    private static readonly (string Path, Permission Reads, Permission Writes)[] Needed =
    [
        ("/account", Permission.None, InPerson),
        ("/account/tokens", InPerson, InPerson),
        ("/audit", Permission.Administer, Permission.Administer),
        ("/documents", Permission.View, Permission.Digitize),
        ("/dossiers", Permission.View, Permission.Digitize),
        ("/dossiers/{id}/case", Permission.Verify, Permission.Verify),
        ("/dossiers/{id}/checks", Permission.Verify, Permission.Verify),
        ("/dossiers/{id}/reports", Permission.Verify, Permission.Verify),
        ("/dossiers/{id}/verification", Permission.Verify, Permission.Verify),
        ("/fixity", Permission.Administer, Permission.Administer),
        ("/groups", Permission.Administer, Permission.Administer),
        ("/ingest", Permission.Digitize, Permission.Digitize),
        ("/people", Permission.View, Permission.Verify),
        ("/places", Permission.Administer, Permission.Administer),
        ("/retention", Permission.View, Permission.Digitize),
        ("/search", Permission.View, Permission.View),
        ("/status", Permission.Administer, Permission.Administer),
        ("/users", Permission.Administer, Permission.Administer),
        ("/verification", Permission.View, Permission.View),
        ("/withdrawals", Permission.View, Permission.Digitize),
    ];

    /// <summary>Of a session; no token, such as these requests bear, opens it.</summary>
    private const Permission InPerson = (Permission)(-1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(Role.None)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Archivist)]
    [InlineData(Role.Verifier)]
    [InlineData(Role.Administrator)]
    public async Task An_endpoint_lets_in_those_whose_role_may_and_nobody_else(Role? role)
    {
        var operations = await server.Http.OperationsAsync();
        Assert.True(operations.Count > 80, $"{operations.Count} operations");
        await server.AddAsync(1);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
        if (role is { } some) await http.SignInAsync(server.Service<IServiceProvider>(), some);
        var wrong = new List<string>();
        foreach (var operation in operations)
        {
            if (NeedOf(operation) is not { } need)
            {
                wrong.Add($"{operation}: no row says who may");
                continue;
            }
            var expected = role is null ? HttpStatusCode.Unauthorized
                : need == Permission.None || (need != InPerson && Permissions.Of(role.Value).HasFlag(need)) ? (HttpStatusCode?)null : HttpStatusCode.Forbidden;
            var status = await SendAsync(http, operation);
            var isRight = expected is null ? status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) : status == expected;
            if (!isRight) wrong.Add($"{operation}: {status}, not {expected?.ToString() ?? "let in"}");
        }
        Assert.Empty(wrong);
    }

    /// <summary>Null: no row says.</summary>
    internal static Permission? NeedOf(Operation operation)
    {
        var row = Needed.Where(row => operation.Path.StartsWith(row.Path, StringComparison.Ordinal)).OrderBy(row => row.Path.Length).LastOrDefault();
        return row.Path is null ? null : operation.Method == HttpMethod.Get ? row.Reads : row.Writes;
    }

    /// <summary>Of things that are not there, so that nothing happens.</summary>
    private static async Task<HttpStatusCode> SendAsync(HttpClient http, Operation operation)
    {
        var path = operation.Parameters.Aggregate(operation.Path, (path, name) => path.Replace(
            $"{{{name}}}", name is "number" or "recognition" ? "1" : name.EndsWith('d') ? $"{Guid.CreateVersion7()}" : "x", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(operation.Method, $"/api/v1{path}");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        // Routing refuses another type before anybody asks who it is.
        if (operation.Method != HttpMethod.Get) request.Content = operation.Body is "text/csv" ? new StringContent("", null, "text/csv") : JsonContent.Create(new { });
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop); // events never end
        return answer.StatusCode;
    }
}
