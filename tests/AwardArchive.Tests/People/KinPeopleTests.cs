using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.People;

/// <summary>Persons of forms as people, through the front door.</summary>
public sealed class KinPeopleTests(QuietServer server) : IClassFixture<QuietServer>
{
    private const string People = "/api/v1/people";
    private const string Home = "xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mother_of_a_form_and_her_son_of_a_certificate_become_people_who_know_each_other()
    {
        await FormAsync(Mother("Lường Thị Xoan"), Martyr(KinRelation.Child, "Khổng Văn Mẫn", "AB 123b"));
        await FormAsync(Mother("Lường Thị Xoan"), Martyr(KinRelation.Child, "Khổng Văn Mẫn", "AB 123b"), KinOf(KinRelation.Husband, "Khổng Văn Tòng", 300));
        await FormAsync(Martyr(KinRelation.Self, "Khổng Văn Mẫn", "AB 123 b"));
        var list = await server.AddAsync(1);
        await server.ReadAsync(list, Of(Decision("7"), Row("Lường Thị Xoan", 100, "1932") with { HomePlace = Fact(Home), Award = Fact("Huân chương Kháng chiến") }));
        await server.MatchAsync();

        var son = await ProposedAsync("Khổng Văn Mẫn");
        Assert.Equal(3, son.Count);
        Assert.All(son, pair => Assert.Contains(pair.GetProperty("reasons").EnumerateArray(), reason => Text(reason, "text")!.StartsWith("cùng số bằng", StringComparison.Ordinal)));
        Assert.Contains(son.SelectMany(Both), row => Text(row, "role") == "con liệt sĩ của Lường Thị Xoan");
        Assert.Contains(son.SelectMany(Both), row => Text(row, "role") == "liệt sĩ");
        var mother = await ProposedAsync("Lường Thị Xoan");
        Assert.Equal(3, mother.Count); // the two forms and the list
        Assert.Contains(mother, pair => pair.GetProperty("reasons").EnumerateArray().Any(reason => Text(reason, "text") == "trùng thân nhân: Khổng Văn Mẫn"));
        foreach (var pair in son.Concat(mother)) await ConfirmAsync(pair);

        var person = await PersonAsync(mother[0].GetProperty("one"));
        Assert.Equal(["entry", "kin", "kin"], person.GetProperty("entries").EnumerateArray().Select(row => Text(row, "row")).Order());
        var kin = person.GetProperty("kin").EnumerateArray().ToList();
        Assert.Equal([("husband", "Khổng Văn Tòng", 1), ("child", "Khổng Văn Mẫn", 2)], kin.Select(one => (Text(one, "relation"), Text(one, "name"), one.GetProperty("documents").GetArrayLength())));
        var child = await server.Http.GetFromJsonAsync<JsonElement>($"{People}/{kin[1].GetProperty("id").GetGuid()}", Stop);
        Assert.Equal(3, child.GetProperty("entries").GetArrayLength());
        Assert.Equal(("mother", person.GetProperty("id").GetGuid()), (Text(child.GetProperty("kin")[0], "relation"), child.GetProperty("kin")[0].GetProperty("id").GetGuid()));
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/people/{person.GetProperty("id").GetGuid()}", Stop));
        Assert.Contains($"con liệt sĩ: <a href=\"/people/{kin[1].GetProperty("id").GetGuid()}\">Khổng Văn Mẫn</a>", page, StringComparison.Ordinal);

        var found = await server.Http.GetFromJsonAsync<JsonElement>($"{People}?q={Uri.EscapeDataString("khong van tong")}", Stop);
        Assert.Equal("chồng của Lường Thị Xoan", Text(Assert.Single(found.GetProperty("items").EnumerateArray()), "role"));
    }

