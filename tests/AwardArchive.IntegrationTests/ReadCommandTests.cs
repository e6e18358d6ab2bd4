using System.Text.Json;
using AwardArchive.Demo;

namespace AwardArchive.Tests;

/// <summary><c>read</c> as scripts and people meet it.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_paper_is_read_without_an_archive_into_the_shape_that_programs_expect()
    {
        var scan = MakeScan(DemoKind.Letter);
        var result = await ArchiveProgram.RunAsync("read", scan.Path, "--json", "--data", folder.File("data"));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var paper = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        Assert.Equal(
            ["file", "kind", "number", "symbol", "issuedOn", "place", "issuer", "summary", "signer", "signerTitle", "award", "awardClass", "recipients", "children"],
            paper.EnumerateObject().Select(property => property.Name));
        var facts = scan.Truth.Facts;
        Assert.Equal(
            (Path.GetFileName(scan.Path), facts.Kind, facts.Number, facts.Symbol, facts.IssuedOn, facts.Issuer, facts.Summary, facts.Signer, facts.SignerTitle),
            (Text("file"), Text("kind"), Text("number"), Text("symbol"), Text("issuedOn"), Text("issuer"), Text("summary"), Text("signer"), Text("signerTitle")));
        Assert.Equal(JsonValueKind.Null, paper.GetProperty("awardClass").ValueKind);
        Assert.Equal(0, paper.GetProperty("children").GetArrayLength());
        Assert.False(Directory.Exists(folder.File("data")));

        string? Text(string name) => paper.GetProperty(name).GetString();
    }

    [Fact]
    public async Task For_a_person_it_is_said_in_words_and_what_the_paper_does_not_say_is_left_out()
    {
        var scan = MakeScan(DemoKind.Letter);
        var result = await ArchiveProgram.RunAsync("read", scan.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Số, ký hiệu: {scan.Truth.Facts.Number}/{scan.Truth.Facts.Symbol}", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Người ký: {scan.Truth.Facts.Signer}, {scan.Truth.Facts.SignerTitle}", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Các con", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_costs_no_other_and_is_named()
    {
        var scan = MakeScan(DemoKind.Letter);
        await File.WriteAllTextAsync(folder.File("note.pdf"), "không phải PDF", Stop);
        var result = await ArchiveProgram.RunAsync("read", folder.File("note.pdf"), scan.Path, "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(Path.GetFileName(scan.Path), JsonDocument.Parse(Assert.Single(result.Lines)).RootElement.GetProperty("file").GetString());
        Assert.Contains("note.pdf", result.Errors, StringComparison.Ordinal);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("read")).ExitCode);
    }

    /// <summary>With its text inside: what is tested here is the command.</summary>
    private DemoDocument MakeScan(DemoKind kind)
    {
        var set = new DemoSet([new(kind, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 3)]);
        return Assert.Single(DemoGenerator.Generate(set, folder.File("scans"), Stop));
    }
}
