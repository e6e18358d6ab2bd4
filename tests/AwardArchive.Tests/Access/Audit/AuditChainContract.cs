using System.Globalization;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>What the audit chain promises on every catalog.</summary>
public abstract class AuditChainContract : IAsyncLifetime
{
    private const int Entries = 40;
    private const string Secret = "a secret of forty letters for the tests ";
    private const string Columns = "\"At\", \"Action\", \"Outcome\", \"Intent\", \"UserId\", \"Name\", \"TokenId\", \"Address\", \"Target\", \"Detail\", \"KeyId\", \"Previous\", \"Hash\"";

    private readonly TemporaryFolder folder = new();
    private AuditArchive archive = null!;

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 28, 3, 4, 5, TimeSpan.Zero));

    private protected string Data => folder.Path;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another process on the same catalog.</summary>
    private protected abstract AuditArchive Create(Dictionary<string, string?> settings);

    private AuditArchive Open(Dictionary<string, string?>? settings = null) => Create(new Dictionary<string, string?> { ["Audit:Key"] = Secret }.Concat(settings ?? [])
        .GroupBy(setting => setting.Key).ToDictionary(same => same.Key, same => same.Last().Value));

    public virtual async ValueTask InitializeAsync()
    {
        archive = Open();
        await archive.OpenAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (archive is not null) await archive.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_many_write_at_once_is_one_chain_without_gaps_and_each_is_told_its_own_number()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => archive.Log.AppendAsync(
            new(AuditAction.Searched, "search", $"q={i}"), AuditOutcome.Done, null, Actor.Nobody with { Name = $"p{i}" }, Stop))));
        Assert.Equal(Enumerable.Range(1, 300).Select(n => (long)n), numbers.Order());
        var entries = await archive.Book.ListAsync(new(), null, 500, Stop);
        Assert.All(entries, entry => Assert.Equal(numbers[int.Parse(entry.Detail![2..], CultureInfo.InvariantCulture)], entry.Number));
        await AssertWholeAsync(300);
    }

    [Fact]
    public async Task Several_processes_write_one_chain()
    {
        await using var other = Open();
        await Task.WhenAll(
            Task.Run(() => archive.LookAsync(60), Stop), Task.Run(() => other.LookAsync(60), Stop), Task.Run(() => archive.LookAsync(60), Stop), Task.Run(() => other.LookAsync(60), Stop));
        var verdict = await other.VerifyAsync();
        Assert.Empty(verdict.Faults);
        Assert.True(verdict.Entries is 240 or 241, $"{verdict.Entries}"); // the second may have begun a head of its own
    }

    [Theory]
    [InlineData("\"At\" = \"At\" + 1")]
    [InlineData("\"Action\" = 6")]
    [InlineData("\"Outcome\" = 2")]
    [InlineData("\"Intent\" = 3")]
    [InlineData("\"Name\" = 'somebody'")]
    [InlineData("\"Name\" = \"Name\" || ' '")]
    [InlineData("\"Address\" = NULL")]
    [InlineData("\"Address\" = ''")]
    [InlineData("\"Target\" = 'documents/other'")]
    [InlineData("\"UserId\" = NULL")]
    [InlineData("\"TokenId\" = \"UserId\"")]
    [InlineData("\"Detail\" = NULL")]
    [InlineData("\"Detail\" = \"Previous\"")]
    [InlineData("\"Hash\" = \"Previous\"")]
    [InlineData("\"Previous\" = \"Hash\"")]
    public async Task A_change_of_any_column_is_found_at_its_entry(string change)
    {
        await archive.LookAsync(Entries);
        foreach (var number in new[] { 1, 17, Entries })
        {
            await ChangeOneAsync(number, change);
            var fault = Assert.Single((await archive.VerifyAsync()).Faults);
            Assert.Equal(new(AuditFaultKind.Changed, number), fault);
            await RestoreAsync();
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(17, 5)]
    public async Task Deleted_entries_are_found_where_they_stood(int first, int count)
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" >= {first} AND \"Number\" < {first + count}");
        Assert.Equal(new(AuditFaultKind.Deleted, first), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(17, 5)]
    public async Task Deleted_entries_are_found_though_those_behind_are_numbered_anew(int first, int count)
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" >= {first} AND \"Number\" < {first + count}");
        await RenumberAsync(from: first + count, by: -count);
        Assert.Equal(new(AuditFaultKind.Deleted, first), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(Entries)]
    public async Task An_entry_put_in_is_found_whether_made_up_or_copied(int number)
    {
        await archive.LookAsync(Entries);
        await RenumberAsync(from: number, by: 1);
        await archive.ExecuteAsync($"INSERT INTO \"AuditEntries\" (\"Number\", {Columns}) SELECT {number}, {Columns} FROM \"AuditEntries\" WHERE \"Number\" = {(number > 20 ? 5 : 30)}");
        Assert.Equal(new(AuditFaultKind.Inserted, number), Assert.Single((await archive.VerifyAsync()).Faults));
        await archive.ExecuteAsync($"UPDATE \"AuditEntries\" SET \"Name\" = 'made up' WHERE \"Number\" = {number}");
        Assert.Equal(new(AuditFaultKind.Inserted, number), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task An_entry_in_whose_place_another_was_copied_is_changed()
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync(
            "DELETE FROM \"AuditEntries\" WHERE \"Number\" = 17", $"INSERT INTO \"AuditEntries\" (\"Number\", {Columns}) SELECT 17, {Columns} FROM \"AuditEntries\" WHERE \"Number\" = 5");
        Assert.Equal(new(AuditFaultKind.Changed, 17), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task An_entry_put_in_before_the_first_or_behind_the_last_is_found()
    {
        await archive.LookAsync(Entries);
        foreach (var number in new[] { 0, -5, Entries + 1 })
        {
            await archive.ExecuteAsync($"INSERT INTO \"AuditEntries\" (\"Number\", {Columns}) SELECT {number}, {Columns} FROM \"AuditEntries\" WHERE \"Number\" = 7");
            Assert.Equal(new(AuditFaultKind.Inserted, number), Assert.Single((await archive.VerifyAsync()).Faults));
            await archive.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" = {number}");
        }
    }

    [Theory]
    [InlineData(17, 18)]
    [InlineData(1, Entries)]
    [InlineData(5, 30)]
    public async Task Entries_that_changed_places_are_found_at_both(int one, int other)
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync(
            $"UPDATE \"AuditEntries\" SET \"Number\" = -1 WHERE \"Number\" = {one}",
            $"UPDATE \"AuditEntries\" SET \"Number\" = {one} WHERE \"Number\" = {other}",
            $"UPDATE \"AuditEntries\" SET \"Number\" = {other} WHERE \"Number\" = -1");
        Assert.Equal([new(AuditFaultKind.Reordered, one), new(AuditFaultKind.Reordered, other)], (await archive.VerifyAsync()).Faults);
    }

    [Theory]
    [InlineData(Entries)]
    [InlineData(17)]
    [InlineData(1)]
    public async Task A_tail_that_is_cut_off_is_found_by_the_head(int first)
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" >= {first}");
        Assert.Equal(new(AuditFaultKind.Truncated, first), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public async Task A_tail_that_is_cut_off_and_written_anew_by_the_service_itself_is_found(int more)
    {
        await archive.LookAsync(Entries);
        await archive.ExecuteAsync("DELETE FROM \"AuditEntries\" WHERE \"Number\" > 20");
        await archive.LookAsync(more);
        var fault = Assert.Single((await archive.VerifyAsync()).Faults);
        Assert.Equal(more == 5 ? new(AuditFaultKind.Truncated, 26) : new(AuditFaultKind.Rewritten, Entries), fault);
    }

    [Fact]
    public async Task A_head_that_nobody_with_the_key_wrote_is_found_and_stays_as_evidence()
    {
        await archive.LookAsync(Entries);
        await FlipAsync(archive.HeadFile, 4); // a digit of the number, in either slot
        await FlipAsync(archive.HeadFile, 4096 + 4);
        var forged = await File.ReadAllBytesAsync(archive.HeadFile, Stop);
        Assert.Equal(AuditFaultKind.HeadForged, Assert.Single((await archive.VerifyAsync()).Faults).Kind);
        await archive.LookAsync(1);
        Assert.Equal(forged, await File.ReadAllBytesAsync(archive.HeadFile, Stop));
    }

    [Fact]
    public async Task A_head_that_was_taken_away_is_found_and_beginning_another_is_an_entry()
    {
        await archive.LookAsync(Entries);
        File.Delete(archive.HeadFile);
        Assert.Equal(AuditFaultKind.HeadMissing, Assert.Single((await archive.VerifyAsync()).Faults).Kind);
        await archive.LookAsync(1);
        await AssertWholeAsync(Entries + 2);
        Assert.Equal("audit/head", (await archive.Book.ListAsync(new(), null, 2, Stop))[1].Target);
    }

    [Fact]
    public async Task A_head_set_back_together_with_the_catalog_is_found_by_a_checkpoint_and_by_a_mark_on_paper()
    {
        await archive.LookAsync(20);
        var head = await File.ReadAllBytesAsync(archive.HeadFile, Stop);
        await archive.LookAsync(20);
        var noted = AuditMark.Parse((await archive.VerifyAsync()).Last!)!;
        await File.WriteAllBytesAsync(archive.HeadFile, head, Stop);
        await archive.ExecuteAsync("DELETE FROM \"AuditEntries\" WHERE \"Number\" > 20");
        await AssertWholeAsync(20); // nobody can tell from here alone
        Assert.Equal(new(AuditFaultKind.Truncated, 21), Assert.Single((await archive.VerifyAsync(noted)).Faults));

        await archive.Service<AuditCheckpoints>().PutAsync(noted, Stop);
        Assert.Equal(new(AuditFaultKind.Truncated, 21), Assert.Single((await archive.VerifyAsync()).Faults));
        await archive.LookAsync(30);
        Assert.Equal(new(AuditFaultKind.Rewritten, 40), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task Checkpoints_are_kept_by_themselves_and_a_forged_one_is_found()
    {
        await using (var often = Open(new() { ["Audit:CheckpointEntries"] = "10" })) await often.LookAsync(Entries);
        var checkpoints = archive.Service<AuditCheckpoints>();
        var numbers = await checkpoints.ListAsync(Stop);
        Assert.NotEmpty(numbers);
        Assert.Empty((await archive.VerifyAsync()).Faults);
        var real = await checkpoints.ReadAsync(numbers[0], Stop);
        await using (var forger = Open(new() { ["Audit:Key"] = new('f', 40) })) await forger.Service<AuditCheckpoints>().PutAsync(real!, Stop);
        Assert.Equal(new(AuditFaultKind.CheckpointForged, numbers[0]), Assert.Single((await archive.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task Killed_between_commit_and_head_the_chain_is_whole_and_the_head_catches_up()
    {
        await archive.LookAsync(20);
        var head = await File.ReadAllBytesAsync(archive.HeadFile, Stop);
        await archive.LookAsync(3);
        await File.WriteAllBytesAsync(archive.HeadFile, head, Stop); // as a kill leaves it
        var verdict = await archive.VerifyAsync();
        Assert.Empty(verdict.Faults);
        Assert.Equal(3, verdict.Behind);
        await using var next = Open();
        await next.LookAsync(1);
        Assert.Equal(0, (await archive.VerifyAsync()).Behind);
    }

    [Fact]
    public async Task Whatever_is_done_to_random_entries_is_found_at_the_first_of_them()
    {
        const int Seed = 1975, Rounds = 120;
        var random = new Random(Seed);
        await archive.LookAsync(Entries);
        await KeepAsync();
        string[] changes = ["\"Name\" = \"Name\" || 'x'", "\"Target\" = NULL", "\"At\" = \"At\" - 7", "\"Detail\" = \"Hash\"", "\"Outcome\" = 3"];
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (random.Next(1, Entries), random.Next(1, Entries));
            if (one == other) continue;
            var first = Math.Min(one, other);
            switch (round % 4)
            {
                case 0:
                    await ChangeOneAsync(one, changes[random.Next(changes.Length)]);
                    await ChangeOneAsync(other, changes[random.Next(changes.Length)]);
                    break;
                case 1:
                    await archive.ExecuteAsync($"DELETE FROM \"AuditEntries\" WHERE \"Number\" IN ({one}, {other})");
                    break;
                case 2:
                    await archive.ExecuteAsync(
                        $"UPDATE \"AuditEntries\" SET \"Number\" = -1 WHERE \"Number\" = {one}", $"UPDATE \"AuditEntries\" SET \"Number\" = {one} WHERE \"Number\" = {other}",
                        $"UPDATE \"AuditEntries\" SET \"Number\" = {other} WHERE \"Number\" = -1");
                    break;
                default:
                    await RenumberAsync(from: first, by: 1);
                    await archive.ExecuteAsync($"INSERT INTO \"AuditEntries\" (\"Number\", {Columns}) SELECT {first}, {Columns} FROM \"AuditEntries\" WHERE \"Number\" = {Entries}");
                    break;
            }
            var faults = (await archive.VerifyAsync()).Faults;
            Assert.True(faults.Count > 0 && faults[0].Number == first, $"seed {Seed}, round {round}: {one}, {other}: {string.Join("; ", faults)}");
            await RestoreAsync();
        }
        await AssertWholeAsync(Entries);
    }

    [Fact]
    public async Task Words_are_enciphered_read_and_forgotten_with_their_month_while_the_chain_stays_whole()
    {
        await archive.LookAsync(2, "q=Nguyễn Thị Lan");
        Time.Advance(TimeSpan.FromDays(31));
        await archive.LookAsync(1, "q=Trần Văn Nam");
        await using (var db = await archive.CatalogAsync())
        {
            Assert.All(await db.AuditEntries.ToListAsync(Stop), entry => Assert.Equal(-1, entry.Detail.AsSpan().IndexOf("Lan"u8)));
            Assert.Equal([202611, 202612], await db.AuditMonthKeys.Select(key => key.Month).Order().ToListAsync(Stop));
        }
        Assert.Equal(["q=Trần Văn Nam", "q=Nguyễn Thị Lan", "q=Nguyễn Thị Lan"], (await archive.Book.ListAsync(new(), null, 9, Stop)).Select(entry => entry.Detail));
        Assert.Equal([202611], await archive.Service<AuditForgetting>().ForgetBeforeAsync(202612, Stop));
        Assert.Equal(
            [("q=Trần Văn Nam", false), (null, true), (null, true)],
            (await archive.Book.ListAsync(new(), null, 9, Stop)).Select(entry => (entry.Detail, entry.IsForgotten)));
        await AssertWholeAsync(3);
    }

    [Fact]
    public async Task What_is_past_its_term_is_forgotten_by_itself_and_that_is_an_entry()
    {
        await archive.LookAsync(2);
        Time.SetUtcNow(new(2028, 11, 30, 0, 0, 0, TimeSpan.Zero));
        await archive.LookAsync(1);
        Assert.All(await archive.Book.ListAsync(new(), null, 9, Stop), entry => Assert.False(entry.IsForgotten));
        Time.SetUtcNow(new(2028, 12, 1, 0, 0, 0, TimeSpan.Zero));
        await archive.LookAsync(1);
        var entries = await archive.Book.ListAsync(new(), null, 9, Stop);
        Assert.Equal("audit/details/2026-11", entries[1].Target);
        Assert.Equal([false, false, false, true, true], entries.Select(entry => entry.IsForgotten));
        await AssertWholeAsync(5);
    }

    [Fact]
    public async Task With_another_key_nothing_is_called_genuine_and_with_the_old_one_beside_it_all_is()
    {
        await archive.LookAsync(3);
        var secret = new string('k', 40);
        await using (var other = Open(new() { ["Audit:Key"] = secret }))
            Assert.Contains(new(AuditFaultKind.KeyMissing, 1), (await other.VerifyAsync()).Faults);
        await using var both = Open(new() { ["Audit:Key"] = secret, ["Audit:PreviousKeys:0"] = Secret });
        await both.LookAsync(3);
        Assert.Empty((await both.VerifyAsync()).Faults);
        Assert.All(await both.Book.ListAsync(new(), null, 9, Stop), entry => Assert.NotNull(entry.Detail));
    }

    [Fact]
    public async Task A_change_that_was_announced_and_never_ended_is_counted()
    {
        var first = await archive.Log.AppendAsync(new(AuditAction.Changed, "documents/1"), AuditOutcome.Intended, null, Actor.System, Stop);
        await archive.Log.AppendAsync(new(AuditAction.Changed, "documents/2"), AuditOutcome.Intended, null, Actor.System, Stop);
        await archive.Log.AppendAsync(new(AuditAction.Changed, "documents/1"), AuditOutcome.Done, first, Actor.System, Stop);
        Assert.Equal(1, (await archive.VerifyAsync()).Open);
    }

    [Fact]
    public async Task Entries_are_filtered_and_read_page_by_page()
    {
        await archive.LookAsync(30);
        Time.Advance(TimeSpan.FromHours(1));
        await archive.Log.AppendAsync(new(AuditAction.Viewed, "documents/7/pages/2/image"), AuditOutcome.Refused, null, Actor.Nobody with { Address = "198.51.100.3" }, Stop);
        await archive.Log.AppendAsync(new(AuditAction.Changed, "documents/70"), AuditOutcome.Done, null, Actor.System, Stop);
        Assert.Equal([31, 8], await NumbersAsync(new(Target: "documents/7")));
        Assert.Equal([31], await NumbersAsync(new(Outcome: AuditOutcome.Refused)));
        Assert.Equal([32], await NumbersAsync(new(Name: "system", Action: AuditAction.Changed)));
        Assert.Equal([32, 31], await NumbersAsync(new(From: Time.GetUtcNow())));
        Assert.Equal(30, (await NumbersAsync(new(To: Time.GetUtcNow()))).Count);
        Assert.Equal([29, 26, 23], (await archive.Book.ListAsync(new(Name: "reader1"), 30, 3, Stop)).Select(entry => entry.Number));
    }

    private protected async Task AssertWholeAsync(long entries)
    {
        var verdict = await archive.VerifyAsync();
        Assert.Empty(verdict.Faults);
        Assert.Equal(entries, verdict.Entries);
    }

    private async Task<IReadOnlyList<long>> NumbersAsync(AuditFilter filter) =>
        [.. (await archive.Book.ListAsync(filter, null, 100, Stop)).Select(entry => entry.Number)];

    private Task RenumberAsync(int from, int by) => archive.ExecuteAsync(
        $"UPDATE \"AuditEntries\" SET \"Number\" = -(\"Number\" + {by}) WHERE \"Number\" >= {from}",
        "UPDATE \"AuditEntries\" SET \"Number\" = -\"Number\" WHERE \"Number\" < 0");

    private async Task ChangeOneAsync(int number, string change)
    {
        await KeepAsync();
        await archive.ExecuteAsync($"UPDATE \"AuditEntries\" SET {change} WHERE \"Number\" = {number}");
    }

    private Task KeepAsync() => archive.ExecuteAsync("CREATE TABLE IF NOT EXISTS \"Kept\" AS SELECT * FROM \"AuditEntries\"");

    private Task RestoreAsync() => archive.ExecuteAsync(
        "DELETE FROM \"AuditEntries\"", $"INSERT INTO \"AuditEntries\" (\"Number\", {Columns}) SELECT \"Number\", {Columns} FROM \"Kept\"");

    private static async Task FlipAsync(string path, int at)
    {
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Stop);
    }
}
