using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Viewing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Setup.Commands;

/// <summary>How far documents have come.</summary>
/// <param name="PagesDone">Of all of them, recognized or parked.</param>
/// <param name="Statuses">Of those that have come to rest: Ready, NeedsAttention or Withdrawn.</param>
internal sealed record WatchedDocuments(int PagesDone, IReadOnlyDictionary<Guid, string> Statuses);

/// <summary>Follows documents to their end.</summary>
internal interface IDocumentWatch
{
    Task<WatchedDocuments> LookAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Ends when what has come to rest can be searched.</summary>
    Task WaitUntilSearchableAsync(CancellationToken cancellationToken);
}

/// <summary>In the archive of this process.</summary>
internal sealed class LocalDocumentWatch(IDbContextFactory<CatalogDbContext> contexts, IndexFollower index) : IDocumentWatch
{
    public async Task<WatchedDocuments> LookAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var statuses = await db.Documents
            .Where(d => ids.Contains(d.Id) && d.Status >= DocumentStatus.Ready)
            .ToDictionaryAsync(d => d.Id, d => d.Status.ToString(), cancellationToken);
        var pages = await db.Pages.CountAsync(p => ids.Contains(p.DocumentId) && p.Status != PageStatus.Waiting, cancellationToken);
        return new(pages, statuses);
    }

    public Task WaitUntilSearchableAsync(CancellationToken cancellationToken) => index.FlushAsync(cancellationToken);
}

/// <summary>In a server's archive.</summary>
internal sealed class ServerDocumentWatch(HttpClient http) : IDocumentWatch
{
    private readonly Dictionary<Guid, DocumentResponse> atRest = [];

    public async Task<WatchedDocuments> LookAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var pages = 0;
        foreach (var id in ids)
        {
            var document = atRest.GetValueOrDefault(id)
                ?? await http.GetFromJsonAsync<DocumentResponse>(new Uri($"api/v1/documents/{id}", UriKind.Relative), cancellationToken);
            pages += document!.Pages.Count(p => p.Status != PageStatus.Waiting);
            if (document.Status >= DocumentStatus.Ready) atRest[id] = document;
        }
        return new(pages, atRest.ToDictionary(d => d.Key, d => d.Value.Status.ToString()));
    }

    /// <summary>A server's index follows within a second; nothing here can tell more exactly.</summary>
    public Task WaitUntilSearchableAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
}
