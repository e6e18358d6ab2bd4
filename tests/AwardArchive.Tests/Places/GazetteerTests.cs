using System.Text;
using AwardArchive.Archive;
using AwardArchive.Places;
using AwardArchive.Vietnamese;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Places;

public sealed class GazetteerTests : IDisposable
{
    private const string Before = """
        [{"Code":"45","FullName":"Tỉnh Quảng Trị","District":[
          {"Code":"466","FullName":"Huyện Gio Linh","ProvinceCode":"45","Ward":[
            {"Code":"19495","FullName":"Thị trấn Gio Linh","DistrictCode":"466"},{"Code":"19500","FullName":"Xã Tân Thành","DistrictCode":"466"}]},
          {"Code":"465","FullName":"Huyện Hướng Hóa","ProvinceCode":"45","Ward":[{"Code":"19430","FullName":"Xã Tân Thành","DistrictCode":"465"}]},
          {"Code":"471","FullName":"Huyện Cồn Cỏ","ProvinceCode":"45","Ward":null}]},
         {"Code":"35","FullName":"Tỉnh Hà Nam","District":[
          {"Code":"350","FullName":"Huyện Lý Nhân","ProvinceCode":"35","Ward":[{"Code":"13600","FullName":"Thị trấn Gio Linh","DistrictCode":"350"}]}]}]
        """;

    private const string After = """
        [{"Code":"44","FullName":"Tỉnh Quảng Trị","Wards":[
          {"Code":"19495","FullName":"Xã Gio Linh","ProvinceCode":"44"},{"Code":"19742","FullName":"Đặc khu Cồn Cỏ","ProvinceCode":"44"}]}]
        """;

