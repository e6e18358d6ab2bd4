using AwardArchive.Fixity;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Fixity;

public sealed class PaceTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task After_an_object_it_waits_until_its_bytes_are_within_the_rate()
    {
        var pace = new Pace(100, long.MaxValue, TimeSpan.MaxValue, time);
        await pace.SpendAsync(0, TestContext.Current.CancellationToken);
        var first = pace.SpendAsync(250, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(2.4));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        await first;
        // What was slow by itself is not waited for once more.
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(pace.SpendAsync(900, TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        Assert.False(pace.SpendAsync(1_000, TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public async Task Without_a_rate_it_never_waits()
    {
        var pace = new Pace(0, long.MaxValue, TimeSpan.MaxValue, time);
        await pace.SpendAsync(long.MaxValue, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_is_spent_after_so_many_objects_or_so_much_time()
    {
        var objects = new Pace(0, 2, TimeSpan.MaxValue, time);
        await objects.SpendAsync(1, TestContext.Current.CancellationToken);
        Assert.False(objects.IsSpent);
        await objects.SpendAsync(1, TestContext.Current.CancellationToken);
        Assert.True(objects.IsSpent);

        var duration = new Pace(0, 2, TimeSpan.FromMinutes(1), time);
        Assert.False(duration.IsSpent);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(duration.IsSpent);
    }
}
