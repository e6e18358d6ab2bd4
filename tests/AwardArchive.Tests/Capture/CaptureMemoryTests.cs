using AwardArchive.Capture;

namespace AwardArchive.Tests.Capture;

/// <summary>Alone, because what other tests allocate would be counted too.</summary>
[CollectionDefinition(nameof(CaptureMemoryTests), DisableParallelization = true)]
[Collection(nameof(CaptureMemoryTests))]
public sealed class CaptureMemoryTests
{
    [Fact]
    public async Task A_large_stream_does_not_grow_memory()
    {
        await using var bench = await CaptureBench.OpenAsync();
        await bench.RefusesAsync([1], CaptureProblem.UnsupportedType); // whatever is made once
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Assert.ThrowsAsync<CaptureRefusedException>(
            () => bench.Capture.CaptureAsync(new ZeroStream(200 << 20), new("a.pdf"), TestContext.Current.CancellationToken));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 << 20);
        await bench.IsEmptyAsync();
    }
}
