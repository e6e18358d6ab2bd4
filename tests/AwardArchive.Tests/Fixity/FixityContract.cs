using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Fixity;

/// <summary>What verification must find, repair and leave alone, on whichever back ends.</summary>
public abstract class FixityContract : IAsyncLifetime
{
    private readonly List<ServiceProvider> machines = [];

    protected TemporaryFolder Folder { get; } = new();

    /// <summary>Begins at the time of the stores, which have clocks of their own.</summary>
    protected FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    protected FixityOptions Settings { get; } = new() { BytesPerSecond = 0 };

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ServiceProvider Machine => machines[0];

    private WatchedStore Objects => (WatchedStore)Machine.GetRequiredService<IObjectStore>();

    private Catalog Catalog => Machine.GetRequiredService<Catalog>();

    /// <summary>The back ends of the archive; with a second store or without.</summary>
    protected abstract void AddBackEnds(IServiceCollection services, bool secondStore);

    /// <summary>Makes the object other than it was put, behind the back of the store.</summary>
    /// <param name="bytes">Null deletes it.</param>
    protected abstract Task TamperAsync(FindingPlace place, ObjectKey key, byte[]? bytes);

    public virtual async ValueTask InitializeAsync()
    {
        machines.Add(NewMachine());
        await Machine.GetRequiredService<DataFolder>().OpenAsync(Stop);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var machine in machines) await machine.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_kind_of_damage_is_found_once_and_originals_are_repaired_from_the_second_store_and_verified_again()
    {
        var (whole, missing, altered, one, other) = (await AddAsync("w"), await AddAsync("m"), await AddAsync("a"), await AddAsync("1"), await AddAsync("2"));
        Assert.Equal(5, await CopyAsync());
        await TamperAsync(FindingPlace.Objects, KeyOf(missing), null);
        await TamperAsync(FindingPlace.Objects, KeyOf(altered), "altered"u8.ToArray());
        await TamperAsync(FindingPlace.Objects, KeyOf(one), BytesOf("2"));
        await TamperAsync(FindingPlace.Objects, KeyOf(other), BytesOf("1"));
        var orphan = ObjectKey.Original(Sha256Of("nobody's"u8.ToArray()));
        await PutAsync(orphan, "nobody's"u8.ToArray());
        Time.Advance(TimeSpan.FromDays(2)); // from here on the orphan is one

        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        var findings = await FindingsAsync();
        Assert.Equal(
            new[]
            {
                (FindingKind.Missing, KeyOf(missing), FindingState.Repaired, FindingRemedy.FromOtherStore),
                (FindingKind.Altered, KeyOf(altered), FindingState.Repaired, FindingRemedy.FromOtherStore),
                (FindingKind.Swapped, KeyOf(one), FindingState.Repaired, FindingRemedy.FromOtherStore),
                (FindingKind.Swapped, KeyOf(other), FindingState.Repaired, FindingRemedy.FromOtherStore),
                (FindingKind.Orphaned, orphan, FindingState.Open, FindingRemedy.None),
            }.ToHashSet(),
            findings.Select(f => (f.Kind, ObjectKey.Parse(f.Key), f.State, f.Remedy)).ToHashSet());
        Assert.Equal(5, findings.Count);
        foreach (var document in new[] { whole, missing, altered, one, other }) Assert.Equal(document.Sha256, await Sha256OfAsync(KeyOf(document)));
        // What stood there instead is kept.
        var aside = findings.Single(f => f.Kind == FindingKind.Altered);
        Assert.Equal(ObjectKey.Quarantined(Sha256Of("altered"u8.ToArray())).Value, aside.QuarantineKey);
        Assert.Equal(Sha256Of("altered"u8.ToArray()), await Sha256OfAsync(ObjectKey.Parse(aside.QuarantineKey!)));

        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        Assert.Equal(findings.Select(f => (f.Id, f.State)), (await FindingsAsync()).Select(f => (f.Id, f.State)));
    }

