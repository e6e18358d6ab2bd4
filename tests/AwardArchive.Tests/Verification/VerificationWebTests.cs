using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardArchive.Tests.Search;
using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>Verdicts through the front door.</summary>
public sealed class VerificationWebTests(SearchServer server) : IClassFixture<SearchServer>
{
    private const string Mother = "/api/v1/verification/heroic-mother";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_gets_its_verdict_in_the_published_shape()
    {
        using var answer = await PostAsync(Mother, """
            {"asOf":"2015-02-10","listComplete":true,"betrayal":false,"prison":false,"enemySideRelative":false,
             "children":[{"relation":"birth","relationProved":true,"martyrCertificate":"seen"},{"relation":"birth","relationProved":true,"martyrCertificate":"claimed"}]}
            """);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(["result", "cases", "law", "articles", "missing", "questions", "explanation"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("notEnoughEvidence", json.GetProperty("result").GetString());
        Assert.Equal("children[1].martyrCertificate", json.GetProperty("missing")[0].GetProperty("input").GetString());
        Assert.Contains("Bằng Tổ quốc ghi công", json.GetProperty("missing")[0].GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.Problems(json, CaseSchema.Of<MotherVerdict>()));
    }

    [Fact]
    public async Task A_bad_case_is_a_problem_that_names_its_inputs()
    {
        using var answer = await PostAsync(Mother, """{"asOf":"2015-02-10","children":[{"invalidPercent":140}],"prison":"yes"}""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("urn:award-archive:problem:bad-case", json.GetProperty("type").GetString());
        Assert.Equal(["children[0].invalidPercent", "prison"], json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("input").GetString()));
        Assert.Contains("children[0].invalidPercent: phải từ 0 đến 100", json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"asOf":"1994-11-30","children":[]}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"asOf":"2015-02-10","children":[]}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_case_is_refused(string text, string type, HttpStatusCode status)
    {
        using var answer = await PostAsync(Mother, text, type);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_other_rule_set_answers_beside_it()
    {
        using var answer = await PostAsync("/api/v1/verification/resistance-award", """
            {"asOf":"2026-03-01","person":{"name":"Nguyễn Thị Hòa","birthYear":1931},"searchComplete":true,
             "entries":[{"award":"Huân chương Kháng chiến hạng Nhì","name":"Nguyễn Thị Hoà","birthYear":1931,"source":"dossier","reference":"trang 3"}]}
            """);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("named", "Huân chương Kháng chiến hạng Nhì", "dossier"), (
            json.GetProperty("result").GetString(), json.GetProperty("entries")[0].GetProperty("award").GetString(), json.GetProperty("entries")[0].GetProperty("source").GetString()));
    }

    [Fact]
    public async Task The_schemas_are_served_as_they_are_checked()
    {
        var served = await server.Http.GetFromJsonAsync<JsonNode>($"{Mother}/case.schema.json", Stop);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CaseSchema.TextOf<MotherCase>()), served));
        Assert.True(JsonNode.DeepEquals(CaseSchema.Of<MotherVerdict>(), await server.Http.GetFromJsonAsync<JsonNode>($"{Mother}/result.schema.json", Stop)));
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync(new Uri("/api/v1/verification/resistance-award/case.schema.json", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_api_describes_cases_and_verdicts()
    {
        var description = await server.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);
        var post = description.GetProperty("paths").GetProperty(Mother).GetProperty("post");
        Assert.Equal(
            "#/components/schemas/MotherCase", post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Equal(
            "#/components/schemas/MotherVerdict",
            post.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        var schemas = description.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.GetProperty("ChildClaim").GetProperty("properties").TryGetProperty("martyrCertificate", out _));
        Assert.True(description.GetProperty("paths").TryGetProperty("/api/v1/verification/resistance-award", out _));
    }

    private async Task<HttpResponseMessage> PostAsync(string address, string text, string type = "application/json")
    {
        using var body = new StringContent(text, Encoding.UTF8, type);
        return await server.Http.PostAsync(new Uri(address, UriKind.Relative), body, Stop);
    }
}