    [Fact]
    public async Task One_number_of_two_martyrs_is_flagged_and_never_proposed()
    {
        var first = await FormAsync(Mother("Giáp Thị Chanh"), Martyr(KinRelation.Child, "Vương Đình Thảo", "CD 777"));
        await FormAsync(Mother("Mạc Thị Nhài"), Martyr(KinRelation.Child, "Đàm Quốc Khải", "CD 777"));
        await FormAsync(Mother("Mạc Thị Nhài"), Martyr(KinRelation.Child, "Ung Thị Huệ", "CD 778"));
        await server.MatchAsync();
        Assert.Empty(await ProposedAsync("Vương Đình Thảo"));
        var kin = (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{first}/kin", Stop)).GetProperty("items")[1].GetProperty("id").GetGuid();
        var person = await server.Http.GetFromJsonAsync<JsonElement>($"{People}/{kin}", Stop);
        var shared = Assert.Single(person.GetProperty("sharedCertificates").EnumerateArray());
        Assert.Equal(("CD 777", "Đàm Quốc Khải"), (Text(shared, "certificate"), Text(shared, "otherName")));
        Assert.Contains("Số bằng CD 777 cũng ghi cho người khác", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/people/{kin}", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_number_twice_for_one_award_is_shown_with_the_person()
    {
        var rows = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            var list = await server.AddAsync(1);
            await server.ReadAsync(list, Of(Decision("7"), Row("Lục Thị Sen", 100, "1932") with { HomePlace = Fact(Home), Award = Fact("Huân chương Kháng chiến"), CertificateNo = Fact("KC 5511") }));
            rows.Add((await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{list}/entries", Stop)).GetProperty("items")[0].GetProperty("id").GetGuid());
        }
        var (status, person) = await JoinAsync(new { one = rows[0], other = rows[1], by = "Lan", reason = "cùng sổ vàng" });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(
            [("sameAward", null), ("sameCertificate", "KC 5511")],
            person.GetProperty("duplicateAwards").EnumerateArray().Select(duplicate => (Text(duplicate, "kind"), Text(duplicate, "certificate"))));
        Assert.Contains("cùng số KC 5511", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/people/{rows[0]}", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_nobody_proposed_somebody_joins_and_takes_it_back()
    {
        var one = await KinOfAsync(await FormAsync(KinOf(KinRelation.Self, "Tô Thị Lụa", 100)));
        var other = await KinOfAsync(await FormAsync(KinOf(KinRelation.Self, "Quàng Thị Ính", 100)));
        await server.MatchAsync();
        foreach (var body in new object[] { new { one, other, by = "Lan" }, new { one, other, by = new string('a', 101), reason = "x" } })
            Assert.Equal(HttpStatusCode.BadRequest, (await JoinAsync(body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await JoinAsync(new { one, other = Guid.NewGuid(), by = "Lan", reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await JoinAsync(new { one, other = one, by = "Lan", reason = "x" })).Status);
        var (status, person) = await JoinAsync(new { one, other, by = "Lan", reason = "tên thường gọi, theo xác nhận của xã" });
        Assert.Equal((HttpStatusCode.Created, 2), (status, person.GetProperty("entries").GetArrayLength()));
        await server.MatchAsync(); // no matching takes it apart
        Assert.Equal(2, (await PersonAsync(one)).GetProperty("entries").GetArrayLength());

        var pair = (await PersonAsync(other)).GetProperty("decisions")[0].GetProperty("pairId").GetGuid();
        using var undone = await server.Http.PostAsJsonAsync($"{People}/proposals/{pair}/undo", new { by = "Mai" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Single((await PersonAsync(one)).GetProperty("entries").EnumerateArray());
        Assert.Empty(await ProposedAsync("Tô Thị Lụa"));
        Assert.Equal(["confirmed", "proposed"], (await PersonAsync(one)).GetProperty("decisions").EnumerateArray().Select(decision => Text(decision, "state")));

        // On the page: somebody is found by name and joined, without script.
        await WebForm.PostAsync(server.Http, $"/people/{one}?q={Uri.EscapeDataString("Quàng Thị Ính")}", "join", new() { ["Other"] = other.ToString(), ["By"] = "Lan", ["Reason"] = "theo xác nhận của xã" });
        Assert.Equal(2, (await PersonAsync(other)).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public async Task A_joined_pair_that_refusals_speak_against_is_not_joined()
    {
        foreach (var year in new[] { "1932", "1933" }) await FormAsync(Mother("Vi Thị Đào") with { BirthYear = Fact(year) });
        await server.MatchAsync();
        var pair = Assert.Single(await ProposedAsync("Vi Thị Đào"));
        var (a, b) = (pair.GetProperty("one").GetProperty("id").GetGuid(), pair.GetProperty("other").GetProperty("id").GetGuid());
        using var refused = await server.Http.PostAsJsonAsync($"{People}/proposals/{pair.GetProperty("id").GetGuid()}/refuse", new { by = "Lan" }, Stop);
        var third = await KinOfAsync(await FormAsync(KinOf(KinRelation.Self, "Vi Thị Đào", 100)));
        Assert.Equal(HttpStatusCode.Created, (await JoinAsync(new { one = a, other = third, by = "Lan", reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await JoinAsync(new { one = third, other = b, by = "Lan", reason = "x" })).Status);
        Assert.Equal(2, (await PersonAsync(third)).GetProperty("entries").GetArrayLength());
        Assert.Single((await PersonAsync(b)).GetProperty("entries").EnumerateArray());
    }

    private static KinEntry Mother(string name) => KinOf(KinRelation.Self, name, 100) with { BirthYear = Fact("1932"), HomePlace = Fact(Home) };

    private static KinEntry Martyr(KinRelation relation, string name, string certificate) =>
        KinOf(relation, name, 200) with { DeathDate = Fact("1968-02-05"), CertificateNo = Fact(certificate), IsMartyr = true };

    private async Task<Guid> FormAsync(params KinEntry[] persons)
    {
        var document = await server.AddAsync(1);
        await server.ReadAsync(document, Of(Decision("1")) with { Kin = persons });
        return document;
    }

    private async Task<Guid> KinOfAsync(Guid document) =>
        (await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{document}/kin", Stop)).GetProperty("items")[0].GetProperty("id").GetGuid();

    private async Task<List<JsonElement>> ProposedAsync(string name) =>
        [.. (await server.Http.GetFromJsonAsync<JsonElement>($"{People}/proposals?size=200", Stop)).GetProperty("items").EnumerateArray().Where(pair => Both(pair).Any(row => Text(row, "name") == name))];

    private async Task ConfirmAsync(JsonElement pair)
    {
        using var answer = await server.Http.PostAsJsonAsync($"{People}/proposals/{pair.GetProperty("id").GetGuid()}/confirm", new { by = "Lan" }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> JoinAsync(object body)
    {
        using var answer = await server.Http.PostAsJsonAsync($"{People}/pairs", body, Stop);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    private Task<JsonElement> PersonAsync(JsonElement row) => PersonAsync(row.GetProperty("id").GetGuid());

    private Task<JsonElement> PersonAsync(Guid row) => server.Http.GetFromJsonAsync<JsonElement>($"{People}/{row}", Stop);

    private static IEnumerable<JsonElement> Both(JsonElement pair) => [pair.GetProperty("one"), pair.GetProperty("other")];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