    [Fact]
    public async Task Without_a_second_store_damage_is_said_and_nothing_is_overwritten()
    {
        await OnlyStoreAsync();
        var (missing, altered) = (await AddAsync("m"), await AddAsync("a"));
        await TamperAsync(FindingPlace.Objects, KeyOf(missing), null);
        await TamperAsync(FindingPlace.Objects, KeyOf(altered), "altered"u8.ToArray());
        await VerifyAsync();
        var first = await FindingsAsync();
        Time.Advance(TimeSpan.FromHours(3));
        await VerifyAsync();

        Assert.Equal(2, first.Count);
        var again = await FindingsAsync();
        Assert.Equal(first.Select(f => (f.Id, f.FirstSeenAt)), again.Select(f => (f.Id, f.FirstSeenAt)));
        Assert.All(again, f => Assert.Equal((FindingState.Open, FindingRemedy.NoOtherStore), (f.State, f.Remedy)));
        Assert.All(again.Zip(first), pair => Assert.True(pair.First.LastSeenAt > pair.Second.LastSeenAt));
        Assert.Equal(Sha256Of("altered"u8.ToArray()), await Sha256OfAsync(KeyOf(altered)));
        Assert.Null(await Sha256OfAsync(KeyOf(missing)));

        // Put back by hand, it is settled.
        await PutAsync(KeyOf(missing), BytesOf("m"));
        await PutAsync(KeyOf(altered), BytesOf("a"));
        await VerifyAsync();
        Assert.All(await FindingsAsync(), f => Assert.Equal((FindingState.Repaired, FindingRemedy.FoundWhole), (f.State, f.Remedy)));
        // The next incident is a finding of its own.
        await TamperAsync(FindingPlace.Objects, KeyOf(missing), null);
        await VerifyAsync();
        Assert.Equal([FindingState.Open, FindingState.Repaired, FindingState.Repaired], (await FindingsAsync()).Select(f => f.State).Order());
    }

    [Fact]
    public async Task Damage_in_the_second_store_is_repaired_from_the_first_and_damage_in_both_is_left_as_it_is()
    {
        var (there, both) = (await AddAsync("t"), await AddAsync("b"));
        await CopyAsync();
        await TamperAsync(FindingPlace.Second, KeyOf(there), "altered there"u8.ToArray());
        await TamperAsync(FindingPlace.Second, KeyOf(both), null);
        await TamperAsync(FindingPlace.Objects, KeyOf(both), "altered here"u8.ToArray());
        await VerifyAsync();

        Assert.Equal(
            new[]
            {
                (FindingPlace.Second, FindingKind.Altered, KeyOf(there).Value, FindingState.Repaired, FindingRemedy.FromOtherStore),
                (FindingPlace.Second, FindingKind.Missing, KeyOf(both).Value, FindingState.Open, FindingRemedy.NoGoodCopy),
                (FindingPlace.Objects, FindingKind.Altered, KeyOf(both).Value, FindingState.Open, FindingRemedy.NoGoodCopy),
            }.ToHashSet(),
            (await FindingsAsync()).Select(f => (f.Place, f.Kind, f.Key, f.State, f.Remedy)).ToHashSet());
        Assert.Equal(there.Sha256, await Sha256OfAsync(KeyOf(there), FindingPlace.Second));
        Assert.Equal(Sha256Of("altered here"u8.ToArray()), await Sha256OfAsync(KeyOf(both)));
        Assert.Null(await Sha256OfAsync(KeyOf(both), FindingPlace.Second));
    }

