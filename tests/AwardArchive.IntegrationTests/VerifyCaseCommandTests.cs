using System.Text.Json;

namespace AwardArchive.Tests;

/// <summary>Verdicts at the terminal, as scripts meet them.</summary>
public sealed class VerifyCaseCommandTests : IDisposable
{
    private const string Only = """
        {"asOf":"2015-02-10","listComplete":true,"betrayal":false,"prison":false,"enemySideRelative":false,
         "children":[{"relation":"birth","relationProved":true,"martyrCertificate":"seen"}]}
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_case_gets_its_verdict_in_words_and_as_json()
    {
        var json = await ArchiveProgram.RunAsync("verify-mother", Write("case.json", Only), "--json");
        Assert.Equal((0, ""), (json.ExitCode, json.Errors));
        var verdict = JsonDocument.Parse(Assert.Single(json.Lines)).RootElement;
        Assert.Equal(("eligible", "c"), (verdict.GetProperty("result").GetString(), verdict.GetProperty("cases")[0].GetString()));

        // A verdict that cannot be given is one as well.
        var words = await ArchiveProgram.RunAsync("verify-mother", Write("case.json", Only.Replace("\"seen\"", "\"claimed\"", StringComparison.Ordinal)));
        Assert.Equal(0, words.ExitCode);
        Assert.Contains("chưa đủ chứng cứ", words.Output, StringComparison.Ordinal);
        Assert.Contains("children[0].martyrCertificate", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_case_is_refused_by_name_and_wrong_usage_as_such()
    {
        var refused = await ArchiveProgram.RunAsync("verify-mother", Write("case.json", Only.Replace("\"seen\"", "\"lost\"", StringComparison.Ordinal)), "--json");
        Assert.Equal((1, "", "children[0].martyrCertificate: phải là một trong: seen, claimed, none, revoked.\n"), (refused.ExitCode, refused.Output, refused.Errors));
        Assert.Equal(64, (await ArchiveProgram.RunAsync("verify-mother")).ExitCode);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("verify-mother", "--schema", "other")).ExitCode);
    }

    [Fact]
    public async Task Schemas_are_printed()
    {
        foreach (var (verb, which, member) in new[] { ("verify-mother", "case", "asOf"), ("verify-mother", "result", "cases"), ("verify-named", "case", "person") })
        {
            var printed = await ArchiveProgram.RunAsync(verb, "--schema", which);
            Assert.Equal(0, printed.ExitCode);
            Assert.True(JsonDocument.Parse(printed.Output).RootElement.GetProperty("properties").TryGetProperty(member, out _));
        }
    }

    [Fact]
    public async Task A_list_becomes_a_table_and_rows_without_a_verdict_need_attention()
    {
        var list = Write("mothers.csv", "mother,asOf,children[0].martyrCertificate\nMẹ A,2015-02-10,none\nMẹ B,1990-01-01,seen\n");
        var judged = await ArchiveProgram.RunAsync("verify-mothers", list);
        Assert.Equal(2, judged.ExitCode);
        Assert.Contains("1,Mẹ A,notEligible", judged.Output, StringComparison.Ordinal);
        Assert.Contains("2,Mẹ B,,", judged.Output, StringComparison.Ordinal);
        Assert.Contains("asOf: ", judged.Output, StringComparison.Ordinal);
        var lines = (await ArchiveProgram.RunAsync("verify-mothers", list, "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal("notEligible", lines[0].GetProperty("verdict").GetProperty("result").GetString());
        Assert.Equal("asOf", lines[1].GetProperty("problems")[0].GetProperty("input").GetString());
    }

    [Fact]
    public async Task A_person_is_looked_for_among_entries()
    {
        var named = await ArchiveProgram.RunAsync("verify-named", Write("named.json", """
            {"asOf":"2026-03-01","person":{"name":"Nguyễn Thị Hòa","birthYear":1931},"searchComplete":true,
             "entries":[{"award":"Huy chương Kháng chiến hạng Nhất","name":"Nguyễn Thị Hoà","birthYear":1931}]}
            """), "--json");
        Assert.Equal("named", JsonDocument.Parse(named.Output).RootElement.GetProperty("result").GetString());
    }

    public void Dispose() => folder.Dispose();

    private string Write(string name, string text)
    {
        var path = folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}
