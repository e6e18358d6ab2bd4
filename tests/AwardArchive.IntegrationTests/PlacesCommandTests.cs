using System.Text.Json;

namespace AwardArchive.Tests;

/// <summary>Lists of places in, old and new names out, as scripts meet it.</summary>
public sealed class PlacesCommandTests : IDisposable
{
    private const string After = """
        [{"Code":"44","FullName":"Tỉnh Quảng Trị","Wards":[{"Code":"19495","FullName":"Xã Gio Linh","ProvinceCode":"44"}]}]
        """;

    private const string Merges = """
        [{"ma":"19495","ten":"Xã Gio Linh","magoc":"44","truocsapnhap":"Thị trấn Gio Linh, Xã Gio Quang"}]
        """;

    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data");

    [Fact]
    public async Task Imported_lists_tell_what_a_commune_was_made_of_with_the_source()
    {
        Assert.Equal(0, (await ArchiveProgram.RunAsync("places", "import", Write(After), "--data", Data)).ExitCode);
        var imported = await ArchiveProgram.RunAsync("places", "import", Write(Merges), "--source", "Nghị quyết 1680/NQ-UBTVQH15", "--data", Data, "--json");
        Assert.Equal((0, "merges2025"), (imported.ExitCode, Parse(imported).GetProperty("kind").GetString()));

        var found = Parse(await ArchiveProgram.RunAsync("places", "search", "xa gio linh", "--data", Data, "--json"));
        Assert.Equal("tỉnh Quảng Trị", found.GetProperty("place").GetProperty("above").GetString());
        var links = found.GetProperty("links").EnumerateArray().Select(link => (
            link.GetProperty("relation").GetString(), link.GetProperty("place").GetProperty("name").GetString(), link.GetProperty("source").GetString()));
        const string Source = "Nghị quyết 1680/NQ-UBTVQH15: Thị trấn Gio Linh, Xã Gio Quang";
        Assert.Equal([("madeOf", "Gio Linh", Source), ("madeOf", "Gio Quang", Source)], links);

        var status = Parse(await ArchiveProgram.RunAsync("places", "status", "--data", Data, "--json"));
        Assert.Equal(2, status.GetProperty("imports").GetArrayLength());

        var provinces = await ArchiveProgram.RunAsync("places", "list", "--on", "2025-07-02", "--data", Data, "--json");
        Assert.Equal(34, provinces.Lines.Select(line => JsonDocument.Parse(line).RootElement).Count(place => place.GetProperty("code").GetString() is not null));
    }

    [Fact]
    public async Task A_wrong_list_is_refused_with_its_reason_and_changes_nothing()
    {
        await ArchiveProgram.RunAsync("places", "import", Write(After), "--data", Data);
        var refused = await ArchiveProgram.RunAsync("places", "import", Write(After.Replace("Xã Gio Linh", "", StringComparison.Ordinal)), "--data", Data);
        Assert.Equal((1, "", "list.json: $[0].Wards[0]: FullName is missing.\n"), (refused.ExitCode, refused.Output, refused.Errors));
        Assert.Equal(64, (await ArchiveProgram.RunAsync("places", "list", "--on", "yesterday", "--data", Data)).ExitCode);
        Assert.Equal(1, Parse(await ArchiveProgram.RunAsync("places", "status", "--data", Data, "--json")).GetProperty("imports").GetArrayLength());
    }

    public void Dispose() => folder.Dispose();

    private static JsonElement Parse(CommandResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        return JsonDocument.Parse(result.Lines[0]).RootElement;
    }

    private string Write(string list)
    {
        var path = folder.File("list.json");
        File.WriteAllText(path, list);
        return path;
    }
}