    private const string Merges = """
        [{"ma":"44","ten":"Tỉnh Quảng Trị","magoc":"0","malk":"x","truocsapnhap":"tỉnh Quảng Bình và tỉnh Quảng Trị"},
         {"ma":"19495","ten":"Xã Gio Linh","magoc":"44","malk":"x","truocsapnhap":"Thị trấn Gio Linh, Xã Tân Thành, Xã Không Có (phần còn lại)"},
         {"ma":"19742","ten":"Đặc khu Cồn Cỏ","magoc":"44","malk":"x","truocsapnhap":"Huyện Cồn Cỏ"}]
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Without_lists_the_places_of_the_library_are_known()
    {
        using var gazetteer = Open();
        Assert.Same(PlaceHistory.BuiltIn.Places[0], (await gazetteer.HistoryAsync(Token)).Places[0]);
        Assert.Empty((await gazetteer.StatusAsync(Token)).Imports);
    }

    [Fact]
    public async Task A_commune_leads_to_what_it_was_made_of_whatever_the_order_of_the_imports()
    {
        foreach (var lists in new[] { new[] { Before, After, Merges }, [Merges, After, Before] })
        {
            using (var importing = Open())
            {
                foreach (var list in lists) await importing.ImportAsync(Write(list), "Nghị quyết 1680/NQ-UBTVQH15", Token);
            }
            using var gazetteer = Open(); // a later process
            var links = (await gazetteer.HistoryAsync(Token)).Expand("xã Gio Linh", PlaceRelations.MadeOf);
            Assert.Equal(
                ["thị trấn Gio Linh, huyện Gio Linh", "xã Tân Thành, huyện Gio Linh", "xã Không Có, *"],
                (await gazetteer.HistoryAsync(Token)).Related((await gazetteer.HistoryAsync(Token)).ByCode(PlaceLevel.Commune, "19495", VietnameseDate.Of(2025, 7, 1))[0])
                    .Select(link => $"{link.Place}, {link.Place.Above}{(link.IsPartial ? "*" : "")}"));
            Assert.Equal(["Tân Thành", "Không Có"], links.Select(link => link.Place.Name));
            Assert.All(links, link => Assert.Equal(
                ("Nghị quyết 1680/NQ-UBTVQH15: Thị trấn Gio Linh, Xã Tân Thành, Xã Không Có (phần còn lại)", PlaceEvidence.Seen), (link.Change.Source, link.Evidence)));
            var status = await gazetteer.StatusAsync(Token);
            Assert.Equal((3, 1), (status.Imports.Count, status.Unresolved));
        }
    }

    [Fact]
    public async Task Units_that_the_library_knows_are_not_doubled()
    {
        using var gazetteer = Open();
        await gazetteer.ImportAsync(Write(Before), null, Token);
        Assert.Single((await gazetteer.HistoryAsync(Token)).Search("huyện Hướng Hóa"), place => place.Code == "465");
    }

    [Fact]
    public async Task A_list_takes_the_place_of_the_one_of_its_kind()
    {
        using var gazetteer = Open();
        await gazetteer.ImportAsync(Write(After), null, Token);
        Assert.NotEmpty((await gazetteer.HistoryAsync(Token)).Search("xã Gio Linh"));
        await gazetteer.ImportAsync(Write(After.Replace("Xã Gio Linh", "Xã Cửa Việt", StringComparison.Ordinal)), null, Token);
        var history = await gazetteer.HistoryAsync(Token);
        Assert.DoesNotContain(history.Search("xã Gio Linh"), place => place.Level == PlaceLevel.Commune);
        Assert.Equal("list.json", Assert.Single((await gazetteer.StatusAsync(Token)).Imports).Source);
    }

    [Theory]
    [InlineData("", "not JSON: line 1")]
    [InlineData("[{\"Code\":\n\"45\"", "not JSON: line 2")]
    [InlineData("{}", "must be a JSON list")]
    [InlineData("[]", "must be a JSON list")]
    [InlineData("[1]", "must be a JSON list")]
    [InlineData("""[{"name":"x"}]""", "neither District")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","District":[{"Code":"4","Ward":null}]}]""", "$[0].District[0]: FullName is missing")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","Wards":[{"Code":"x1","FullName":"Xã B"}]}]""", "$[0].Wards[0]: Code is not made of digits")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh \ud800","Wards":[]}]""", "$[0]: FullName is missing")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","Wards":"no"}]""", "$[0].Wards must be a list")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","Wards":[7]}]""", "$[0].Wards[0] must be an object")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","Wards":[]}]""", "no commune")]
    [InlineData("""[{"Code":"45","FullName":"Tỉnh A","Wards":[{"Code":"1","FullName":"Xã B"},{"Code":"1","FullName":"Xã C"}]}]""", "The code 1 stands twice: Xã B, Xã C")]
    [InlineData("""[{"ma":"1","ten":"Xã B","magoc":"45","truocsapnhap":"Xã A"},{"ma":"2","magoc":"45","truocsapnhap":"Xã A"}]""", "$[1]: ten is missing")]
    public async Task A_wrong_file_is_refused_by_what_is_wrong_and_the_old_list_stays(string content, string reason)
    {
        using var gazetteer = Open();
        await gazetteer.ImportAsync(Write(After), null, Token);
        var refused = await Assert.ThrowsAsync<GazetteerFileException>(() => gazetteer.ImportAsync(Write(content), null, Token));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("list.json: ", refused.Message, StringComparison.Ordinal);
        using var later = Open();
        Assert.NotEmpty((await later.HistoryAsync(Token)).Search("xã Gio Linh"));
    }

    [Fact]
    public void No_damage_to_a_file_does_more_than_refuse_it() =>
        Gen.Select(Gen.OneOf(Before, After, Merges), Gen.Int[0, 2000], Gen.Char.Array[0, 4], Gen.Int[0, 8]).Sample((list, at, inserted, removed) =>
        {
            at = Math.Min(at, list.Length);
            removed = Math.Min(removed, list.Length - at);
            var damaged = list[..at] + new string(inserted) + list[(at + removed)..];
            try
            {
                using var file = new MemoryStream(Encoding.UTF8.GetBytes(damaged));
                var (kind, units, merges) = GazetteerFile.Read(file);
                _ = GazetteerBuilder.Build(new([new(kind, "list.json", "", default, "list", units, merges)]));
            }
            catch (GazetteerFileException)
            {
                // refused, with its reason
            }
        }, iter: 300);

    [Fact]
    public async Task Damaged_lists_leave_the_places_of_the_library_and_can_be_imported_again()
    {
        using (var importing = Open()) await importing.ImportAsync(Write(After), null, Token);
        var stored = Assert.Single(Directory.GetFiles(folder.File("data"), "gazetteer.json.gz", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(stored, "no gzip", Token);

        using var gazetteer = Open();
        Assert.NotEmpty((await gazetteer.HistoryAsync(Token)).Search("Quảng Trị"));
        await Assert.ThrowsAsync<InvalidDataException>(() => gazetteer.StatusAsync(Token));
        await gazetteer.ImportAsync(Write(After), null, Token);
        Assert.Single((await gazetteer.StatusAsync(Token)).Imports);
    }

    [Fact]
    public async Task The_public_lists_give_nearly_every_commune_its_parts()
    {
        Assert.SkipWhen(PublicLists.Folder is null, PublicLists.Absent);
        using var gazetteer = Open();
        foreach (var list in Directory.GetFiles(PublicLists.Folder!, "*.json")) await gazetteer.ImportAsync(list, null, Token);
        var history = await gazetteer.HistoryAsync(Token);
        var communes = history.Places.Where(place => place.Level == PlaceLevel.Commune && place.ExistedOn(VietnameseDate.Of(2025, 7, 1)!.Value) && place.From is not null).ToList();
        Assert.Equal(3321, communes.Count);
        Assert.True(communes.Count(commune => history.Related(commune).Count == 0) <= 10);
        Assert.True((await gazetteer.StatusAsync(Token)).Unresolved <= 200);
        Assert.Equal(["Thanh Trạch", "Hạ Mỹ", "Liên Trạch"], history.Expand("xã Bắc Trạch").Select(link => link.Place.Name));
        var mention = Assert.Single(history.Find("quê xã Tân Hợp, huyện Hướng Hóa"), found => found.Places[0].Level == PlaceLevel.Commune);
        Assert.Equal("huyện Hướng Hóa", Assert.Single(mention.Places).Above!.ToString());
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Gazetteer Open()
    {
        var options = Options.Create(new ArchiveOptions { DataFolder = folder.File("data") });
        return new(new LocalFolderObjectStore(options), options, TimeProvider.System, NullLogger<Gazetteer>.Instance);
    }

    private string Write(string list)
    {
        var path = folder.File("list.json");
        File.WriteAllText(path, list, Encoding.UTF8);
        return path;
    }
}
