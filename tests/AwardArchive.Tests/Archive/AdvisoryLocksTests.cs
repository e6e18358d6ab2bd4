using System.Reflection;
using System.Text.RegularExpressions;
using AwardArchive.Archive.Postgres;

namespace AwardArchive.Tests.Archive;

/// <summary>Locks that machines hold for each other: two of one number would wait for each other's work.</summary>
public sealed class AdvisoryLocksTests
{
    [Fact]
    public void Each_lock_has_a_number_of_its_own()
    {
        var numbers = typeof(AdvisoryLocks).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (long)field.GetRawConstantValue()!).ToList();
        Assert.Equal(7, numbers.Count);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Equal(0x_4141_0004, AdvisoryLocks.People); // what machines of before the upgrade hold for it
    }

    [Fact]
    public void No_lock_is_taken_by_a_number_from_elsewhere()
    {
        var taken = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"pg_(?:try_)?advisory_\w+\(([^)]*)\)").Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(taken);
        Assert.All(taken, lockOf => Assert.StartsWith("{AdvisoryLocks.", lockOf, StringComparison.Ordinal));
    }
}
