using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Tests.Viewing;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Verification.Cases;

/// <summary>Cases through the front door.</summary>
public sealed class CaseWebTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_propose_a_person_decides_and_the_law_answers()
    {
        var (dossier, declaration, certificate) = await PapersAsync("Phan Thị Lựu", "Phan Văn Điền");
        var empty = await GetAsync($"{dossier}/case");
        Assert.Equal((0, 0, 0), (empty.GetProperty("version").GetInt32(), empty.GetProperty("people").GetArrayLength(), empty.GetProperty("evidence").GetArrayLength()));

        var state = empty;
        var proposals = await GetAsync($"{dossier}/case/proposals");
        Assert.Equal(["mother", "child"], proposals.GetProperty("people").EnumerateArray().Select(one => Text(one.GetProperty("person"), "role")));
        foreach (var person in proposals.GetProperty("people").EnumerateArray())
            state = await DoneAsync($"{dossier}/case/people", new { proposalId = person.GetProperty("person").GetProperty("id").GetGuid(), by = "Lan" }, state);
        Assert.Equal(0, state.GetProperty("evidence").GetArrayLength()); // nothing counts by itself

        proposals = await GetAsync($"{dossier}/case/proposals");
        Assert.Equal(0, proposals.GetProperty("people").GetArrayLength());
        var evidence = proposals.GetProperty("evidence").EnumerateArray().ToList();
        var seen = evidence.Single(one => Value(one) == ("martyrCertificate", "seen"));
        Assert.Equal((certificate, 1, true), (Source(seen).GetProperty("documentId").GetGuid(), Source(seen).GetProperty("page").GetInt32(), seen.GetProperty("evidence").GetProperty("proves").GetBoolean()));
        Assert.Contains("cùng ngày mất", Text(seen, "reason"), StringComparison.Ordinal);
        var claimed = evidence.Single(one => Value(one) == ("martyrCertificate", "claimed"));
        Assert.Equal((declaration, false), (Source(claimed).GetProperty("documentId").GetGuid(), claimed.GetProperty("evidence").GetProperty("proves").GetBoolean()));

        Assert.Equal("none", await CertificateAsync(dossier));
        state = await DoneAsync($"{dossier}/case/evidence/{Id(claimed)}/accept", new { by = "Lan" }, state);
        Assert.Equal("claimed", await CertificateAsync(dossier));
        state = await DoneAsync($"{dossier}/case/evidence/{Id(seen)}/accept", new { by = "Lan" }, state);
        Assert.Equal("seen", await CertificateAsync(dossier));
        var input = (await GetAsync($"{dossier}/verification?asOf=2015-02-10")).GetProperty("inputs").EnumerateArray().Single(one => Text(one, "path") == "children[0].martyrCertificate");
        Assert.Equal([Id(claimed), Id(seen)], input.GetProperty("evidence").EnumerateArray().Select(id => id.GetGuid()));

        using var mute = await PostAsync($"{dossier}/case/evidence/{Id(seen)}/refuse", new { by = "Lan" }, state);
        await AssertWrongAsync(mute, "reason");
        state = await DoneAsync($"{dossier}/case/evidence/{Id(seen)}/refuse", new { by = "Hoa", reason = "chữ ký không rõ" }, state);
        Assert.Equal("claimed", await CertificateAsync(dossier));
        Assert.Contains(state.GetProperty("evidence").EnumerateArray(), one => Text(one, "state") == "refused" && Text(one, "reason") == "chữ ký không rõ" && Text(one, "by") == "Hoa");
        Assert.DoesNotContain((await GetAsync($"{dossier}/case/proposals")).GetProperty("evidence").EnumerateArray(), one => Id(one) == Id(seen));
        state = await DoneAsync($"{dossier}/case/evidence/{Id(seen)}/undo", new { by = "Hoa" }, state);
        Assert.Contains((await GetAsync($"{dossier}/case/proposals")).GetProperty("evidence").EnumerateArray(), one => Id(one) == Id(seen));

        // Two persons, two acceptances, a refusal, an undo; any of them can be looked at again.
        Assert.Equal(6, (await GetAsync($"{dossier}/case/history")).GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await GetAsync($"{dossier}/case?version=4")).GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public async Task A_namesake_is_shown_as_one_and_taken_only_with_a_reason()
    {
        var (dossier, _, _) = await PapersAsync("Tạ Thị Nhạn", "Tạ Văn Uẩn");
        var other = await ReadAsync(null, Certificate("Tạ Văn Uẩn", "1971-01-01", "HB 999t", "xã Đông Hà, tỉnh Hà Nam"), "khác.pdf");
        await server.FollowAsync();
        var state = await AddPeopleAsync(dossier);
        var proposal = (await GetAsync($"{dossier}/case/proposals")).GetProperty("evidence").EnumerateArray().Single(one => Source(one).GetProperty("documentId").GetGuid() == other);
        Assert.True(proposal.GetProperty("isDoubtful").GetBoolean());
        Assert.False(proposal.GetProperty("isInDossier").GetBoolean());
        Assert.Contains("có thể là người khác", Text(proposal, "reason"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(proposal.GetProperty("agreements").EnumerateArray(), point => (Text(point, "point"), Text(point, "level")) == ("death", "differs"));
        using var silent = await PostAsync($"{dossier}/case/evidence/{Id(proposal)}/accept", new { by = "Lan" }, state);
        await AssertWrongAsync(silent, "reason");
        await DoneAsync($"{dossier}/case/evidence/{Id(proposal)}/accept", new { by = "Lan", reason = "bằng ghi sai ngày, đã có văn bản đính chính" }, state);
    }

    [Fact]
    public async Task What_is_accepted_stays_when_the_page_is_read_differently_and_is_flagged()
    {
        var (dossier, _, certificate) = await PapersAsync("Đỗ Thị Tơ", "Đỗ Văn Viễn");
        var state = await AddPeopleAsync(dossier);
        var seen = (await GetAsync($"{dossier}/case/proposals")).GetProperty("evidence").EnumerateArray().Single(one => Value(one) == ("martyrCertificate", "seen"));
        state = await DoneAsync($"{dossier}/case/evidence/{Id(seen)}/accept", new { by = "Lan" }, state);
        Assert.Equal(JsonValueKind.Null, state.GetProperty("evidence")[0].GetProperty("changed").ValueKind);
        await server.ReadAsync(certificate, Certificate("Đỗ Văn Viên", "1968-03-12", "AB 128b", null));
        state = await GetAsync($"{dossier}/case");
        Assert.Contains("đọc khác", Text(state.GetProperty("evidence")[0], "changed"), StringComparison.Ordinal);
        Assert.NotEqual(0, state.GetProperty("warnings").GetArrayLength());
        Assert.Equal("seen", await CertificateAsync(dossier));
    }

    [Fact]
    public async Task An_officers_claim_proves_nothing_and_her_page_does()
    {
        var (dossier, _, certificate) = await PapersAsync("Lương Thị Xoan", "Lương Văn Kỳ");
        var state = await AddPeopleAsync(dossier);
        var child = state.GetProperty("people")[1].GetProperty("id").GetGuid();
        state = await DoneAsync($"{dossier}/case/evidence", new { personId = child, field = "martyrCertificate", value = "seen", by = "Lan" }, state);
        Assert.Equal("claimed", await CertificateAsync(dossier));
        state = await DoneAsync(
            $"{dossier}/case/evidence",
            new { personId = child, field = "martyrCertificate", value = "seen", kind = "certificate", documentId = certificate, page = 1, box = new { x = 10, y = 10, width = 50, height = 20 }, by = "Lan" }, state);
        Assert.Equal("seen", await CertificateAsync(dossier));

        foreach (var (body, field) in (IEnumerable<(object, string)>)[
            (new { field = "martyrCertificate", value = "seen", by = "Lan" }, "field"),
            (new { personId = child, field = "prison", value = "true", by = "Lan" }, "field"),
            (new { personId = child, field = "colour", value = "red", by = "Lan" }, "field"),
            (new { personId = child, field = "invalidPercent", value = "140", by = "Lan" }, "value"),
            (new { field = "asOf", value = "10/02/2015", by = "Lan" }, "value"),
            (new { field = "prison", value = "maybe", by = "Lan" }, "value"),
            (new { field = "prison", value = "true", kind = "minutes", by = "Lan" }, "documentId"),
            (new { field = "prison", value = "true", kind = "minutes", documentId = certificate, page = 2, by = "Lan" }, "page"),
            (new { field = "prison", value = "true", by = new string('a', 101) }, "by"),
            (new { personId = Guid.NewGuid(), field = "relation", value = "birth", by = "Lan" }, "personId"),
        ])
        {
            using var answer = await PostAsync($"{dossier}/case/evidence", body, state);
            await AssertWrongAsync(answer, field);
        }
        using var second = await PostAsync($"{dossier}/case/people", new { role = "mother", name = "Lê Thị Ba", by = "Lan" }, state);
        await AssertWrongAsync(second, "role");
        using var nobody = await PostAsync($"{dossier}/case/people", new { role = "child", name = " ", by = "Lan" }, state);
        await AssertWrongAsync(nobody, "name");
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_time_one_is_told_to_look_again()
    {
        var (dossier, _, _) = await PapersAsync("Cao Thị Mót", "Cao Văn Ân");
        var state = await GetAsync($"{dossier}/case");
        var both = await Task.WhenAll(
            PostAsync($"{dossier}/case/people", new { role = "child", name = "Một", by = "Lan" }, state), PostAsync($"{dossier}/case/people", new { role = "child", name = "Hai", by = "Hoa" }, state));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(answer => answer.StatusCode).Order());
        using var blind = await PostAsync($"{dossier}/case/people", new { role = "child", name = "Ba", by = "Lan" }, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        foreach (var answer in both) answer.Dispose();
    }

    [Theory]
    [InlineData("1994-11-30")]
    [InlineData("hôm nay")]
    [InlineData("2015-02-30")]
    public async Task A_day_without_law_or_no_day_is_a_problem_that_names_it(string day)
    {
        var (dossier, _, _) = await PapersAsync("Mai Thị Sen", "Mai Văn Sửu");
        using var answer = await server.Http.GetAsync($"{dossier}/verification?asOf={Uri.EscapeDataString(day)}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("asOf", problem.GetProperty("errors")[0].GetProperty("input").GetString());
    }

    [Fact]
    public async Task Two_cases_of_one_mother_warn_of_each_other()
    {
        var (one, _, _) = await PapersAsync("Ngô Thị Khuê", "Ngô Văn Rạng");
        await AddPeopleAsync(one);
        var (two, _, _) = await PapersAsync("Ngô Thị Khuê", "Ngô Văn Rạng", "AB 129b");
        var state = await AddPeopleAsync(two);
        Assert.Contains(state.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains(one[^36..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dossier_without_a_case_has_none_and_one_with_decisions_keeps_its_kind()
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/dossiers", new { title = "Thường" }, Stop);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
        foreach (var address in (string[])["case", "case/proposals", "case/history", "verification"])
        {
            using var answer = await server.Http.GetAsync($"/api/v1/dossiers/{id}/{address}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var wrong = await server.Http.PostAsJsonAsync("/api/v1/dossiers", new { title = "Lạ", kind = "other" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        var (dossier, _, _) = await PapersAsync("Bùi Thị Hòe", "Bùi Văn Tấn");
        await AddPeopleAsync(dossier);
        using var request = new HttpRequestMessage(HttpMethod.Patch, dossier) { Content = JsonContent.Create(new { kind = "" }) };
        request.Headers.IfMatch.Add(new("\"1\""));
        using var kept = await server.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, kept.StatusCode);
    }

    [Fact]
    public async Task The_page_shows_the_case_and_takes_decisions()
    {
        var (dossier, _, _) = await PapersAsync("Thái Thị Cam", "Thái Văn Hạp");
        var page = $"/dossiers/{dossier[^36..]}/case";
        var person = (await GetAsync($"{dossier}/case/proposals")).GetProperty("people")[0].GetProperty("person").GetProperty("id").GetGuid();
        await WebForm.PostAsync(server.Http, page, $"person-{person:N}", new() { ["By"] = "Lan" });
        await WebForm.PostAsync(server.Http, page, "person", new() { ["Role"] = "child", ["Name"] = "Thái Văn Hạp", ["Death"] = "1968-03-12", ["By"] = "Lan" });
        var seen = (await GetAsync($"{dossier}/case/proposals")).GetProperty("evidence").EnumerateArray().Single(one => Value(one) == ("martyrCertificate", "seen"));
        var html = WebUtility.HtmlDecode(await server.Http.GetStringAsync(page, Stop));
        Assert.Contains("<svg class=\"crop\"", html, StringComparison.Ordinal);
        Assert.Contains("Chưa có căn cứ nào", html, StringComparison.Ordinal);
        Assert.Contains("đề xuất chưa ai quyết định; kết quả này không tính đến chúng", html, StringComparison.Ordinal);
        var refused = await WebForm.PostAsync(server.Http, page, $"evidence-{Id(seen):N}", new() { ["By"] = "Lan", ["Do"] = "refuse" }, HttpStatusCode.OK);
        Assert.Contains("Lý do phải ghi lý do từ chối", refused, StringComparison.Ordinal);
        await WebForm.PostAsync(server.Http, page, $"evidence-{Id(seen):N}", new() { ["By"] = "Lan", ["Do"] = "accept" });
        Assert.Equal("seen", await CertificateAsync(dossier));
        await WebForm.PostAsync(server.Http, page, "evidence", new() { ["Field"] = "asOf", ["Value"] = "2015-02-10", ["Kind"] = "Statement", ["By"] = "Lan" });
        html = WebUtility.HtmlDecode(await server.Http.GetStringAsync(page, Stop));
        Assert.Contains("Chưa đủ chứng cứ", html, StringComparison.Ordinal);
        Assert.Contains("con Thái Văn Hạp, Quan hệ mẹ con đã được chứng minh", html, StringComparison.Ordinal); // missing, by name
        Assert.Contains("Chưa xét được", WebUtility.HtmlDecode(await server.Http.GetStringAsync($"{page}?asOf=1990-01-01", Stop)), StringComparison.Ordinal);
        using var none = await server.Http.GetAsync($"/dossiers/{Guid.NewGuid()}/case", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_list_of_mothers_gets_a_table_of_verdicts()
    {
        using var list = new StringContent("mother,asOf,listComplete,children[0].martyrCertificate\nLan,2015-02-10,true,none\nHoa,1990-01-01,true,none\n");
        list.Headers.ContentType = new("text/csv");
        using var answer = await server.Http.PostAsync("/api/v1/verification/heroic-mothers", list, Stop);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var rows = (await answer.Content.ReadAsStringAsync(Stop)).Split("\r\n");
        Assert.StartsWith("1,Lan,notEligible", rows[1], StringComparison.Ordinal);
        Assert.Contains("asOf", rows.First(row => row.StartsWith("2,Hoa", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var empty = new StringContent("colour\nred\n");
        empty.Headers.ContentType = new("text/csv");
        using var bad = await server.Http.PostAsync("/api/v1/verification/heroic-mothers", empty, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }

    /// <summary>A dossier with a declaration and the certificate of the child that it names.</summary>
    private async Task<(string Dossier, Guid Declaration, Guid Certificate)> PapersAsync(string mother, string child, string number = "AB 128b")
    {
        using var made = await server.Http.PostAsJsonAsync("/api/v1/dossiers", new { title = $"Hồ sơ {mother}", kind = "heroicMother" }, Stop);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
        var declaration = Of(DocumentFacts.None with { Kind = Fact("Bản khai") }) with
        {
            Kin =
            [
                new(KinRelation.Self, Fact(mother, 200), 1, new(100, 200, 400, 30)) { BirthYear = Fact("1920", 200) },
                new(KinRelation.Child, Fact(child, 300), 1, new(100, 300, 400, 30)) { BirthYear = Fact("1945", 300), DeathDate = Fact("1968-03-12", 300), CertificateNo = Fact(number, 300), IsMartyr = true },
            ],
        };
        return ($"/api/v1/dossiers/{id}", await ReadAsync(id, declaration, "bản khai.pdf"), await ReadAsync(id, Certificate(child, "1968-03-12", number, null), "bằng.pdf"));
    }

    private static DocumentReading Certificate(string martyr, string died, string number, string? home) => Of(DocumentFacts.None with
    {
        Kind = Fact("Bằng Tổ quốc ghi công"),
        Award = Fact("Bằng Tổ quốc ghi công"),
        SignerTitle = Fact("THỦ TƯỚNG"),
    }) with
    {
        Kin =
        [
            new(KinRelation.Self, Fact(martyr, 400), 1, new(100, 400, 400, 30))
            {
                DeathDate = Fact(died, 450), CertificateNo = Fact(number, 500), HomePlace = home is null ? null : Fact(home, 430), IsMartyr = true,
            },
        ],
    };

    private async Task<Guid> ReadAsync(Guid? dossier, DocumentReading reading, string fileName)
    {
        var id = await server.AddAsync(1, fileName, dossier);
        await server.ReadAsync(id, reading.Facts.Kind!.Value == "Bằng Tổ quốc ghi công" && dossier is null
            ? reading with { Entries = [Row(reading.Kin[0].Name.Value, 400)] } // the quiet server has one word on every page: it is found by its entry
            : reading);
        return id;
    }

    private async Task<JsonElement> AddPeopleAsync(string dossier)
    {
        var state = await GetAsync($"{dossier}/case");
        foreach (var person in (await GetAsync($"{dossier}/case/proposals")).GetProperty("people").EnumerateArray())
            state = await DoneAsync($"{dossier}/case/people", new { proposalId = person.GetProperty("person").GetProperty("id").GetGuid(), by = "Lan" }, state);
        return state;
    }

    /// <summary>What the rules are given of the first child's certificate.</summary>
    private async Task<string> CertificateAsync(string dossier) =>
        (await GetAsync($"{dossier}/verification?asOf=2015-02-10")).GetProperty("case").GetProperty("children")[0].GetProperty("martyrCertificate").GetString() ?? "none";

    private async Task<JsonElement> GetAsync(string address) => await server.Http.GetFromJsonAsync<JsonElement>(address, Stop);

    private async Task<JsonElement> DoneAsync(string address, object body, JsonElement state)
    {
        using var answer = await PostAsync(address, body, state);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpResponseMessage> PostAsync(string address, object body, JsonElement? state)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (state is { } seen) request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen.GetProperty("version").GetInt32()}\""));
        return await server.Http.SendAsync(request, Stop);
    }

    private static async Task AssertWrongAsync(HttpResponseMessage answer, string field)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, text);
        Assert.Equal(field, JsonSerializer.Deserialize<JsonElement>(text).GetProperty("errors")[0].GetProperty("input").GetString());
    }

    private static (string?, string?) Value(JsonElement proposal) => (Text(proposal.GetProperty("evidence"), "field"), Text(proposal.GetProperty("evidence"), "value"));

    private static JsonElement Source(JsonElement proposal) => proposal.GetProperty("evidence").GetProperty("source");

    private static Guid Id(JsonElement proposal) => proposal.GetProperty("evidence").GetProperty("id").GetGuid();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