    [Fact]
    public async Task What_is_not_copied_yet_is_no_finding_and_waits_to_be_copied()
    {
        var document = await AddAsync("x");
        await VerifyAsync();
        Assert.Empty(await FindingsAsync());
        Assert.Equal(1, await Machine.GetRequiredService<OriginalCopies>().CountWaitingAsync(Stop));
        // What is altered is not copied over a good name.
        await TamperAsync(FindingPlace.Objects, KeyOf(document), "altered"u8.ToArray());
        Assert.Equal(0, await CopyAsync());
        Assert.Null(await Sha256OfAsync(KeyOf(document), FindingPlace.Second));
        await PutAsync(KeyOf(document), BytesOf("x"));
        Assert.Equal(1, await CopyAsync());
        Assert.Equal(0, await Machine.GetRequiredService<OriginalCopies>().CountWaitingAsync(Stop));
        Assert.Equal(document.Sha256, await Sha256OfAsync(KeyOf(document), FindingPlace.Second));
    }

    [Fact]
    public async Task Of_machines_that_copy_at_once_one_does_and_a_dead_one_is_not_waited_for_long()
    {
        for (var i = 0; i < 3; i++) await AddAsync($"{i}");
        machines.Add(NewMachine());
        var other = machines[1].GetRequiredService<OriginalCopies>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Objects.BeforeRead = _ =>
        {
            begun.TrySetResult();
            return goOn.Task;
        };
        var first = CopyAsync();
        await begun.Task;
        Assert.Equal(0, await other.RunAsync(whole: true, Stop));
        Time.Advance(TimeSpan.FromMinutes(3)); // as if it were dead
        Assert.Equal(3, await other.RunAsync(whole: true, Stop));
        goOn.SetResult();
        Assert.InRange(await first, 0, 1); // the one it had begun
        Assert.Equal(0, await other.CountWaitingAsync(Stop));
    }

