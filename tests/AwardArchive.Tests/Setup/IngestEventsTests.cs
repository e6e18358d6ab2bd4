using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Setup;
using AwardArchive.Tests.Access;
using AwardArchive.Tests.Viewing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Setup;

/// <summary>Who watches how documents move on is told at once, of what they may see at that moment, and by places in the feed that say nothing.</summary>
public sealed class IngestEventsTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IngestCursor Cursors => server.Service<IngestCursor>();

    [Fact]
    public async Task The_answer_begins_before_anything_happens()
    {
        using var stream = await WatchAsync(server.Http, null);
        Assert.StartsWith(":", await stream.Lines.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Ids_are_places_to_go_on_from_and_tell_no_number()
    {
        var (one, same) = (await LastChangeAsync(), await LastChangeAsync());
        Assert.NotEqual(one, same);
        Assert.Equal(one.Length, same.Length);
        var first = await server.AddAsync(1);
        var second = await server.AddAsync(1);
        string id;
        using (var stream = await WatchAsync(server.Http, same))
        {
            var (document, place, said) = await stream.NextAsync();
            Assert.Equal((first, said), (document, place));
            Assert.Equal(one.Length, place.Length);
            id = place;
        }
        using var on = await WatchAsync(server.Http, id);
        Assert.Equal(second, (await on.NextAsync()).Document);
    }

    [Fact]
    public async Task A_place_that_the_service_never_gave_is_refused_and_nothing_else_happens()
    {
        var good = Cursors.Of(1);
        var strange = new IngestCursor(new EphemeralDataProtectionProvider()).Of(1);
        var known = server.Service<IDataProtectionProvider>().CreateProtector("AwardArchive.IngestCursor");
        string[] wrong =
        [
            "0", "17", "abc", "x y", "=", good[..^1], good[..40], $"{good}A", $"{good}=", $" {good[..20]} {good[20..]}", good.ToUpperInvariant(), strange,
            System.Buffers.Text.Base64Url.EncodeToString(known.Protect([1, 2, 3])),
            Cursors.Of(await server.Catalog.LastChangeAsync(Stop) + 1000),
            .. new[] { 0, 30, 70, good.Length - 1 }.Select(at => $"{good[..at]}{(good[at] == 'A' ? 'B' : 'A')}{good[(at + 1)..]}"),
        ];
        foreach (var text in wrong)
        {
            using var request = Request(text);
            using var answer = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
            Assert.Equal((HttpStatusCode.BadRequest, text), (answer.StatusCode, text));
            Assert.Equal("urn:award-archive:problem:bad-cursor", (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString());
        }
        using var still = await WatchAsync(server.Http, good);
    }

    [Fact]
    public async Task What_is_hidden_is_no_event()
    {
        using var http = Client();
        await http.SignInAsync(server.Service<IServiceProvider>(), clearance: Confidentiality.Open);
        var hidden = await AddAsync(Confidentiality.Secret);
        using var stream = await WatchAsync(http, await LastChangeAsync(http));
        for (var i = 0; i < 3; i++) await TouchAsync(hidden);
        var seen = await AddAsync(Confidentiality.Open);
        Assert.Equal(seen, (await stream.NextAsync()).Document);
    }

    [Fact]
    public async Task A_clearance_that_is_taken_away_counts_for_what_is_told_next()
    {
        using var http = Client();
        var person = await http.SignInAsync(server.Service<IServiceProvider>(), clearance: Confidentiality.Secret);
        var secret = await AddAsync(Confidentiality.Secret);
        using var stream = await WatchAsync(http, await LastChangeAsync(http));
        await TouchAsync(secret);
        Assert.Equal(secret, (await stream.NextAsync()).Document);
        await ChangeAsync(db => db.Users.Where(user => user.Id == person).ExecuteUpdateAsync(set => set.SetProperty(user => user.Clearance, Confidentiality.Open), Stop));
        await TouchAsync(secret);
        var open = await AddAsync(Confidentiality.Open);
        Assert.Equal(open, (await stream.NextAsync()).Document);
    }

    [Fact]
    public async Task A_group_that_somebody_leaves_counts_for_what_is_told_next()
    {
        using var http = Client();
        var (group, dossier) = (Guid.CreateVersion7(), new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ riêng" });
        await server.Catalog.AddDossierAsync(dossier, Stop);
        await ChangeAsync(async db =>
        {
            db.Groups.Add(new() { Id = group, Name = $"Nhóm {group:N}" });
            db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, DossierId = dossier.Id });
            return await db.SaveChangesAsync(Stop);
        });
        var person = await http.SignInAsync(server.Service<IServiceProvider>(), clearance: Confidentiality.Open, groups: group);
        var kept = await server.AddAsync(1, dossierId: dossier.Id);
        using var stream = await WatchAsync(http, await LastChangeAsync(http));
        await TouchAsync(kept);
        Assert.Equal(kept, (await stream.NextAsync()).Document);
        await ChangeAsync(db => db.GroupMembers.Where(member => member.UserId == person).ExecuteDeleteAsync(Stop));
        await TouchAsync(kept);
        var open = await AddAsync(Confidentiality.Open);
        Assert.Equal(open, (await stream.NextAsync()).Document);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("account")]
    [InlineData("role")]
    public async Task The_stream_ends_with_the_right_to_it(string taken)
    {
        using var http = Client();
        var person = await http.SignInAsync(server.Service<IServiceProvider>());
        using var stream = await WatchAsync(http, null);
        Assert.StartsWith(":", await stream.Lines.ReadLineAsync(Stop), StringComparison.Ordinal);
        var now = TimeProvider.System.GetUtcNow();
        await ChangeAsync(db => taken switch
        {
            "token" => db.AccessTokens.Where(token => token.UserId == person).ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), Stop),
            "account" => db.Users.Where(user => user.Id == person).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true), Stop),
            _ => db.Users.Where(user => user.Id == person).ExecuteUpdateAsync(set => set.SetProperty(user => user.Roles, Role.Verifier), Stop),
        });
        await EndsAsync(stream);
    }

    [Fact]
    public async Task A_session_that_is_ended_ends_its_stream()
    {
        const string Password = "một mật khẩu rất dài 1975";
        var user = await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), Password);
        using var visitor = new Visitor(server.Http);
        (await visitor.SignInAsync(user.UserName!, Password)).Dispose();
        using var stream = await WatchAsync(visitor.Http, null);
        await ChangeAsync(db => db.Users.Where(one => one.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SecurityStamp, "khác"), Stop));
        await EndsAsync(stream);
    }

    [Fact]
    public async Task A_session_lasts_no_longer_than_its_cookie()
    {
        const string Password = "một mật khẩu rất dài 1975";
        var user = await Visitor.AddPersonAsync(server.Service<IServiceProvider>(), Password);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var http = new DefaultHttpContext();
        var reader = server.Service<AccountReader>();
        http.Features.Set((await reader.FindAsync(user.Id, (await FindAsync(user.Id)).SecurityStamp!, Stop))!);
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow().AddMinutes(30) };
        http.Features.Set<IAuthenticateResultFeature>(new Result { AuthenticateResult = AuthenticateResult.Success(new(new(), properties, "Session")) });
        var lasting = new LastingRequests(reader, time);
        Assert.Equal(user.Id, (await lasting.LookAgainAsync(http, Stop))?.UserId);
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await lasting.LookAgainAsync(http, Stop));

        async Task<ArchiveUser> FindAsync(Guid id)
        {
            await using var db = server.Service<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
            return await db.Users.AsNoTracking().SingleAsync(one => one.Id == id, Stop);
        }
    }

    [Fact]
    public async Task Health_tells_strangers_no_number_of_the_feed()
    {
        using var http = Client();
        var index = (await http.GetFromJsonAsync<JsonElement>("/readyz", Stop)).GetProperty("checks").GetProperty("index");
        Assert.Empty(index.GetProperty("data").EnumerateObject());
    }

    /// <summary>The answer is whole: there is nothing more to read.</summary>
    private static async Task EndsAsync(Watching stream) => Assert.DoesNotContain("data:", await stream.Lines.ReadToEndAsync(Stop), StringComparison.Ordinal);

    private static HttpRequestMessage Request(string? after)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/ingest/events");
        if (after is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        return request;
    }

    private static async Task<Watching> WatchAsync(HttpClient http, string? after)
    {
        using var request = Request(after);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(answer, new(await answer.Content.ReadAsStreamAsync(Stop)));
    }

    private HttpClient Client() => new() { BaseAddress = server.Http.BaseAddress };

    private async Task<string> LastChangeAsync(HttpClient? http = null) =>
        (await (http ?? server.Http).GetFromJsonAsync<JsonElement>("/api/v1/ingest/status", Stop)).GetProperty("lastChange").GetString()!;

    private async Task<Guid> AddAsync(Confidentiality level)
    {
        var id = await server.AddAsync(1);
        if (level != Confidentiality.Open) await EditAsync(id, document => document.Confidentiality = level);
        return id;
    }

    private Task TouchAsync(Guid id) => EditAsync(id, document => document.SourceReference += "+");

    private async Task EditAsync(Guid id, Action<Document> edit) =>
        Assert.True(await server.Catalog.EditAsync(id, (await server.Catalog.FindAsync(id, Stop))!.Version, edit, Stop));

    private async Task ChangeAsync(Func<CatalogDbContext, Task<int>> change)
    {
        await using var db = server.Service<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        Assert.True(await change(db) > 0);
    }

    private sealed class Result : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }

    /// <summary>Somebody who watches.</summary>
    private sealed record Watching(HttpResponseMessage Answer, StreamReader Lines) : IDisposable
    {
        /// <returns>The next event: its document, its id, and the same place as its data say it.</returns>
        public async Task<(Guid Document, string Id, string Change)> NextAsync()
        {
            var (data, id) = (default(JsonElement), "");
            while (await Lines.ReadLineAsync(Stop) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal)) data = JsonDocument.Parse(line[6..]).RootElement;
                else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                else if (line.Length == 0 && id.Length > 0) return (data.GetProperty("documentId").GetGuid(), id, data.GetProperty("change").GetString()!);
            }
            throw new InvalidOperationException("The events ended.");
        }

        public void Dispose()
        {
            Lines.Dispose();
            Answer.Dispose();
        }
    }
}
