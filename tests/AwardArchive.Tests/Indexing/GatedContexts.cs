using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Indexing;

/// <summary>A way into the catalog that can be closed: holds whoever comes next until it is opened again.</summary>
internal sealed class GatedContexts(Func<CancellationToken, Task<CatalogDbContext>> open, int free) : IDbContextFactory<CatalogDbContext>
{
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left = free;

    /// <summary>Ends when somebody stands at the gate.</summary>
    public Task Entered => entered.Task;

    public void Open() => opened.TrySetResult();

    public CatalogDbContext CreateDbContext() => throw new NotSupportedException("The index follows asynchronously.");

    public async Task<CatalogDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref left) < 0)
        {
            entered.TrySetResult();
            await opened.Task.WaitAsync(cancellationToken);
        }
        return await open(cancellationToken);
    }
}
