using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Dossiers.Retention;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Dossiers.Retention;

/// <summary>Which dossiers people may evaluate.</summary>
public sealed class RetentionTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1985-09-19", "1985-09-19")]
    [InlineData("1968-02", "1968-02-29")]
    [InlineData("1968", "1968-12-31")]
    [InlineData("19xx", null)]
    [InlineData(null, null)]
    public void A_day_that_is_known_in_part_is_taken_as_its_last(string? day, string? end) =>
        Assert.Equal(end, RetentionTerms.EndOf([day])?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_term_is_over_on_the_day_after_its_years()
    {
        Assert.Equal(new DateOnly(1995, 9, 20), RetentionTerms.OverOn(RetentionTerms.Ending["06"], new(1985, 9, 19)));
        Assert.Null(RetentionTerms.OverOn(RetentionTerms.Ending["02"], new(9990, 1, 1)));
        Assert.False(RetentionTerms.Ending.ContainsKey("01"));
    }

    [Fact]
    public async Task Dossiers_whose_term_is_over_or_cannot_be_told_are_listed_and_no_others()
    {
        var over = await DossierAsync("06", "1985-09-19", "1970");
        var kept = await DossierAsync("01", "1985-09-19");
        var unsaid = await DossierAsync(null, "1985-09-19");
        var running = await DossierAsync("02", "2020-01-01");
        var unknown = await DossierAsync("05", null, null);
        var items = (await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/retention?size=200", Stop)).GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetGuid());
        Assert.Equal(("1985-09-19", "1995-09-20", true, 0), (items[over].GetProperty("endsOn").GetString(), items[over].GetProperty("overOn").GetString(), items[over].GetProperty("isOver").GetBoolean(), items[over].GetProperty("undated").GetInt32()));
        Assert.Equal((null, 2), (items[unknown].GetProperty("overOn").GetString(), items[unknown].GetProperty("undated").GetInt32()));
        Assert.DoesNotContain(items.Keys, id => id == kept || id == unsaid || id == running);
        var later = (await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/retention?size=200&until=2095-01-01", Stop)).GetProperty("items").EnumerateArray();
        Assert.Contains(later, item => item.GetProperty("id").GetGuid() == running && !item.GetProperty("isOver").GetBoolean());

        var first = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/retention?size=1", Stop);
        var rest = await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/retention?size=200&cursor={first.GetProperty("nextCursor")}", Stop);
        Assert.DoesNotContain(first.GetProperty("items")[0].GetProperty("id").GetGuid(), rest.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/retention", Stop));
        Assert.Contains("20/09/1995 (đã hết hạn)", page, StringComparison.Ordinal);
        Assert.Equal(7, (await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/retention/terms", Stop)).GetArrayLength());
    }

    /// <param name="days">Of its papers.</param>
    private async Task<Guid> DossierAsync(string? term, params string?[] days)
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ", Record = term is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["maintenance"] = term } };
        await server.Catalog.AddDossierAsync(dossier, Stop);
        foreach (var day in days) await server.ReadAsync(await server.AddAsync(1, dossierId: dossier.Id), Of(Decision("7", issuedOn: day)));
        return dossier.Id;
    }
}
