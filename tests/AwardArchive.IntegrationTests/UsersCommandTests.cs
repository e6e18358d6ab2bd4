using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AwardArchive.Tests;

/// <summary>Accounts at the terminal, beside a running server.</summary>
public sealed class UsersCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_tells_one_password_once_and_accounts_are_made_and_mended_beside_the_server()
    {
        await using (var first = await ServerProcess.StartAsync(Data))
        {
            Assert.Matches("Tài khoản quản trị đầu tiên: admin, mật khẩu dùng một lần: ([a-z2-9]{5}-){3}[a-z2-9]{5} ", first.Log);
            Assert.Equal(0, await first.StopAsync());
        }
        await using var server = await ServerProcess.StartAsync(Data);
        Assert.DoesNotContain("mật khẩu", server.Log, StringComparison.Ordinal);

        var added = await UsersAsync("add", "lan", "--display-name", "Nguyễn Thị Lan", "--roles", "reader,archivist", "--clearance", "secret");
        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", added.Output.Trim());
        var again = await UsersAsync("add", "LAN");
        Assert.Equal((1, "Đã có tài khoản LAN."), (again.ExitCode, again.Errors.Trim()));
        Assert.Equal(1, (await UsersAsync("token", "nobody")).ExitCode);
        Assert.Equal(64, (await UsersAsync("add", "x", "--roles", "emperor")).ExitCode);

        var token = (await UsersAsync("token", "lan", "--scopes", "view", "--days", "1")).Output.Trim();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, token, HttpMethod.Get, "api/v1/documents"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, token, HttpMethod.Get, "api/v1/fixity"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, token, HttpMethod.Post, "api/v1/documents/read"));

        Assert.Equal(0, (await UsersAsync("disable", "lan")).ExitCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, token, HttpMethod.Get, "api/v1/documents"));
        Assert.Equal(0, (await UsersAsync("enable", "lan")).ExitCode);
        Assert.Equal(0, (await UsersAsync("set", "lan", "--roles", "verifier")).ExitCode);
        Assert.Equal(0, (await UsersAsync("unlock", "lan")).ExitCode);
        Assert.NotEqual(added.Output, (await UsersAsync("reset-password", "lan", "--second-step")).Output);
        var list = (await UsersAsync("list", "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(user => user.GetProperty("name").GetString()!);
        Assert.Equal(("verifier", "secret", "open"), (Text(list["lan"], "roles"), Text(list["lan"], "clearance"), Text(list["lan"], "state")));
        Assert.True(list["admin"].GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task The_last_administrator_stays_until_there_is_another()
    {
        Assert.Equal(0, (await UsersAsync("add", "chi", "--roles", "administrator,reader")).ExitCode);
        foreach (var wish in (string[][])[["disable", "chi"], ["set", "chi", "--roles", "reader"]])
        {
            var refused = await UsersAsync(wish);
            Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
            Assert.StartsWith("Đây là người quản trị cuối cùng", refused.Errors.Trim(), StringComparison.Ordinal);
        }
        Assert.Equal(0, (await UsersAsync("add", "nam", "--roles", "administrator")).ExitCode);
        Assert.Equal(0, (await UsersAsync("disable", "chi")).ExitCode);
    }

    [Fact]
    public async Task A_command_without_a_token_is_told_how_to_get_one()
    {
        await using var server = await ServerProcess.StartAsync(Data);
        var refused = await ArchiveProgram.RunAsync("people", "match", "--server", server.Http.BaseAddress!.ToString());
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("users token", refused.Errors, StringComparison.Ordinal);

        var file = folder.File("token");
        await File.WriteAllTextAsync(file, server.Token + "\n", Stop);
        var taken = await ArchiveProgram.RunAsync(new Dictionary<string, string> { ["AWARD_ARCHIVE_TOKEN_FILE"] = file }, "people", "match", "--server", server.Http.BaseAddress!.ToString());
        Assert.Equal((0, ""), (taken.ExitCode, taken.Errors));
    }

    public void Dispose() => folder.Dispose();

    private Task<CommandResult> UsersAsync(params string[] arguments) => ArchiveProgram.RunAsync(["users", .. arguments, "--data", Data]);

    private static async Task<HttpStatusCode> AskAsync(ServerProcess server, string token, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await server.Http.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
