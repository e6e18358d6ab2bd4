using System.Text.Json;

namespace AwardArchive.Tests;

/// <summary>A real document as scans, when the samples lie beside the checkout (<c>../shared/samples</c>).</summary>
public sealed class SampleTests
{
    private static readonly string? Samples = Find();

    [Fact]
    public async Task The_real_plan_is_found_first_with_and_without_marks_and_by_its_number()
    {
        Assert.SkipWhen(Samples is null, "The real scans (../shared/samples) are not beside this checkout.");
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var ingested = await ArchiveProgram.RunAsync("ingest", Samples!, "--data", data, "--wait", "--json");
        Assert.Equal((0, ""), (ingested.ExitCode, ingested.Errors));
        var plans = ingested.Lines.Select(Parse).Where(o => Text(o, "outcome") == "accepted").ToList();
        Assert.Equal(3, plans.Count);
        Assert.All(plans, plan => Assert.Equal(("Ready", 6), (Text(plan, "status"), plan.GetProperty("pages").GetInt32())));

        // The title of honor stands on pages 3 and 5 of the plan, its number on page 1.
        await AssertFoundAsync(data, "bà mẹ việt nam anh hùng", plans, 3, 5);
        await AssertFoundAsync(data, "ba me viet nam anh hung", plans, 3, 5);
        await AssertFoundAsync(data, "26/KH-UBND", plans, 1);
    }

    private static async Task AssertFoundAsync(string data, string query, IReadOnlyList<JsonElement> plans, params int[] pages)
    {
        var found = await ArchiveProgram.RunAsync("search", query, "--data", data, "--json");
        Assert.Equal(0, found.ExitCode);
        Assert.Equal(plans.Count, found.Lines.Count);
        Assert.Equal(plans.Select(plan => Text(plan, "id")).Order(), found.Lines.Select(line => Text(Parse(line), "documentId")).Order());
        foreach (var hit in found.Lines.Select(Parse))
            Assert.Equal(pages, hit.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("number").GetInt32()).Order().Intersect(pages));
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? Find()
    {
        for (var folder = Path.GetDirectoryName(AppContext.BaseDirectory); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var samples = Path.Combine(folder, "shared", "samples");
            if (File.Exists(Path.Combine(folder, "AwardArchive.sln"))) samples = Path.Combine(Path.GetDirectoryName(folder)!, "shared", "samples");
            if (Directory.Exists(samples)) return samples;
        }
        return null;
    }
}
