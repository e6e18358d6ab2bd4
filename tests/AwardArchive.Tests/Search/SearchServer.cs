using AwardArchive.Archive;
using AwardArchive.Tests.Indexing;
using AwardArchive.Tests.Viewing;

namespace AwardArchive.Tests.Search;

/// <summary>The real service on a free port, with three papers in it.</summary>
public sealed class SearchServer : IAsyncLifetime
{
    private readonly QuietServer server = new();

    public HttpClient Http => server.Http;

    public IReadOnlyList<Guid> Papers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        Document[] papers =
        [
            SearchableArchive.NewDocument("Bà mẹ Việt Nam anh hùng <script>", "mẹ Suốt"),
            SearchableArchive.NewDocument("Huân chương kháng chiến, mẹ"),
            SearchableArchive.NewDocument("Huy chương kháng chiến, mẹ"),
        ];
        papers[0].Facts = DocumentFacts.None with { Kind = FactOf("Quyết định"), Number = FactOf("12"), Symbol = FactOf("QĐ-CTN"), IssuedOn = FactOf("1994-08") };
        foreach (var paper in papers) await server.Catalog.AddDocumentAsync(paper, CancellationToken.None);
        await server.FollowAsync();
        Papers = [.. papers.Select(paper => paper.Id)];
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "test/1");
}
