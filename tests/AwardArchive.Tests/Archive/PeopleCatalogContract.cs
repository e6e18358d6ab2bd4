using AwardArchive.Archive;
using AwardArchive.People;
using AwardArchive.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Archive;

// Award entries as people: searched, proposed in pairs, decided about.
public abstract partial class CatalogContract
{
    private IDbContextFactory<CatalogDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<CatalogDbContext>>();

    [Fact]
    public async Task Entries_are_listed_by_name_each_once()
    {
        await ReadPersonsAsync("p1", [.. Enumerable.Range(0, 8).Select(i => Row(i % 2 == 0 ? "Lưu Văn Tám" : $"Lưu Thị {(char)('A' + i)}", 100 + (50 * i)))]);
        await ReadPersonsAsync("p2", [Row("Lưu Văn Tám", 100), Row("Trần Thị Lưu", 200), Row("Trần Lựu Đạn", 300)]);
        var search = new PeopleSearch(Contexts, Gazetteer);
        List<(string, Guid)> seen = [];
        PeopleCursor? after = null;
        do
        {
            var stretch = await search.FindAsync("LƯU", 1932, null, after, 3, Stop);
            seen.AddRange(stretch.Items.Select(item => (item.Name, item.Id)));
            after = PeopleCursor.Read(stretch.NextCursor);
        }
        while (after is not null && seen.Count < 50);
        Assert.Equal((11, 11), (seen.Count, seen.Distinct().Count())); // folded, "Lựu" is a word of the name too
        Assert.Equal(seen.OrderBy(entry => Entry.KeyOf(entry.Item1), StringComparer.Ordinal).Select(entry => entry.Item1), seen.Select(entry => entry.Item1));
    }

