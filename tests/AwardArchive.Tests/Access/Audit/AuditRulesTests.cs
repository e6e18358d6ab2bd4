using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using AwardArchive.Setup.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>Nobody can add an endpoint or a page and forget to say what it is to the audit chain.</summary>
public sealed class AuditRulesTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    public AuditRulesTests() => app = ServeCommand.Build(new Dictionary<string, string?>
    {
        ["Archive:DataFolder"] = folder.Path, ["Logging:Console:LogLevel:Default"] = "None", ["Access:OpenId:Authority"] = "https://127.0.0.1:1", ["Access:OpenId:ClientId"] = "archive",
    }, work: false);

    private IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_and_page_has_a_rule()
    {
        Assert.True(Endpoints.Count() > 100);
        Assert.Empty(Endpoints.SelectMany(AuditRules.NamesOf).Except(AuditRules.Names));
    }

    [Fact]
    public void Every_rule_has_an_endpoint() => Assert.Empty(AuditRules.Names.Except(Endpoints.SelectMany(AuditRules.NamesOf)));

    [Fact]
    public void What_nobody_thought_of_is_told_all_the_same()
    {
        var unknown = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/new"), 0, EndpointMetadataCollection.Empty, null);
        Assert.Equal(AuditRule.View, AuditRules.Find(unknown, "GET"));
        Assert.Equal(AuditRule.View, AuditRules.Find(unknown, "HEAD"));
        Assert.Equal(AuditRule.Change, AuditRules.Find(unknown, "DELETE"));
        Assert.Equal(AuditRule.Change, AuditRules.Find(unknown, "PROPFIND"));
    }

    [Theory]
    [InlineData("/api/v1/documents/0193A5C0-0000-7000-8000-000000000001/pages/3/image", "documents/0193a5c0-0000-7000-8000-000000000001/pages/3/image")]
    [InlineData("/dossiers/0193a5c0000070008000000000000001", "dossiers/0193a5c0-0000-7000-8000-000000000001")]
    [InlineData("/", "/")]
    [InlineData("/api/v1/documents/1/facts/Nguyễn Thị Lan", "documents/1/facts/*")]
    [InlineData("/API/V1/audit/", "audit")]
    public void A_target_has_ids_and_never_words(string path, string target) => Assert.Equal(target, AuditTarget.Of(path));

    [Fact]
    public void Every_action_and_outcome_has_words_for_people()
    {
        Assert.All(Enum.GetValues<AuditAction>(), action => Assert.NotEqual(action.ToString(), AuditText.Of(action)));
        Assert.All(Enum.GetValues<AuditOutcome>(), outcome => Assert.NotEqual(outcome.ToString(), AuditText.Of(outcome)));
    }

    public async ValueTask DisposeAsync()
    {
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(null); // it would keep this host's, for all that come after
        await app.DisposeAsync();
        folder.Dispose();
    }
}
