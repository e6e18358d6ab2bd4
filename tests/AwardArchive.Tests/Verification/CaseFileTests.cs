using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;
using AwardArchive.Verification.ResistanceAward;

namespace AwardArchive.Tests.Verification;

/// <summary>Case files and their published schema: one says what the other reads.</summary>
public sealed class CaseFileTests
{
    private const string Whole = """
        {"asOf":"2015-02-10","listComplete":true,
         "children":[{"relation":"birth","relationProved":true,"martyrCertificate":"seen","invalidPercent":81.5,"invalidCertificate":"claimed",
                      "diedMinorBeforeMartyrJoined":false,"diedAdult":true,"stepmotherRule":null},
                     {"relation":"step","stepmotherRule":"notMet","martyrCertificate":"revoked"}],
         "husbands":[{"martyrCertificate":"none","remarriedAfter":null,"careConfirmed":false}],
         "self":{"martyrCertificate":"claimed","invalidPercent":null,"invalidCertificate":"none"},
         "betrayal":false,"prison":null,"enemySideRelative":true}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_case_is_read_as_written()
    {
        var mother = await ReadAsync(Whole);
        Assert.Equal(new ChildClaim(Relation.Birth, true, MartyrCertificate.Seen, 81.5m, SeenCertificate.Claimed, false, true), mother.Children[0]);
        Assert.Equal(new ChildClaim(Relation.Step, StepmotherRule: StepmotherRule.NotMet, MartyrCertificate: MartyrCertificate.Revoked), mother.Children[1]);
        Assert.Equal([new(MartyrCertificate.None, null, false)], mother.Husbands);
        Assert.Equal(new SelfClaim(MartyrCertificate.Claimed, null, SeenCertificate.None), mother.Self);
        Assert.Equal((new DateOnly(2015, 2, 10), true, false, null, true), (mother.AsOf, mother.ListComplete, mother.Betrayal, mother.Prison, mother.EnemySideRelative));
    }

    [Fact]
    public async Task What_is_absent_is_unknown()
    {
        var mother = await ReadAsync("\uFEFF{\"asOf\":\"2015-02-10\",\"children\":[{}]}");
        Assert.Equal(new ChildClaim(), Assert.Single(mother.Children));
        Assert.Equal((null, null, null, null, null, null), (mother.ListComplete, mother.Husbands, mother.Self, mother.Betrayal, mother.Prison, mother.EnemySideRelative));
    }

    [Theory]
    [InlineData("\"2015-02-10\"", "\"2015-02-30\"", "asOf")]
    [InlineData("\"2015-02-10\"", "\"hôm qua\"", "asOf")]
    [InlineData("\"2015-02-10\"", "\"10/02/2015\"", "asOf")]
    [InlineData("\"asOf\":\"2015-02-10\",", "", "asOf")]
    [InlineData("\"2015-02-10\"", "null", "asOf")]
    [InlineData("81.5", "-1", "children[0].invalidPercent")]
    [InlineData("81.5", "140", "children[0].invalidPercent")]
    [InlineData("81.5", "1e400", "children[0].invalidPercent")]
    [InlineData("81.5", "\"81\"", "children[0].invalidPercent")]
    [InlineData("\"seen\"", "\"Seen\"", "children[0].martyrCertificate")]
    [InlineData("\"seen\"", "\"seen,claimed\"", "children[0].martyrCertificate")]
    [InlineData("\"seen\"", "0", "children[0].martyrCertificate")]
    [InlineData("\"none\",\"remarriedAfter\"", "\"lost\",\"remarriedAfter\"", "husbands[0].martyrCertificate")]
    [InlineData("\"betrayal\":false", "\"betrayal\":\"no\"", "betrayal")]
    [InlineData("\"betrayal\":false", "\"betrayed\":false", "betrayed")]
    [InlineData("\"diedAdult\":true", "\"dead\":true", "children[0].dead")]
    [InlineData("\"betrayal\":false", "\"betrayal\":false,\"betrayal\":true", "betrayal")]
    [InlineData("\"relation\":\"step\"", "\"relation\":\"step\",\"relation\":\"birth\"", "children[1].relation")]
    [InlineData("\"listComplete\":true", "\"ListComplete\":true", "ListComplete")]
    [InlineData("{\"relation\":\"step\"", "null,{\"relation\":\"step\"", "children[1]")]
    public async Task Each_bad_input_is_named_by_the_reader_and_the_schema(string good, string bad, string input)
    {
        var text = Whole.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Whole, text);
        var problem = Assert.Single((await Assert.ThrowsAsync<BadCaseException>(() => ReadAsync(text))).Problems);
        Assert.Equal(input, problem.Input);
        Assert.True(problem.Why.Length > 5);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var text = """{"asOf":"x","children":[{"relation":"son"},{"invalidPercent":101}],"mother":"A"}""";
        Assert.Equal(
            ["asOf", "children[0].relation", "children[1].invalidPercent", "mother"],
            (await Assert.ThrowsAsync<BadCaseException>(() => ReadAsync(text))).Problems.Select(problem => problem.Input));
    }

    [Fact]
    public async Task Two_hundred_children_are_a_mistake()
    {
        Assert.Equal(60, (await ReadAsync(Many(60))).Children.Count);
        foreach (var count in new[] { 61, 200 })
        {
            var problem = Assert.Single((await Assert.ThrowsAsync<BadCaseException>(() => ReadAsync(Many(count)))).Problems);
            Assert.Equal(("children", $"có {count} mục, nhiều nhất là 60."), (problem.Input, problem.Why));
        }

        static string Many(int count) => $$"""{"asOf":"2015-02-10","children":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]}""";
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"asOf\":\"2015-02-10\",\"children\":[]} {}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"asOf\":\"\\ud800\",\"children\":[]}")]
    public async Task What_is_no_case_is_told(string text) =>
        Assert.NotEmpty(Assert.Single((await Assert.ThrowsAsync<BadCaseException>(() => ReadAsync(text))).Problems).Why);

    [Fact]
    public async Task A_huge_file_is_not_read() =>
        Assert.Contains("KB", (await Assert.ThrowsAsync<BadCaseException>(() => ReadAsync(new string(' ', CaseFile.MaxBytes + 1)))).Message, StringComparison.Ordinal);

    /// <summary>Every input, every word: a case written from the schema alone is read back as the schema says.</summary>
    [Fact]
    public void Whatever_the_schema_allows_is_read()
    {
        var schema = CaseSchema.Of<MotherCase>();
        for (var variant = 0; variant < 4; variant++)
        {
            var written = Sample(schema, variant);
            var read = JsonSerializer.SerializeToNode(CaseFile.Of<MotherCase>(written), CaseSchema.Strict);
            Assert.True(JsonNode.DeepEquals(written, read), $"{written}\n{read}");
        }
    }

    [Fact]
    public void The_published_schemas_have_the_published_names_and_words()
    {
        Assert.Equal(
            "asOf children listComplete husbands self betrayal prison enemySideRelative", Names(CaseSchema.Of<MotherCase>()));
        var child = CaseSchema.Of<MotherCase>()["properties"]!["children"]!["items"]!.AsObject();
        Assert.Equal(
            "relation relationProved martyrCertificate invalidPercent invalidCertificate diedMinorBeforeMartyrJoined diedAdult stepmotherRule", Names(child));
        Assert.Equal("birth adopted step null", Words(child, "relation"));
        Assert.Equal("seen claimed none revoked null", Words(child, "martyrCertificate"));
        Assert.Equal("seen claimed none null", Words(child, "invalidCertificate"));
        Assert.Equal("met notMet null", Words(child, "stepmotherRule"));
        Assert.Equal((0, 100), (child["properties"]!["invalidPercent"]!["minimum"]!.GetValue<int>(), child["properties"]!["invalidPercent"]!["maximum"]!.GetValue<int>()));
        Assert.Equal("asOf children", string.Join(' ', CaseSchema.Of<MotherCase>()["required"]!.AsArray()));
        Assert.False(child["additionalProperties"]!.GetValue<bool>());

        var verdict = CaseSchema.Of<MotherVerdict>();
        Assert.Equal("result cases law articles missing questions explanation", Names(verdict));
        Assert.Equal("eligible notEligible excluded notEnoughEvidence refer", Words(verdict, "result"));
        Assert.Equal("asOf person entries searchComplete", Names(CaseSchema.Of<NamedCase>()));

        static string Names(JsonObject schema) => string.Join(' ', schema["properties"]!.AsObject().Select(member => member.Key));
        static string Words(JsonObject schema, string name) =>
            string.Join(' ', schema["properties"]![name]!["enum"]!.AsArray().Select(word => word?.GetValue<string>() ?? "null"));
    }

    [Fact]
    public void Every_verdict_is_of_its_schema()
    {
        var schema = CaseSchema.Of<MotherVerdict>();
        foreach (var (children, self) in new[] { ("2×M", "–"), ("M m? ka", "list?"), ("2×M", "prison"), ("2×M", "enemy"), ("o", "–") })
        {
            var verdict = JsonSerializer.SerializeToElement(HeroicMotherRules.Judge(CaseNotation.Parse(new(2015, 2, 10), children, "–", self)), CaseSchema.Strict);
            Assert.Empty(SchemaCheck.Problems(verdict, schema));
        }
    }

    private static JsonNode? Sample(JsonNode schema, int variant)
    {
        var types = (schema["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>()) : schema["type"] is { } type ? [type.GetValue<string>()] : []).ToList();
        if (schema["enum"] is JsonArray words) return words[variant % words.Count]?.DeepClone();
        if (variant == 3 && types.Contains("null")) return null;
        if (schema["properties"] is JsonObject members) return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Sample(member.Value!, variant))));
        if (schema["items"] is { } items) return new JsonArray([.. Enumerable.Range(0, variant).Select(at => Sample(items, at))]);
        if (schema["format"] is not null) return new DateOnly(2015, 2, 10).AddDays(variant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (types.Contains("boolean")) return variant % 2 == 0;
        Assert.Contains("number", types);
        return JsonNode.Parse((variant * 33.25m).ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<MotherCase> ReadAsync(string text)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await CaseFile.ReadAsync<MotherCase>(json, Stop);
    }
}
