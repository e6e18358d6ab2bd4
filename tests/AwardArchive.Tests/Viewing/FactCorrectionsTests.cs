using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.Viewing;

/// <summary>What persons say of facts and entries, through the front door.</summary>
public sealed class FactCorrectionsTests(QuietServer server) : IClassFixture<QuietServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_says_counts_and_no_later_reading_changes_it()
    {
        var id = await ReadAsync(Of(Decision("352")));
        var facts = await PutAsync(id, "facts/number", new { value = "325", by = "Lan", note = "đọc trên bản gốc" });
        Assert.Equal("325", Effective(facts, "number").GetProperty("value").GetString());
        Assert.Equal("person:Lan", Effective(facts, "number").GetProperty("source").GetString());
        Assert.Equal(1, Effective(facts, "number").GetProperty("confidence").GetDouble());
        Assert.Equal(100, Effective(facts, "number").GetProperty("box").GetProperty("x").GetInt32()); // it stands where it stood
        Assert.Equal("352", Field(facts, "number").GetProperty("machine")[0].GetProperty("value").GetString());

        await server.ReadAsync(id, Of(Decision("353", "QĐ-UBND")));
        facts = await GetAsync(id, "facts");
        Assert.Equal(("325", "QĐ-UBND"), (Effective(facts, "number").GetProperty("value").GetString(), Effective(facts, "symbol").GetProperty("value").GetString()));
        var said = Assert.Single(facts.GetProperty("history").EnumerateArray());
        Assert.Equal(("set", "number", "Lan", "đọc trên bản gốc"), (Text(said, "action"), Text(said, "field"), Text(said, "by"), Text(said, "note")));
        // The document says so too, and so search does.
        Assert.Equal("325", (await GetAsync(id, "")).GetProperty("facts").GetProperty("number").GetProperty("value").GetString());
        await server.FollowAsync();
        var found = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/search?q=" + Uri.EscapeDataString("số:325"), Stop);
        Assert.Contains(found.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("documentId").GetGuid() == id);
    }

    [Fact]
    public async Task What_is_confirmed_stays_and_what_is_removed_does_not_come_back()
    {
        var id = await ReadAsync(Of(Decision("352") with { Signer = Fact("Nguyễn Văn A"), SentTo = [Fact("Như Điều 3"), Fact("Lưu")] }));
        await SendAsync(HttpMethod.Post, id, "facts/signer/confirm", new { by = "Lan" });
        await SendAsync(HttpMethod.Delete, id, "facts/issuedOn?by=Lan", null);
        await PutAsync(id, "facts/sentTo", new { values = new[] { "Lưu", "Sở Nội vụ" }, by = "Lan" });
        await server.ReadAsync(id, Of(Decision("352") with { Signer = Fact("Nguyễn Vân A"), SentTo = [Fact("Lưu VT")] }));

        var facts = await GetAsync(id, "facts");
        Assert.Equal("Nguyễn Văn A", Effective(facts, "signer").GetProperty("value").GetString());
        Assert.Empty(Field(facts, "issuedOn").GetProperty("effective").EnumerateArray());
        Assert.Equal(["Lưu", "Sở Nội vụ"], Field(facts, "sentTo").GetProperty("effective").EnumerateArray().Select(fact => Text(fact, "value")));
        var corrections = await GetAsync(id, "corrections?size=2");
        Assert.Equal(["3", "2"], corrections.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetRawText()));
        var older = await GetAsync(id, $"corrections?size=2&cursor={Text(corrections, "nextCursor")}");
        Assert.Equal("confirm", Text(Assert.Single(older.GetProperty("items").EnumerateArray()), "action"));
    }

    [Fact]
    public async Task Rows_are_corrected_added_and_removed_and_keep_so_when_they_are_read_anew()
    {
        var id = await ReadAsync(Of(Decision("352"), Row("Nguyễn Thị X", 200, "1930"), Row("Trần Văn Y", 240), Row("không phải người", 280)));
        var rows = (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray().ToList();
        var first = rows[0].GetProperty("id").GetGuid();
        await PutAsync(id, $"entries/{first}", new { name = "Nguyễn Thị Xuân", birthYear = "1930", isPosthumous = true, by = "Lan" });
        using (var gone = await SendAsync(HttpMethod.Delete, id, $"entries/{rows[2].GetProperty("id").GetGuid()}?by=Lan", null))
            Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using (var added = await SendAsync(HttpMethod.Post, id, "entries", new { name = "Lê Thị Z", page = 1, box = new { x = 50, y = 260, width = 900, height = 15 }, by = "Lan" }))
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);

        // The next reading misses the second row, reads the year of the first otherwise, and finds a home place and a fourth row.
        await server.ReadAsync(id, Of(
            Decision("352"), Row("Nguyễn Thị X", 202, "1936") with { HomePlace = Fact("Triệu Phong", 202) }, Row("không phải người", 281), Row("Hồ Thị N", 320)));
        rows = [.. (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray()];
        Assert.Equal(["Nguyễn Thị Xuân", "Lê Thị Z", "Hồ Thị N"], rows.Select(NameOf));
        Assert.Equal([1, 2, 3], rows.Select(row => row.GetProperty("ordinal").GetInt32()));
        Assert.Equal(first, rows[0].GetProperty("id").GetGuid());
        var value = rows[0].GetProperty("value");
        Assert.True(value.GetProperty("isPosthumous").GetBoolean());
        Assert.Equal("1936", Text(value.GetProperty("birthYear"), "value")); // not stated by a person: the person only left it as it was
        Assert.Equal("Triệu Phong", Text(value.GetProperty("homePlace"), "value"));
        Assert.Equal(["isPosthumous", "name"], rows[0].GetProperty("byPerson").EnumerateArray().Select(field => field.GetString()).Order());
    }

    [Fact]
    public async Task Persons_of_a_form_are_corrected_added_and_removed_and_keep_so_when_they_are_read_anew()
    {
        var id = await ReadAsync(Form(KinOf(KinRelation.Self, "Nguyễn Thị Gái", 100), KinOf(KinRelation.Child, "Trần Văn Mẫn", 200) with { IsMartyr = true }, KinOf(KinRelation.Child, "không phải người", 300)));
        var rows = (await GetAsync(id, "kin")).GetProperty("items").EnumerateArray().ToList();
        var son = rows[1].GetProperty("id").GetGuid();
        await PutAsync(id, $"kin/{son}", new
        {
            name = "Trần Văn Mẫn", relation = "child", birthYear = "1945", deathDate = "1968-02", homePlace = "xã Hải Lộc", certificateNo = "AB 123b", decisionNo = "345/TTg", invalidPercent = "61", by = "Lan",
        });
        await SendAsync(HttpMethod.Post, id, $"kin/{rows[0].GetProperty("id").GetGuid()}/confirm", new { by = "Lan" });
        using (var gone = await SendAsync(HttpMethod.Delete, id, $"kin/{rows[2].GetProperty("id").GetGuid()}?by=Lan", null)) Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using (var added = await SendAsync(HttpMethod.Post, id, "kin", new { name = "Trần Văn Hùng", relation = "husband", isMartyr = true, page = 1, box = new { x = 50, y = 150, width = 900, height = 15 }, by = "Lan" }))
        {
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            Assert.Equal("husband", Text((await added.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("value"), "relation"));
        }

        // The next reading has the mother's name otherwise, misses the husband, says less of the son and finds the removed row again.
        await server.ReadAsync(id, Form(KinOf(KinRelation.Self, "Nguyên Thi Gai", 102), KinOf(KinRelation.Child, "Trân Vân Mân", 201) with { DeathDate = Fact("1969") }, KinOf(KinRelation.Child, "không phải người", 300)));
        rows = [.. (await GetAsync(id, "kin")).GetProperty("items").EnumerateArray()];
        Assert.Equal([("self", "Nguyễn Thị Gái"), ("husband", "Trần Văn Hùng"), ("child", "Trân Vân Mân")], rows.Select(row => (Text(row.GetProperty("value"), "relation"), NameOf(row))));
        Assert.Equal(son, rows[2].GetProperty("id").GetGuid());
        var value = rows[2].GetProperty("value");
        Assert.Equal(
            ["1945", "1968-02", "xã Hải Lộc", "AB 123b", "345/TTg", "61"],
            new[] { "birthYear", "deathDate", "homePlace", "certificateNo", "decisionNo", "invalidPercent" }.Select(field => Text(value.GetProperty(field), "value")));
        Assert.Equal(("person:Lan", false), (Text(value.GetProperty("deathDate"), "source"), value.GetProperty("isMartyr").GetBoolean())); // nobody stated that he is a martyr
        Assert.DoesNotContain("name", rows[2].GetProperty("byPerson").EnumerateArray().Select(field => field.GetString()));
        var history = (await GetAsync(id, "corrections")).GetProperty("items").EnumerateArray().ToList();
        Assert.All(history, said => Assert.Equal("kin", Text(said, "row")));
        Assert.Equal(9, history.Count); // six facts, a confirmation, a removal, an addition

        var changes = await GetAsync(id, "facts/changes");
        Assert.Contains(("Trân Vân Mân", "Trần Văn Mẫn"), changes.GetProperty("kin").EnumerateArray().Select(change => (Named(change, "now"), Named(change, "before"))));
        Assert.Equal(4, changes.GetProperty("kinInAll").GetInt32());
        Assert.Equal(3, (await GetAsync(id, "facts")).GetProperty("kin").GetArrayLength());
        // Put back, the removed row is the one that it was.
        await SendAsync(HttpMethod.Post, id, $"kin/{Text(history.Single(said => Text(said, "action") == "remove"), "entryId")}/confirm", new { by = "Lan" });
        Assert.Equal(4, (await GetAsync(id, "kin")).GetProperty("items").GetArrayLength());

        static DocumentReading Form(params KinEntry[] persons) => Of(Decision("1")) with { Kin = persons };
    }

    [Fact]
    public async Task A_mended_row_takes_its_warning_away_and_a_removed_one_brings_it()
    {
        var numbered = (string name, int y, string number) => Row(name, y) with { IsListed = true, RowNumber = Fact(number, y) };
        var reading = Of(
            Decision("352") with { Warnings = [new("rowsMissing", "Không đọc được hàng số 2.", 1), new("totalDiffers", "Văn bản nói có 3, đọc được 2.", 1), new("twoHeads", "Hai đầu.", 1)] },
            numbered("Nguyễn Thị X", 100, "1"), numbered("Trần Văn Y", 300, "3")) with { Totals = [Fact("3")] };
        var id = await ReadAsync(reading);
        Assert.Equal(["rowsMissing", "totalDiffers", "twoHeads"], await WarningsAsync());
        using (await SendAsync(HttpMethod.Post, id, "entries", new { name = "Lê Thị Z", rowNumber = "2", page = 1, box = new { x = 50, y = 200, width = 900, height = 30 }, by = "Lan" })) Assert.Equal(["twoHeads"], await WarningsAsync());
        // The machine still misses the row; the person's counts.
        await server.ReadAsync(id, reading);
        Assert.Equal(["twoHeads"], await WarningsAsync());
        var last = (await GetAsync(id, "entries")).GetProperty("items")[2].GetProperty("id").GetGuid();
        await PutAsync(id, $"entries/{last}", new { name = "Trần Văn Y", rowNumber = "5", by = "Lan" });
        Assert.Equal(["twoHeads", "rowsMissing"], await WarningsAsync());
        await SendAsync(HttpMethod.Delete, id, $"entries/{last}?by=Lan", null);
        Assert.Equal(["twoHeads", "totalDiffers"], await WarningsAsync());

        async Task<List<string?>> WarningsAsync() => [.. (await GetAsync(id, "facts")).GetProperty("warnings").EnumerateArray().Select(warning => Text(warning, "kind"))];
    }

    [Fact]
    public async Task A_confirmed_row_stays_and_a_removed_one_can_be_put_back()
    {
        var id = await ReadAsync(Of(Decision("352"), Row("Nguyễn Thị X", 200, "1930"), Row("Trần Văn Y", 240)));
        var ids = (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()).ToList();
        await SendAsync(HttpMethod.Post, id, $"entries/{ids[0]}/confirm", new { by = "Lan" });
        await SendAsync(HttpMethod.Delete, id, $"entries/{ids[1]}?by=Lan", null);
        await server.ReadAsync(id, Of(Decision("352"), Row("Nguyễn Thi X", 200, "1931"), Row("Trần Văn Y", 240)));
        Assert.Equal([("Nguyễn Thị X", "1930")], await RowsAsync(id));

        await SendAsync(HttpMethod.Post, id, $"entries/{ids[1]}/confirm", new { by = "Lan" });
        var rows = (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(ids, rows.Select(row => row.GetProperty("id").GetGuid()));
        Assert.Equal("person:Lan", Text(rows[1].GetProperty("value").GetProperty("name"), "source"));
        await server.ReadAsync(id, DocumentReading.None);
        Assert.Equal([("Nguyễn Thị X", "1930"), ("Trần Văn Y", null)], await RowsAsync(id));
    }

    [Fact]
    public async Task Reading_again_shows_what_changed()
    {
        var id = await ReadAsync(Of(Decision("352"), Row("Nguyễn Thị X", 200), Row("Trần Văn Y", 240)));
        Assert.Empty((await GetAsync(id, "facts/changes")).GetProperty("facts").EnumerateArray());
        await server.ReadAsync(id, Of(Decision("352"), Row("Nguyễn Thị X", 200), Row("Trần Văn Y", 240)));
        Assert.Equal(JsonValueKind.Null, (await GetAsync(id, "facts/changes")).GetProperty("beforeReadAt").ValueKind);

        await PutAsync(id, "facts/symbol", new { value = "QĐ/UB", by = "Lan" });
        await server.ReadAsync(id, Of(Decision("353"), Row("Nguyễn Thị Xa", 200), Row("Lê Thị Z", 280)));
        var changes = await GetAsync(id, "facts/changes");
        Assert.Equal(
            [("number", "353", "352", "353"), ("symbol", "QĐ-UB", "QĐ-UB", "QĐ/UB")],
            changes.GetProperty("facts").EnumerateArray().Select(change => (Text(change, "field")!, First(change, "now"), First(change, "before"), First(change, "effective"))));
        Assert.Equal(
            [("Nguyễn Thị Xa", "Nguyễn Thị X"), ("Lê Thị Z", null), (null, "Trần Văn Y")],
            changes.GetProperty("entries").EnumerateArray().Select(change => (Named(change, "now"), Named(change, "before"))));
        Assert.Equal(3, changes.GetProperty("entriesInAll").GetInt32());
        Assert.Equal(5, (await GetAsync(id, "facts")).GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task A_reading_that_says_the_same_changes_nothing_and_the_feed_says_nothing()
    {
        var reading = Of(Decision("352"), Row("Nguyễn Thị X", 200));
        var id = await ReadAsync(reading);
        var version = (await server.Catalog.FindAsync(id, Stop))!.Version;
        var change = await server.Catalog.LastChangeAsync(Stop);
        var readAt = (await server.Catalog.FindReadingAsync(id, Stop))!.ReadAt;
        Assert.Equal(1, await server.Catalog.DemandReadingsAsync(id, Stop));
        await server.EndReadingAsync(id, reading);
        var document = (await server.Catalog.FindAsync(id, Stop))!;
        Assert.Equal((version, false, null, DocumentStatus.Ready), (document.Version, document.IsReadingDue, document.LeaseOwner, document.Status));
        Assert.Equal(change, await server.Catalog.LastChangeAsync(Stop));
        Assert.True((await server.Catalog.FindReadingAsync(id, Stop))!.ReadAt > readAt);

        // One word more, and all of it is kept and told.
        Assert.Equal(1, await server.Catalog.DemandReadingsAsync(id, Stop));
        await server.EndReadingAsync(id, Of(Decision("352"), Row("Nguyễn Thị Xa", 200)));
        Assert.Equal((version + 1, change + 1), ((await server.Catalog.FindAsync(id, Stop))!.Version, await server.Catalog.LastChangeAsync(Stop)));
        Assert.Equal([("Nguyễn Thị Xa", null)], await RowsAsync(id));
    }

    [Theory]
    [InlineData("""{"value":"352"}""")]
    [InlineData("""{"value":"352","by":" "}""")]
    public async Task Where_no_name_is_given_whoever_sends_it_says_it(string body)
    {
        var id = await ReadAsync(Of(Decision("351")));
        using var answer = await SendAsync(HttpMethod.Put, id, "facts/number", JsonDocument.Parse(body).RootElement);
        Assert.Equal("Người thử", Text((await GetAsync(id, "corrections")).GetProperty("items")[0], "by"));
    }

    [Theory]
    [InlineData("facts/issuedOn", """{"value":"19/9/1985","by":"Lan"}""", "value")]
    [InlineData("facts/issuedOn", """{"value":"1985-02-30","by":"Lan"}""", "value")]
    [InlineData("facts/number", """{"value":"352 a","by":"Lan"}""", "value")]
    [InlineData("facts/number", """{"value":" ","by":"Lan"}""", "value")]
    [InlineData("facts/number", """{"value":"352","by":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "by")]
    [InlineData("facts/number", """{"value":"352","by":"Lan","page":3}""", "page")]
    [InlineData("facts/number", """{"value":"352","by":"Lan","page":0}""", "page")]
    [InlineData("facts/number", """{"value":"352","by":"Lan","box":{"x":900,"y":0,"width":101,"height":10}}""", "box")]
    [InlineData("facts/number", """{"value":"352","by":"Lan","box":{"x":2147483647,"y":0,"width":2147483647,"height":10}}""", "box")]
    [InlineData("facts/number", """{"value":"352","by":"Lan","box":{"x":0,"y":0,"width":0,"height":10}}""", "box")]
    [InlineData("facts/awardClass", """{"value":"Tư","by":"Lan"}""", "value")]
    [InlineData("facts/secrecy", """{"value":"Mật","by":"Lan"}""", "value")]
    [InlineData("facts/sentTo", """{"value":"Lưu","by":"Lan"}""", "values")]
    [InlineData("facts/citations", """{"values":["1/SL",""],"by":"Lan"}""", "values")]
    [InlineData("facts/colour", """{"value":"red","by":"Lan"}""", "field")]
    [InlineData("entries", """{"name":"  ","by":"Lan"}""", "name")]
    [InlineData("entries", """{"name":"A","awardClass":"Tư","by":"Lan"}""", "awardClass")]
    [InlineData("entries", """{"name":"A","birthYear":"85","by":"Lan"}""", "birthYear")]
    [InlineData("entries", """{"name":"A","kind":"2","by":"Lan"}""", "kind")]
    [InlineData("entries", """{"name":"A","page":9,"by":"Lan"}""", "page")]
    [InlineData("kin", """{"by":"Lan"}""", "name")]
    [InlineData("kin", """{"name":"A","relation":"cousin","by":"Lan"}""", "relation")]
    [InlineData("kin", """{"name":"A","deathDate":"Tết","by":"Lan"}""", "deathDate")]
    [InlineData("kin", """{"name":"A","certificateNo":"không","by":"Lan"}""", "certificateNo")]
    [InlineData("kin", """{"name":"A","decisionNo":"TTg","by":"Lan"}""", "decisionNo")]
    [InlineData("kin", """{"name":"A","invalidPercent":"101","by":"Lan"}""", "invalidPercent")]
    public async Task What_cannot_be_is_refused_by_name(string address, string body, string field)
    {
        var id = await ReadAsync(Of(Decision("352")));
        using var answer = await SendAsync(address is "entries" or "kin" ? HttpMethod.Post : HttpMethod.Put, id, address, JsonDocument.Parse(body).RootElement, check: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("urn:award-archive:problem:wrong-statement", Text(problem, "type"));
        Assert.StartsWith($"{field}: ", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Empty((await GetAsync(id, "corrections")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused()
    {
        var id = await ReadAsync(Of(Decision("352")));
        foreach (var (address, body) in new (string, object)[]
        {
            ("facts/title", new { value = new string('a', 2001), by = "Lan" }),
            ("facts/title", new { value = "a", asWritten = new string('a', 2001), by = "Lan" }),
            ("facts/title", new { value = "a", by = new string('a', 101) }),
            ("facts/title", new { value = "a", by = "Lan", note = new string('a', 1001) }),
            ("facts/sentTo", new { values = Enumerable.Repeat("a", 501), by = "Lan" }),
        })
        {
            using var answer = await SendAsync(HttpMethod.Put, id, address, body, check: false);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
        await PutAsync(id, "facts/title", new { value = "  Về việc\nkhen\u0000 thưởng ", by = "Lan" });
        Assert.Equal("Về việc khen thưởng", Effective(await GetAsync(id, "facts"), "title").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Who_looked_at_something_older_or_at_nothing_is_refused()
    {
        var id = await ReadAsync(Of(Decision("352"), Row("Nguyễn Thị X", 200)));
        var entry = (await GetAsync(id, "entries")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var old = await TagAsync(id);
        await PutAsync(id, "facts/number", new { value = "353", by = "Lan" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(HttpMethod.Put, id, "facts/number", new { value = "354", by = "Lan" }, old));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(HttpMethod.Put, id, $"entries/{entry}", new { name = "Nguyễn Thị X", by = "Lan" }, old));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(HttpMethod.Delete, id, $"entries/{entry}?by=Lan", null, "\"x\""));
        Assert.Equal(HttpStatusCode.PreconditionRequired, await StatusAsync(HttpMethod.Put, id, "facts/number", new { value = "354", by = "Lan" }, null));
        var now = await TagAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Put, id, $"entries/{Guid.NewGuid()}", new { name = "A", by = "Lan" }, now));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Put, Guid.NewGuid(), "facts/number", new { value = "354", by = "Lan" }, now));
        // An entry of another document is not this one's.
        var other = await ReadAsync(Of(Decision("1")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Delete, other, $"entries/{entry}?by=Lan", null, await TagAsync(other)));
        await server.Catalog.WithdrawAsync(id, "trùng", Stop);
        Assert.Equal(HttpStatusCode.PreconditionFailed, await StatusAsync(HttpMethod.Put, id, "facts/number", new { value = "354", by = "Lan" }, await TagAsync(id)));
    }

    [Fact]
    public async Task Entries_come_in_stretches()
    {
        var id = await ReadAsync(Of(Decision("352"), [.. Enumerable.Range(1, 5).Select(i => Row($"Nguyễn Văn {i}", 100 * i))]));
        var names = new List<string?>();
        for (var cursor = ""; cursor is not null;)
        {
            var stretch = await GetAsync(id, $"entries?size=2{cursor}");
            names.AddRange(stretch.GetProperty("items").EnumerateArray().Select(NameOf));
            cursor = Text(stretch, "nextCursor") is { } next ? $"&cursor={next}" : null;
        }
        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"Nguyễn Văn {i}"), names);
    }

    private static readonly KinEntry Martyr =
        new(KinRelation.Child, new("Trần Văn Mẫn", "Trần Văn Mẫn", 2, new(10, 20, 300, 40), 0.9, "test/1"), 2, new(10, 20, 300, 40)) { IsMartyr = true };

    [Fact]
    public async Task On_the_page_a_person_corrects_without_script()
    {
        var id = await ReadAsync(Of(
            Decision("352") with { Warnings = [new("rowsMissing", "Thiếu dòng số 3.", 2)] }, Row("Nguyễn Thị <X>", 200, "1930"), Row("Trần Văn Y", 240)) with { Kin = [Martyr] });
        var page = await PageAsync($"/documents/{id}/facts?edit=number");
        Assert.Contains("Thiếu dòng số 3.", page, StringComparison.Ordinal);
        Assert.Contains("con, liệt sĩ", page, StringComparison.Ordinal);
        Assert.Contains($"/documents/{id}?page=2&box=10,20,300,40", page, StringComparison.Ordinal);
        Assert.Contains($"/documents/{id}?page=1&box=100,100,200,30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<X>", await server.Http.GetStringAsync($"/documents/{id}/facts", Stop), StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị <X>", page, StringComparison.Ordinal);

        await PostAsync($"/documents/{id}/facts?edit=number", "edit", new() { ["Value"] = "325", ["SeenOn"] = "1", ["By"] = "Lan", ["Note"] = "" });
        await PostAsync($"/documents/{id}/facts", "field", new() { ["Decision"] = "confirm:symbol", ["By"] = "Lan" });
        var entry = (await GetAsync(id, "entries")).GetProperty("items")[1].GetProperty("id").GetGuid();
        await PostAsync($"/documents/{id}/facts", "rows", new() { ["Decision"] = $"remove:{entry:N}", ["By"] = "Lan" });
        await PostAsync($"/documents/{id}/facts?row=new", "row", new() { ["Row.name"] = "Lê Thị Z", ["SeenOn"] = "2", ["By"] = "Lan" });
        page = await PageAsync($"/documents/{id}/facts?by=Lan");
        Assert.Contains("Máy đọc: 352", page, StringComparison.Ordinal);
        Assert.Contains("Lan xác nhận Ký hiệu: QĐ-UB", page, StringComparison.Ordinal);
        Assert.Equal(["Nguyễn Thị <X>", "Lê Thị Z"], (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray().Select(NameOf));
        await PostAsync($"/documents/{id}/facts", "restore", new() { ["Decision"] = $"entry:{entry:N}", ["By"] = "Lan" });
        Assert.Equal(3, (await GetAsync(id, "entries")).GetProperty("items").GetArrayLength());

        var son = (await GetAsync(id, "kin")).GetProperty("items")[0].GetProperty("id").GetGuid();
        await PostAsync($"/documents/{id}/facts?kin={son:N}", "kin-row", new() { ["Row.name"] = "Trần Văn Mẫn", ["Row.certificateNo"] = "AB 123b", ["SeenOn"] = "2", ["By"] = "Lan" });
        await PostAsync($"/documents/{id}/facts?kin=new", "kin-row", new() { ["Row.name"] = "Nguyễn Thị Gái", ["Row.relation"] = "self", ["SeenOn"] = "2", ["By"] = "Lan" });
        await PostAsync($"/documents/{id}/facts", "kin-rows", new() { ["Decision"] = $"confirm:{son:N}", ["By"] = "Lan" });
        await PostAsync($"/documents/{id}/facts", "kin-rows", new() { ["Decision"] = $"remove:{son:N}", ["By"] = "Lan" });
        page = await PageAsync($"/documents/{id}/facts?by=Lan");
        Assert.Contains("Số bằng, số giấy chứng nhận của một người được khai: AB 123b", page, StringComparison.Ordinal);
        Assert.DoesNotContain("AB 123b</a>", page, StringComparison.Ordinal);
        await PostAsync($"/documents/{id}/facts", "restore", new() { ["Decision"] = $"kin:{son:N}", ["By"] = "Lan" });
        Assert.Contains("AB 123b</a>", await PageAsync($"/documents/{id}/facts"), StringComparison.Ordinal);
        Assert.Contains(
            "Chưa lưu: Ngày hy sinh, từ trần phải là ngày có thật",
            await PostAsync($"/documents/{id}/facts?kin={son:N}", "kin-row", new() { ["Row.name"] = "A", ["Row.deathDate"] = "Tết", ["SeenOn"] = "2", ["By"] = "Lan" }, HttpStatusCode.OK),
            StringComparison.Ordinal);

        var refused = await PostAsync($"/documents/{id}/facts?edit=issuedOn", "edit", new() { ["Value"] = "hôm qua", ["SeenOn"] = "1", ["By"] = "Lan" }, HttpStatusCode.OK);
        Assert.Contains("Chưa lưu: Ngày ban hành phải là ngày có thật", refused, StringComparison.Ordinal);
        var stale = await PostAsync($"/documents/{id}/facts", "field", new() { ["Decision"] = "confirm:number", ["By"] = "Lan", ["Seen"] = "1" }, HttpStatusCode.OK);
        Assert.Contains("Văn bản đã thay đổi từ khi trang này mở ra", stale, StringComparison.Ordinal);
    }

    private async Task<Guid> ReadAsync(DocumentReading reading)
    {
        var id = await server.AddAsync(pages: 2);
        await server.ReadAsync(id, reading);
        return id;
    }

    private Task<JsonElement> GetAsync(Guid id, string address) =>
        server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/documents/{id}/{address}".TrimEnd('/'), Stop);

    private async Task<JsonElement> PutAsync(Guid id, string address, object body)
    {
        using var answer = await SendAsync(HttpMethod.Put, id, address, body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    /// <summary>With the tag of the document as it is now; the answer has the tag of what it became.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Guid id, string address, object? body, bool check = true)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/documents/{id}/{address}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(await TagAsync(id)));
        var answer = await server.Http.SendAsync(request, Stop);
        if (check)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal(await TagAsync(id), answer.Headers.ETag?.ToString());
        }
        return answer;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Guid id, string address, object? body, string? tag)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/documents/{id}/{address}") { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await server.Http.SendAsync(request, Stop);
        return answer.StatusCode;
    }

    private async Task<string> TagAsync(Guid id) => DocumentTag((await server.Catalog.FindAsync(id, Stop))?.Version ?? 0);

    private static string DocumentTag(int version) => $"\"{version}\"";

    private async Task<(string? Name, string? Year)[]> RowsAsync(Guid id) =>
    [
        .. (await GetAsync(id, "entries")).GetProperty("items").EnumerateArray().Select(
            row => (NameOf(row), row.GetProperty("value").GetProperty("birthYear") is { ValueKind: JsonValueKind.Object } year ? Text(year, "value") : null)),
    ];

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await server.Http.GetStringAsync(address, Stop));

    private Task<string> PostAsync(string address, string form, Dictionary<string, string> values, HttpStatusCode expected = HttpStatusCode.Redirect) =>
        WebForm.PostAsync(server.Http, address, form, values, expected);

    private static JsonElement Field(JsonElement facts, string name) =>
        facts.GetProperty("facts").EnumerateArray().Single(field => field.GetProperty("field").GetString() == name);

    private static JsonElement Effective(JsonElement facts, string name) => Assert.Single(Field(facts, name).GetProperty("effective").EnumerateArray());

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static string? NameOf(JsonElement row) => Text(row.GetProperty("value").GetProperty("name"), "value");

    private static string? First(JsonElement change, string name) => Text(change.GetProperty(name)[0], "value");

    private static string? Named(JsonElement change, string name) =>
        change.GetProperty(name) is { ValueKind: JsonValueKind.Object } row ? Text(row.GetProperty("name"), "value") : null;
}
