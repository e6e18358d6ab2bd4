using System.Diagnostics;
using System.Globalization;

namespace AwardArchive.Tests.Chaos;

public sealed class ClockShiftTests
{
    [Fact]
    public async Task The_clock_of_one_program_is_set_while_others_keep_theirs()
    {
        using var folder = new TemporaryFolder();
        var library = ClockShift.Build(folder.Path);
        Assert.SkipWhen(library is null, "No C compiler to set clocks with: eng/packages.sh tcc");
        var clock = new ClockShift(folder.Path, "date");
        clock.Set(TimeSpan.FromHours(-5));
        var start = new ProcessStartInfo("date", ["+%s"]) { RedirectStandardOutput = true };
        clock.AddTo(start.Environment!, library!);
        using var date = Process.Start(start)!;
        var told = DateTimeOffset.FromUnixTimeSeconds(long.Parse(await date.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
        Assert.Equal(-5, Math.Round((told - TimeProvider.System.GetUtcNow()).TotalHours, 1));
    }
}
