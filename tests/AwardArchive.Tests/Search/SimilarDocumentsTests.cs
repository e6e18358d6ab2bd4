using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

public sealed class SimilarDocumentsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_that_share_telling_words_are_alike()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var decision = await archive.AddAsync(["Quyết định tặng Huân chương Độc lập cho gia đình liệt sĩ xã Vĩnh Mốc"]);
        var list = await archive.AddAsync(["Danh sách gia đình liệt sĩ xã Vĩnh Mốc được tặng Huân chương Độc lập"]);
        var other = await archive.AddAsync(["Quyết định về việc nghỉ tết của cơ quan"]);
        for (var i = 0; i < 5; i++) await archive.AddAsync([$"Quyết định số {i} về việc nâng lương cán bộ cơ quan"]);
        await archive.SearchAsync("tết");
        var similar = await archive.Similar.FindAsync(decision, 10, Stop);
        Assert.Equal(list, similar!.Items[0].DocumentId);
        Assert.DoesNotContain(similar.Items, item => item.DocumentId == decision || item.DocumentId == other);
    }

    [Fact]
    public async Task There_may_be_no_such_paper_or_nothing_alike()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var only = await archive.AddAsync(["một mình"]);
        var empty = await archive.AddAsync([""]);
        await archive.SearchAsync("mình");
        Assert.Null(await archive.Similar.FindAsync(Guid.NewGuid(), 10, Stop));
        Assert.Empty((await archive.Similar.FindAsync(only, 10, Stop))!.Items);
        Assert.Empty((await archive.Similar.FindAsync(empty, 10, Stop))!.Items);
        await archive.Catalog.WithdrawAsync(only, "nhầm", Stop);
        Assert.Null(await archive.Similar.FindAsync(only, 10, Stop));
    }
}