    [Fact]
    public async Task A_refusal_holds_until_one_of_the_entries_changes()
    {
        var first = await ReadPersonsAsync("p1", Lan("1932"));
        await ReadPersonsAsync("p2", Lan("1932"));
        var (run, book, reader) = People();
        var outcome = (await run.RunAsync(null, Stop))!;
        Assert.Equal((2, 1, 0), (outcome.Entries, outcome.Proposals, outcome.Withdrawn));
        var pair = Assert.Single((await reader.ProposalsAsync(null, 10, Stop)).Items);
        Assert.Contains(pair.Reasons, reason => reason is { Text: "cùng năm sinh: 1932", IsContradiction: false, Weight: > 0 });
        Assert.Single((await reader.FindAsync(pair.One.Id, Stop))!.Entries); // nobody is joined by itself

        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pair.Id, PairState.Refused, "Lan", "khác chồng", Stop));
        Assert.Equal(0, (await NextRunAsync(run)).Proposals);
        Assert.Empty((await reader.ProposalsAsync(null, 10, Stop)).Items);

        await ReadPersonsAgainAsync(first, Lan("1932") with { Reason = Lan("1932").Name }); // says nothing else of the person
        Assert.Equal(0, (await NextRunAsync(run)).Proposals);
        await ReadPersonsAgainAsync(first, Lan("1933"));
        Assert.Equal(1, (await NextRunAsync(run)).Proposals);
        Assert.Equal(pair.Id, Assert.Single((await reader.ProposalsAsync(null, 10, Stop)).Items).Id);
        Assert.Equal([(PairState.Refused, "Lan", "khác chồng")], (await reader.FindAsync(pair.One.Id, Stop))!.Decisions.Select(d => (d.State, d.By, d.Reason)));
    }

    [Fact]
    public async Task Confirmed_pairs_make_a_person_and_taking_one_back_divides_it()
    {
        foreach (var content in new[] { "p1", "p2", "p3" }) await ReadPersonsAsync(content, Lan("1932"));
        var (run, book, reader) = People();
        await run.RunAsync(null, Stop);
        var pairs = (await reader.ProposalsAsync(null, 10, Stop)).Items;
        Assert.Equal(3, pairs.Count);
        Assert.Equal(PairOutcome.NotDecided, await book.DecideAsync(pairs[0].Id, PairState.Proposed, "Lan", null, Stop));
        Assert.Equal(PairOutcome.NoSuchPair, await book.DecideAsync(Guid.NewGuid(), PairState.Confirmed, "Lan", null, Stop));
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pairs[0].Id, PairState.Confirmed, "Lan", null, Stop));
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pairs[1].Id, PairState.Confirmed, "Lan", null, Stop));
        var person = (await reader.FindAsync(pairs[0].One.Id, Stop))!;
        Assert.Equal((3, 2), (person.Entries.Count, person.Decisions.Count));
        foreach (var entry in person.Entries) Assert.Equal(person.Id, (await reader.FindAsync(entry.Id, Stop))!.Id);
        // Three that are one cannot be two.
        Assert.Equal(PairOutcome.Contradicts, await book.DecideAsync(pairs[2].Id, PairState.Refused, "Mai", null, Stop));

        Assert.Equal(0, (await NextRunAsync(run)).Withdrawn); // what is confirmed or still likely stays
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pairs[1].Id, PairState.Proposed, "Mai", "nhầm", Stop));
        Assert.Equal(2, (await reader.FindAsync(pairs[0].One.Id, Stop))!.Entries.Count);
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pairs[2].Id, PairState.Refused, "Mai", null, Stop));
        Assert.Equal(PairOutcome.Contradicts, await book.DecideAsync(pairs[1].Id, PairState.Confirmed, "Lan", null, Stop));
    }

    [Fact]
    public async Task What_is_withdrawn_or_gone_is_proposed_no_more()
    {
        var first = await ReadPersonsAsync("p1", Lan("1932"));
        await ReadPersonsAsync("p2", Lan("1932"));
        var (run, book, reader) = People();
        await run.RunAsync(null, Stop);
        var pair = Assert.Single((await reader.ProposalsAsync(null, 10, Stop)).Items);
        Assert.True(await Catalog.EditAsync(first, (await Catalog.FindAsync(first, Stop))!.Version, document => document.Status = DocumentStatus.Withdrawn, Stop));
        Assert.Empty((await reader.ProposalsAsync(null, 10, Stop)).Items);
        Assert.Equal(PairOutcome.EntryGone, await book.DecideAsync(pair.Id, PairState.Confirmed, "Lan", null, Stop));
        Assert.Equal(1, (await NextRunAsync(run)).Withdrawn);
        Assert.Equal(PairOutcome.NoSuchPair, await book.DecideAsync(pair.Id, PairState.Confirmed, "Lan", null, Stop));
    }

    [Fact]
    public async Task Matchings_and_decisions_at_once_lose_nothing()
    {
        foreach (var content in new[] { "p1", "p2", "p3", "p4" }) await ReadPersonsAsync(content, Lan("1932"));
        var (run, book, reader) = People();
        await run.RunAsync(null, Stop);
        var pairs = (await reader.ProposalsAsync(null, 10, Stop)).Items;
        Assert.Equal(6, pairs.Count);
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() => run.RunAsync(null, Stop)));
        var decisions = pairs.Select(pair => Task.Run(() => book.DecideAsync(pair.Id, PairState.Confirmed, "Lan", null, Stop)));
        await Task.WhenAll([.. runs, .. decisions]);
        var person = (await reader.FindAsync(pairs[0].One.Id, Stop))!;
        Assert.Equal((4, 6), (person.Entries.Count, person.Decisions.Count));
        Assert.Empty((await reader.ProposalsAsync(null, 10, Stop)).Items);
    }

    [Fact]
    public async Task A_matching_killed_between_any_two_steps_doubles_no_proposal_and_loses_no_decision()
    {
        foreach (var content in new[] { "p1", "p2", "p3", "p4" }) await ReadPersonsAsync(content, Lan("1932"));
        var (whole, book, reader) = People();
        Assert.Equal(6, (await whole.RunAsync(null, Stop))!.Proposals);
        var pairs = (await reader.ProposalsAsync(null, 10, Stop)).Items.OrderBy(pair => pair.Id).ToList();
        var apart = pairs.First(pair => !Touch(pair, pairs[0]));
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(pairs[0].Id, PairState.Confirmed, "Lan", null, Stop));
        Assert.Equal(PairOutcome.Done, await book.DecideAsync(apart.Id, PairState.Refused, "Lan", null, Stop));
        var small = Run(Gazetteer, atATime: 1);
        for (var step = 1; ; step++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            try
            {
                Assert.Equal(4, (await small.RunAsync(new Killer(step), Stop))!.Proposals);
                Assert.True(step > 10, $"only {step - 1} steps were cut short"); // four rows read, compared, six proposals kept
                break;
            }
            catch (KilledException)
            {
                await using var db = await OpenAsync();
                Assert.Equal(6, await db.PersonPairs.CountAsync(Stop));
                Assert.Equal(
                    [(pairs[0].Id, PairState.Confirmed), (apart.Id, PairState.Refused)],
                    (await db.PersonPairs.Where(pair => pair.State != PairState.Proposed).OrderBy(pair => pair.State).ToListAsync(Stop)).Select(pair => (pair.Id, pair.State)));
                Assert.Equal(2, await db.PairDecisions.CountAsync(Stop));
            }
        }

        static bool Touch(PairResponse one, PairResponse other) =>
            new[] { one.One.Id, one.Other.Id }.Intersect([other.One.Id, other.Other.Id]).Any();
    }

    [Fact]
    public async Task One_matches_at_a_time_and_who_died_at_it_is_replaced()
    {
        await ReadPersonsAsync("p1", Lan("1932"));
        var (run, _, _) = People();
        Assert.True(await Leases.TryTakeAsync("match-people", Guid.NewGuid(), Stop));
        Assert.Null(await run.RunAsync(null, Stop));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await run.RunAsync(null, Stop))!.Entries);
        Assert.Equal(1, (await run.RunAsync(null, Stop))!.Entries); // let go of
    }

    [Fact]
    public async Task What_changed_is_due_a_while_after_it_was_noticed_and_once()
    {
        var turns = new MatchTurns(Contexts, Options.Create(new PeopleOptions()), Time);
        Assert.False(await turns.IsDueAsync(Stop));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.False(await turns.IsDueAsync(Stop)); // nothing is there
        await ReadPersonsAsync("p1", Lan("1932"));
        Assert.False(await turns.IsDueAsync(Stop));
        Time.Advance(TimeSpan.FromMinutes(29));
        await ReadPersonsAsync("p2", Lan("1932"));
        Assert.False(await turns.IsDueAsync(Stop));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await turns.IsDueAsync(Stop));
        var (run, _, _) = People();
        Assert.Equal(1, (await run.RunAsync(null, Stop))!.Proposals);
        Time.Advance(TimeSpan.FromHours(1));
        Assert.False(await turns.IsDueAsync(Stop));
        await ReadPersonsAsync("p3", Lan("1932"));
        Assert.False(await turns.IsDueAsync(Stop));
        Time.Advance(TimeSpan.FromMinutes(30));
        Assert.True(await turns.IsDueAsync(Stop));
    }

    private Gazetteer Gazetteer => ActivatorUtilities.CreateInstance<Gazetteer>(Services);

    private (MatchRun Run, PairBook Book, PeopleReader Reader) People()
    {
        var gazetteer = Gazetteer;
        return (Run(gazetteer), new(Contexts, Time), new(Contexts, gazetteer));
    }

    private UpkeepLeases Leases => Services.GetRequiredService<UpkeepLeases>();

    private MatchRun Run(Gazetteer gazetteer, int atATime = 500) =>
        new(Contexts, gazetteer, Leases, Options.Create(new PipelineOptions()), Time, NullLogger<MatchRun>.Instance) { AtATime = atATime };

    private async Task<MatchOutcome> NextRunAsync(MatchRun run)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return (await run.RunAsync(null, Stop))!;
    }

    /// <summary>Dies at a step.</summary>
    private sealed class Killer(int step) : IProgress<string>
    {
        private int steps;

        public void Report(string value)
        {
            if (++steps == step) throw new KilledException();
        }
    }

    private sealed class KilledException : Exception;

    private async Task<Guid> ReadPersonsAsync(string content, params AwardEntry[] entries)
    {
        var id = await AddAsync(content);
        await LayOutAsync(id, 1);
        await RecognizeAsync(id, 1);
        await ReadAsync(id, entries);
        return id;
    }

    private async Task ReadPersonsAgainAsync(Guid id, params AwardEntry[] entries)
    {
        Assert.Equal(1, await Catalog.DemandReadingsAsync(id, Stop));
        await ReadAsync(id, entries);
    }

    /// <summary>A rare name of one commune.</summary>
    private static AwardEntry Lan(string birthYear)
    {
        var row = Row("Lường Thị Xoan", 100);
        return row with { BirthYear = row.Name with { Value = birthYear }, HomePlace = row.Name with { Value = "xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị" } };
    }
}