    [Fact]
    public async Task A_second_store_that_lost_everything_is_not_filled_anew_as_if_nothing_were()
    {
        var document = await AddAsync("x");
        await CopyAsync();
        await TamperAsync(FindingPlace.Second, KeyOf(document), null);
        await AddAsync("y");
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(CopyAsync);
        Assert.Equal(RunOutcome.Paused, await VerifyAsync());
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task Words_and_images_that_are_lost_or_altered_are_made_again_and_settled_when_they_are_whole()
    {
        var (one, other) = (await AddAsync("1", pages: 2), await AddAsync("2"));
        var image = ObjectKey.PageImage(one.Id, 1, "image/png");
        var words = ObjectKey.PageWords(one.Id, 2);
        var swapped = ObjectKey.PageWords(other.Id, 1);
        var before = await Sha256OfAsync(image);
        var text = (await Catalog.FindPageAsync(one.Id, 2, Stop))!.Text;
        await TamperAsync(FindingPlace.Objects, image, null);
        await TamperAsync(FindingPlace.Objects, words, "no gzip at all"u8.ToArray());
        await TamperAsync(FindingPlace.Objects, swapped, await ReadAsync(ObjectKey.PageWords(one.Id, 1)));
        await VerifyAsync();
        Assert.Equal(
            new[] { (FindingKind.Missing, image.Value), (FindingKind.Altered, words.Value), (FindingKind.Swapped, swapped.Value) }.ToHashSet(),
            (await FindingsAsync()).Select(f => (f.Kind, f.Key)).ToHashSet());
        Assert.All(await FindingsAsync(), f => Assert.Equal((FindingState.Open, FindingRemedy.MadeAgain), (f.State, f.Remedy)));

        foreach (var (id, page) in await Catalog.FindWishesAsync(10, Stop)) await Machine.GetRequiredService<RecognizeAgainJob>().RunAsync(id, page, Stop);
        Assert.Equal(before, await Sha256OfAsync(image));
        await VerifyAsync();
        Assert.All(await FindingsAsync(), f => Assert.Equal((FindingState.Repaired, FindingRemedy.MadeAgain), (f.State, f.Remedy)));
        // The same result stands where it stood: nothing new was kept.
        Assert.Single(await Catalog.FindRecognitionsAsync(one.Id, 2, Stop));
        Assert.Equal(text, (await Catalog.FindPageAsync(one.Id, 2, Stop))!.Text);
    }

    [Fact]
    public async Task What_an_altered_original_could_not_make_again_is_not_made_of_it()
    {
        await OnlyStoreAsync();
        var document = await AddAsync("x");
        await TamperAsync(FindingPlace.Objects, KeyOf(document), "altered"u8.ToArray());
        await TamperAsync(FindingPlace.Objects, ObjectKey.PageImage(document.Id, 1, "image/png"), null);
        await VerifyAsync();
        Assert.Equal(2, (await FindingsAsync()).Count(f => f.State == FindingState.Open));
        Assert.Empty(await Catalog.FindWishesAsync(10, Stop));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_gone_on_with_where_it_was_when_its_lease_is_over()
    {
        var documents = new List<Document>();
        for (var i = 0; i < 6; i++) documents.Add(await AddAsync($"{i}"));
        await CopyAsync();
        // What a killed process leaves: a lease, and the cursor at the third document.
        var passes = Machine.GetRequiredService<FixityPasses>();
        var killed = (await passes.TryLeaseAsync(now: true, Stop))!;
        killed.Cursor = documents[2].Id;
        killed.Objects = 9;
        await passes.SaveAsync(killed, Stop);

        Objects.Forget();
        Assert.Equal(RunOutcome.Busy, await VerifyAsync());
        Assert.Empty(Objects.Read);
        Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        Assert.Equal(documents[3..].Select(KeyOf), Objects.Read.Where(key => key.OriginalSha256 is not null));
        // The dead machine, should it come back, writes nothing.
        await Assert.ThrowsAsync<PassLostException>(() => passes.SaveAsync(killed, Stop));
        var status = await Machine.GetRequiredService<FixityReport>().StatusAsync(Stop);
        Assert.Equal((6, 9 + (3 * 4)), (status.Pass!.Documents, (int)status.Pass.Objects));
        Assert.NotNull(status.LastWholePassAt);
    }

    [Fact]
    public async Task A_run_ends_after_so_many_objects_and_the_next_one_goes_on()
    {
        var documents = new List<Document>();
        for (var i = 0; i < 5; i++) documents.Add(await AddAsync($"{i}"));
        Settings.ObjectsPerRun = 4; // a document has three
        Objects.Forget();
        var outcomes = new List<RunOutcome>();
        for (var run = 0; run < 3; run++) outcomes.Add(await Run(Machine).RunAsync(new(Now: run == 0, Whole: false), Stop));
        Assert.Equal([RunOutcome.GoesOn, RunOutcome.GoesOn, RunOutcome.Done], outcomes);
        Assert.Equal(documents.Select(KeyOf), Objects.Read.Where(key => key.OriginalSha256 is not null));
        // The pass is done; the next one begins when its time has come.
        Assert.Equal(RunOutcome.NotDue, await Run(Machine).RunAsync(new(Now: false, Whole: false), Stop));
        Time.Advance(Settings.PassInterval);
        Assert.Equal(RunOutcome.GoesOn, await Run(Machine).RunAsync(new(Now: false, Whole: false), Stop));
    }

    [Fact]
    public async Task Of_machines_that_begin_at_once_one_verifies()
    {
        for (var i = 0; i < 4; i++) await AddAsync($"{i}");
        for (var i = 0; i < 3; i++) machines.Add(NewMachine());
        var reads = machines.Select(machine => (WatchedStore)machine.GetRequiredService<IObjectStore>()).ToList();
        reads.ForEach(store => store.Forget());
        // Whoever reads first waits until all have asked.
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reads.ForEach(store => store.BeforeRead = _ => asked.Task);
        var runs = machines.Select(machine => Task.Run(() => Run(machine).RunAsync(new(Now: true, Whole: true), Stop), Stop)).ToList();
        while (runs.Count(run => run.IsCompleted) < machines.Count - 1) await Task.WhenAny(runs.Where(run => !run.IsCompleted));
        asked.SetResult();
        var outcomes = await Task.WhenAll(runs);
        Assert.Single(outcomes, RunOutcome.Done);
        Assert.Equal(machines.Count - 1, outcomes.Count(outcome => outcome == RunOutcome.Busy));
        Assert.Equal(4 * 3, reads.Sum(store => store.Read.Count));
    }

    [Fact]
    public async Task A_store_that_is_away_has_lost_nothing_and_the_run_goes_on_when_it_is_back()
    {
        var documents = new List<Document>();
        for (var i = 0; i < 4; i++) documents.Add(await AddAsync($"{i}"));
        Objects.Forget();
        Objects.BeforeRead = key => key == KeyOf(documents[2]) ? throw new ObjectStoreUnavailableException("It does not answer.") : Task.CompletedTask;
        Assert.Equal(RunOutcome.Paused, await VerifyAsync());
        Assert.Empty(await FindingsAsync());
        Assert.Equal("It does not answer.", (await Machine.GetRequiredService<FixityReport>().StatusAsync(Stop)).Pass!.PausedBecause);

        Objects.Forget();
        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        Assert.Equal(documents[2..].Select(KeyOf), Objects.Read.Where(key => key.OriginalSha256 is not null));
        Assert.Empty(await FindingsAsync());
        Assert.Null((await Machine.GetRequiredService<FixityReport>().StatusAsync(Stop)).Pass!.PausedBecause);
    }

    [Fact]
    public async Task A_store_without_any_object_is_taken_for_one_that_is_away()
    {
        var document = await AddAsync("x");
        ObjectKey[] all = [KeyOf(document), ObjectKey.PageImage(document.Id, 1, "image/png"), ObjectKey.PageWords(document.Id, 1)];
        foreach (var key in all) await TamperAsync(FindingPlace.Objects, key, null);
        Assert.Equal(RunOutcome.Paused, await VerifyAsync());
        Assert.Empty(await FindingsAsync());
    }

    [Fact]
    public async Task Uploads_during_a_verification_are_no_findings()
    {
        for (var i = 0; i < 5; i++) await AddAsync($"before {i}");
        var more = Task.Run(
            async () =>
            {
                for (var i = 0; i < 25; i++) await AddAsync($"during {i}");
            },
            Stop);
        do Assert.Equal(RunOutcome.Done, await VerifyAsync());
        while (!more.IsCompleted);
        await more;
        await VerifyAsync();
        Assert.Empty(await FindingsAsync());
        Assert.Equal(30, (await Machine.GetRequiredService<FixityReport>().StatusAsync(Stop)).Pass!.Documents);
    }

    [Fact]
    public async Task Thousands_of_objects_that_nobody_knows_are_found_once_each_and_removed_only_when_asked()
    {
        const int Orphans = 2_100; // a listing of S3 has 1,000 keys
        var known = await AddAsync("known");
        await CopyAsync();
        var nobody = Guid.CreateVersion7();
        await Parallel.ForAsync(1, Orphans + 1, Stop, async (page, _) => await PutAsync(ObjectKey.PageWords(nobody, page), [1]));
        await VerifyAsync();
        Assert.Empty(await FindingsAsync()); // an upload may be at it
        Time.Advance(TimeSpan.FromDays(1.5));
        var young = ObjectKey.Original(Sha256Of("young"u8.ToArray()));
        await VerifyAsync();
        await VerifyAsync();
        Assert.Equal(Orphans, (await FindingsAsync()).Count);
        Assert.Equal(Orphans + 3, await CountAsync());
        await PutAsync(young, "young"u8.ToArray());

        var removed = await Machine.GetRequiredService<OrphanRemoval>().RemoveAsync((_, _) => { }, Stop);
        Assert.Equal(Orphans, removed);
        Assert.Equal(4, await CountAsync());
        Assert.Equal(known.Sha256, await Sha256OfAsync(KeyOf(known)));
        Assert.All(await FindingsAsync(), f => Assert.Equal((FindingState.Repaired, FindingRemedy.Removed), (f.State, f.Remedy)));
    }

    [Fact]
    public async Task An_orphan_that_is_sent_again_is_a_document_and_is_never_removed()
    {
        var other = await AddAsync("other");
        await PutAsync(ObjectKey.Original(Sha256Of(BytesOf("x"))), BytesOf("x"));
        Time.Advance(TimeSpan.FromDays(2));
        await VerifyAsync();
        Assert.Equal(FindingKind.Orphaned, Assert.Single(await FindingsAsync()).Kind);
        var document = await AddAsync("x");
        Assert.Equal(0, await Machine.GetRequiredService<OrphanRemoval>().RemoveAsync((_, _) => Assert.Fail("Nothing is to be removed."), Stop));
        Assert.Equal(document.Sha256, await Sha256OfAsync(KeyOf(document)));
        await VerifyAsync();
        Assert.Equal(FindingState.Repaired, Assert.Single(await FindingsAsync()).State);
        Assert.Equal(other.Sha256, await Sha256OfAsync(KeyOf(other)));
    }

    [Fact]
    public async Task What_somebody_accepted_stays_accepted_until_it_changes()
    {
        await OnlyStoreAsync();
        var document = await AddAsync("x");
        await TamperAsync(FindingPlace.Objects, KeyOf(document), "altered"u8.ToArray());
        await VerifyAsync();
        var book = Machine.GetRequiredService<FindingBook>();
        Assert.True(await book.AcceptAsync((await FindingsAsync())[0].Id, "The paper is lost.", Stop));
        await VerifyAsync();
        var accepted = Assert.Single(await FindingsAsync());
        Assert.Equal((FindingState.Accepted, "The paper is lost."), (accepted.State, accepted.Note));
        await TamperAsync(FindingPlace.Objects, KeyOf(document), "altered once more"u8.ToArray());
        await VerifyAsync();
        Assert.Equal([FindingState.Open, FindingState.Accepted], (await FindingsAsync()).Select(f => f.State));
        Assert.False(await book.AcceptAsync(Guid.NewGuid(), null, Stop));
    }

    [Fact]
    public async Task A_split_scan_has_one_original_and_no_orphans_and_a_damaged_page_of_a_part_is_made_again()
    {
        var scan = await AddAsync("s", pages: 3);
        await TamperAsync(FindingPlace.Objects, ObjectKey.PageImage(scan.Id, 3, "image/png"), null);
        await VerifyAsync();
        Assert.Equal(1, await CopyAsync());
        Time.Advance(TimeSpan.FromDays(2)); // what no row knows is an orphan from here on
        var split = (await Catalog.SplitAsync(scan.Id, (await Catalog.FindAsync(scan.Id, Stop))!.Version, SplitPlan.Of(3, [2])!, new("Lan", null), Stop))!;
        Assert.Equal(0, await CopyAsync());
        Assert.Equal(0, await Machine.GetRequiredService<OriginalCopies>().CountWaitingAsync(Stop));

        // What was found before is the part's now, and is made again from the scan's original.
        var found = Assert.Single(await FindingsAsync());
        Assert.Equal((split[1].Id, 2, FindingState.Open), (found.DocumentId!.Value, found.PageNumber!.Value, found.State));
        Assert.Equal([(split[1].Id, 2)], await Catalog.FindWishesAsync(10, Stop));
        await Machine.GetRequiredService<RecognizeAgainJob>().RunAsync(split[1].Id, 2, Stop);
        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        Assert.Equal(FindingState.Repaired, Assert.Single(await FindingsAsync()).State);

        // The original is verified once, as the scan's; while it is not whole, nothing is made from it.
        await OnlyStoreAsync();
        var original = await ReadAsync(KeyOf(scan));
        await TamperAsync(FindingPlace.Objects, KeyOf(scan), "altered"u8.ToArray());
        await TamperAsync(FindingPlace.Objects, ObjectKey.PageWords(scan.Id, 2), null);
        await VerifyAsync();
        var open = (await FindingsAsync()).Where(f => f.State == FindingState.Open).ToList();
        Assert.Equal(
            new[] { (KeyOf(scan).Value, (Guid?)scan.Id), (ObjectKey.PageWords(scan.Id, 2).Value, split[1].Id) }.ToHashSet(), open.Select(f => (f.Key, f.DocumentId)).ToHashSet());
        Assert.Empty(await Catalog.FindWishesAsync(10, Stop));
        await PutAsync(KeyOf(scan), original);
        await VerifyAsync();
        await Machine.GetRequiredService<RecognizeAgainJob>().RunAsync(split[1].Id, 1, Stop);
        await VerifyAsync();
        Assert.All(await FindingsAsync(), f => Assert.Equal(FindingState.Repaired, f.State));

        Assert.Equal(MergeOutcome.Merged, await Catalog.MergeAsync(scan.Id, (await Catalog.FindAsync(scan.Id, Stop))!.Version, "Gộp.", new("Lan", null), Stop));
        Assert.Equal(RunOutcome.Done, await VerifyAsync());
        Assert.All(await FindingsAsync(), f => Assert.Equal(FindingState.Repaired, f.State));
    }

    /// <summary>A program on the same catalog and stores.</summary>
    private ServiceProvider NewMachine(bool secondStore = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging().AddArchive().AddRecognition().AddFixity();
        services.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = Folder.File("data"), MinFreeBytes = 0 }));
        services.AddSingleton(Options.Create(Settings));
        services.AddSingleton<IPageRecognizer, FaithfulRecognizer>();
        services.AddSingleton<IIngestionPipeline, NoPipeline>();
        AddBackEnds(services, secondStore);
        var first = services.Last(service => service.ServiceType == typeof(IObjectStore));
        services.AddSingleton<IObjectStore>(provider => new WatchedStore((IObjectStore)first.ImplementationFactory!(provider)));
        return services.BuildServiceProvider();
    }

    private async Task OnlyStoreAsync()
    {
        await machines[0].DisposeAsync();
        machines[0] = NewMachine(secondStore: false);
    }

    private protected Task<RunOutcome> VerifyAsync()
    {
        Time.Advance(TimeSpan.FromMilliseconds(1)); // ids in order
        return Run(Machine).RunAsync(new(Now: true, Whole: true), Stop);
    }

    private protected Task<int> CopyAsync() => Machine.GetRequiredService<OriginalCopies>().RunAsync(whole: true, Stop);

    private static VerificationRun Run(IServiceProvider machine) => machine.GetRequiredService<VerificationRun>();

    /// <summary>Newest first.</summary>
    private protected async Task<IReadOnlyList<Finding>> FindingsAsync() => await Machine.GetRequiredService<FindingBook>().ListAsync(null, null, null, 10_000, Stop);

    /// <summary>A document that is ready, by the way of every upload.</summary>
    private protected async Task<Document> AddAsync(string name, int pages = 1)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1)); // ids in order
        var bytes = BytesOf(name);
        var document = new Document
        {
            Id = Guid.CreateVersion7(Time.GetUtcNow()), FileName = $"{name}.png", MediaType = "image/png", Sha256 = Sha256Of(bytes), ByteSize = bytes.Length,
            PageCount = pages, ReceivedAt = Time.GetUtcNow(),
        };
        await PutAsync(KeyOf(document), bytes);
        await Catalog.AddDocumentAsync(document, Stop);
        await Machine.GetRequiredService<LayOutPagesJob>().RunAsync(document.Id, Stop);
        for (var page = 1; page <= pages; page++) await Machine.GetRequiredService<RecognizePageJob>().RunAsync(document.Id, page, Stop);
        var reading = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Reading, "read", TimeSpan.FromMinutes(1), Stop);
        await Catalog.CompleteReadingAsync(reading!, DocumentReading.None, Stop);
        return document;
    }

    private async Task PutAsync(ObjectKey key, byte[] bytes)
    {
        var path = Folder.File(Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes, Stop);
        await Objects.PutFileAsync(key, path, Stop);
    }

    private async Task<byte[]> ReadAsync(ObjectKey key)
    {
        using var bytes = new MemoryStream();
        Assert.NotNull(await Objects.CopyToAsync(key, bytes, Stop));
        return bytes.ToArray();
    }

    private async Task<string?> Sha256OfAsync(ObjectKey key, FindingPlace place = FindingPlace.Objects)
    {
        var store = place == FindingPlace.Objects ? Objects : Machine.GetRequiredService<SecondStore>().Objects!;
        return (await store.CopyToAsync(key, Stream.Null, Stop))?.Sha256;
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        await foreach (var _ in Objects.ListAsync("", Stop)) count++;
        return count;
    }

    private protected static ObjectKey KeyOf(Document document) => ObjectKey.Original(document.Sha256);

    private static byte[] BytesOf(string name) => Encoding.UTF8.GetBytes($"the original of {name}");

    private static string Sha256Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class NoPipeline : IIngestionPipeline
    {
        public Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task QueueStandingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Says of the same original the same, as Tesseract does.</summary>
    private sealed class FaithfulRecognizer : IPageRecognizer
    {
        public async Task<RecognizedPage> RecognizeAsync(
            string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken)
        {
            var original = await File.ReadAllTextAsync(originalPath, cancellationToken);
            var path = Path.Combine(scratchFolder, "view");
            await File.WriteAllTextAsync(path, $"image of page {page}, {original}", cancellationToken);
            var words = $"trang {page} {original}".Split(' ').Select((text, i) => new Word(text, i, 0, 1, 1, 0.875, 0, 0));
            return new(new(page, 100, 100, [.. words], new("faithful", "1", null, new Dictionary<string, string>())) { Seconds = 0.25 }, path, "image/png");
        }
    }

    /// <summary>Notes what verification reads, and does beforehand what the test wants.</summary>
    private sealed class WatchedStore(IObjectStore inner) : IObjectStore
    {
        private ConcurrentQueue<ObjectKey> read = [];

        public IReadOnlyCollection<ObjectKey> Read => read;

        public Func<ObjectKey, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

        public void Forget() => (read, BeforeRead) = ([], _ => Task.CompletedTask);

        public async Task<ObjectContent?> CopyToAsync(ObjectKey key, Stream target, CancellationToken cancellationToken)
        {
            await BeforeRead(key);
            read.Enqueue(key);
            return await inner.CopyToAsync(key, target, cancellationToken);
        }

        public Task PutFileAsync(ObjectKey key, string path, CancellationToken cancellationToken) => inner.PutFileAsync(key, path, cancellationToken);

        public Task<Stream?> OpenReadAsync(ObjectKey key, CancellationToken cancellationToken) => inner.OpenReadAsync(key, cancellationToken);

        public Task<LocalObject> GetLocalFileAsync(ObjectKey key, CancellationToken cancellationToken) => inner.GetLocalFileAsync(key, cancellationToken);

        public Task<bool> ExistsAsync(ObjectKey key, CancellationToken cancellationToken) => inner.ExistsAsync(key, cancellationToken);

        public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);

        public IAsyncEnumerable<StoredObject> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

        public Task<bool> RemoveAsync(ObjectKey key, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => inner.RemoveAsync(key, unlessPutSince, cancellationToken);
    }
}
