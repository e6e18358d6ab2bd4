using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwardArchive.Tests.Archive;

/// <summary>What every catalog must do.</summary>
public abstract partial class CatalogContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected abstract IServiceProvider Services { get; }

    private Catalog Catalog => Services.GetRequiredService<Catalog>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_bytes_give_the_same_document()
    {
        var (first, added) = await Catalog.AddDocumentAsync(NewDocument("aa"), Stop);
        var (second, addedAgain) = await Catalog.AddDocumentAsync(NewDocument("aa"), Stop);
        Assert.True(added);
        Assert.False(addedAgain);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Of_many_who_add_the_same_bytes_at_once_one_adds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Catalog.AddDocumentAsync(NewDocument("bb"), Stop))));
        Assert.Single(results, r => r.Added);
        Assert.Single(results.Select(r => r.Document.Id).Distinct());
    }

    [Fact]
    public async Task A_document_goes_its_way_and_each_change_has_the_next_number()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 2);
        Assert.False(await RecognizeAsync(id, 1));
        Assert.Equal(DocumentStatus.Recognizing, (await Catalog.FindAsync(id, Stop))!.Status);
        Assert.True(await RecognizeAsync(id, 2));
        Assert.Equal(DocumentStatus.Reading, (await Catalog.FindAsync(id, Stop))!.Status);
        var reading = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        var number = new Fact("26", "26 /KH", 1, new Box(1, 2, 3, 4), 0.9, "number-line/1");
        Assert.True(await Catalog.CompleteReadingAsync(reading!, DocumentReading.None with { Facts = DocumentFacts.None with { Number = number } }, Stop));

        var ready = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal(DocumentStatus.Ready, ready.Status);
        Assert.Equal(number, ready.Facts!.Number);
        Assert.Null(ready.LeaseOwner);
        await using var db = await OpenAsync();
        Assert.Equal([1L, 2, 3, 4], await db.Changes.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Stop));
        Assert.Equal(
            ["layout", "recognize", "recognize", "read"],
            await db.Attempts.OrderBy(a => a.Id).Where(a => a.EndedAt != null && a.Error == null).Select(a => a.Step).ToListAsync(Stop));
    }

    [Fact]
    public async Task An_award_entry_keeps_its_identity_when_the_document_is_read_again()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        await RecognizeAsync(id, 1);
        await ReadAsync(id, (IReadOnlyList<AwardEntry>)[Row("Nguyễn Thị Hoà", 100), Row("Hồ Thị Mon", 300)]);
        var first = await Catalog.FindEntriesAsync(id, 0, 10, Stop);
        Assert.Equal([(1, "nguyenthihoa", (int?)1932), (2, "hothimon", 1932)], first.Select(e => (e.Ordinal, e.NameKey, e.BirthYear)));

        // The rules have learnt to read a row between them, and a mark of the second name.
        Assert.Equal(1, await Catalog.DemandReadingsAsync(id, Stop));
        Assert.Equal((id, DocumentStatus.Reading), Assert.Single(await Catalog.FindNextDocumentsAsync(10, Stop)));
        await ReadAsync(id, (IReadOnlyList<AwardEntry>)[Row("Nguyễn Thị Hoà", 102), Row("Trần Văn An", 200), Row("Hồ Thị Môn", 299)]);
        var second = await Catalog.FindEntriesAsync(id, 0, 10, Stop);
        Assert.Equal(["Nguyễn Thị Hoà", "Trần Văn An", "Hồ Thị Môn"], second.Select(e => e.Value.Name.Value));
        Assert.Equal([first[0].Id, first[1].Id], [second[0].Id, second[2].Id]);
        Assert.DoesNotContain(second[1].Id, first.Select(e => e.Id));
        Assert.Equal("Trần Văn An", Assert.Single(await Catalog.FindEntriesAsync(id, 1, 1, Stop)).Value.Name.Value);

        await Catalog.DemandReadingsAsync(null, Stop);
        await ReadAsync(id, (IReadOnlyList<AwardEntry>)[Row("Trần Văn An", 200)]);
        Assert.Equal(second[1].Id, Assert.Single(await Catalog.FindEntriesAsync(id, 0, 10, Stop)).Id);
    }

    [Fact]
    public async Task Only_what_has_words_and_is_not_on_its_way_is_read_again()
    {
        var waiting = await AddAsync();
        await LayOutAsync(waiting, 1);
        Assert.Equal(0, await Catalog.DemandReadingsAsync(null, Stop));
        await RecognizeAsync(waiting, 1);
        await ReadAsync(waiting, []);
        await Catalog.WithdrawAsync(waiting, "Nhầm.", Stop);
        Assert.Equal(0, await Catalog.DemandReadingsAsync(null, Stop));
        Assert.Equal(0, await Catalog.DemandReadingsAsync(Guid.NewGuid(), Stop));
    }

    [Fact]
    public async Task Of_many_who_finish_pages_at_once_one_moves_the_document_on()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 12);
        var advanced = await Task.WhenAll(Enumerable.Range(1, 12).Select(page => Task.Run(() => RecognizeAsync(id, page))));
        Assert.Single(advanced, true);
    }

    [Fact]
    public async Task A_held_step_is_nobody_elses_until_its_time_is_up()
    {
        var id = await AddAsync();
        var first = await Catalog.TryLeaseAsync(id, DocumentStatus.Received, "layout", Lease, Stop);
        Assert.NotNull(first);
        Assert.Null(await Catalog.TryLeaseAsync(id, DocumentStatus.Received, "layout", Lease, Stop));
        Assert.Empty(await Catalog.FindNextDocumentsAsync(10, Stop));

        Time.Advance(Lease + TimeSpan.FromSeconds(1));
        Assert.Equal([(id, DocumentStatus.Received)], await Catalog.FindNextDocumentsAsync(10, Stop));
        var second = await Catalog.TryLeaseAsync(id, DocumentStatus.Received, "layout", Lease, Stop);
        Assert.NotNull(second);
        Assert.False(await Catalog.CompleteLayoutAsync(first, 1, Stop));
        Assert.True(await Catalog.CompleteLayoutAsync(second, 1, Stop));
    }

    [Fact]
    public async Task A_page_that_fails_too_often_is_parked_and_the_others_go_on()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 2);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var lease = await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop);
            var (failure, advanced) = await Catalog.FailAsync(lease!, "Không đọc được.", "exit code 1", 3, Stop);
            Assert.Equal(attempt == 3 ? StepFailure.Parked : StepFailure.WillRetry, failure);
            Assert.False(advanced);
        }
        Assert.Null(await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop));
        Assert.True(await RecognizeAsync(id, 2));
        var reading = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        await Catalog.CompleteReadingAsync(reading!, DocumentReading.None, Stop);
        var document = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal(DocumentStatus.NeedsAttention, document.Status);
        Assert.Equal("Trang 1: Không đọc được.", document.Reason);

        Assert.Equal(DocumentStatus.Recognizing, await Catalog.RetryAsync(id, Stop));
        Assert.Equal([(id, 1)], await Catalog.FindNextPagesAsync(10, Stop));
        Assert.True(await RecognizeAsync(id, 1));
    }

    [Fact]
    public async Task A_step_given_back_counts_no_failure()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        for (var i = 0; i < 10; i++)
            await Catalog.ReleaseAsync((await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop))!, "Stopped.", Stop);
        Assert.True(await RecognizeAsync(id, 1));
    }

    [Fact]
    public async Task A_result_without_its_lease_is_not_written()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        var lost = await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop);
        await Catalog.ReleaseAllAsync(Stop);
        Assert.False(await Catalog.CompletePageAsync(lost!, new("late", [], null), Result(id, 1, 1), Stop));
        Assert.Equal(StepFailure.LeaseLost, (await Catalog.FailAsync(lost!, "x", "x", 1, Stop)).Failure);
        await using var db = await OpenAsync();
        Assert.Equal("", (await db.Pages.SingleAsync(Stop)).Text);
    }

    [Fact]
    public async Task An_edit_of_an_old_version_is_refused()
    {
        var id = await AddAsync();
        Assert.True(await Catalog.EditAsync(id, 1, d => d.SourceReference = "Kho 2, hộp 7", Stop));
        Assert.False(await Catalog.EditAsync(id, 1, d => d.SourceReference = "other", Stop));
        var document = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal(("Kho 2, hộp 7", 2), (document.SourceReference, document.Version));
    }

    [Fact]
    public async Task A_withdrawn_document_takes_no_further_step()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        Assert.True(await Catalog.WithdrawAsync(id, "Trùng bản", Stop));
        Assert.False(await Catalog.WithdrawAsync(id, "Trùng bản", Stop));
        Assert.Null(await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop));
        Assert.Empty(await Catalog.FindNextDocumentsAsync(10, Stop));
    }

    [Fact]
    public async Task What_came_by_itself_goes_before_bulk_loads_at_every_step()
    {
        var bulk = await AddAsync("bulk", "load");
        var single = await AddAsync("single");
        Assert.Equal([single, bulk], (await Catalog.FindNextDocumentsAsync(10, Stop)).Select(next => next.Id));
        await LayOutAsync(bulk, 2);
        await LayOutAsync(single, 1);
        Assert.Equal([(single, 1), (bulk, 1), (bulk, 2)], await Catalog.FindNextPagesAsync(10, Stop));
        await RecognizeAsync(bulk, 1);
        await RecognizeAsync(bulk, 2);
        await RecognizeAsync(single, 1);
        Assert.Equal([(single, DocumentStatus.Reading), (bulk, DocumentStatus.Reading)], await Catalog.FindNextDocumentsAsync(10, Stop));
    }

    [Fact]
    public async Task Bulk_loads_take_turns_whoever_came_first_and_however_long_they_are()
    {
        var first = await AddAsync("a1", "A");
        var second = await AddAsync("a2", "A");
        await LayOutAsync(first, 3);
        await LayOutAsync(second, 2);
        await RecognizeAsync(first, 1);
        await RecognizeAsync(first, 2);
        // A stands at its third page; B begins there, not behind, and gets no credit for having come late.
        var late = await AddAsync("b", "B");
        await LayOutAsync(late, 2);
        await AssertNextAsync([(first, 3), (late, 1)], [(second, 1), (late, 2)], [(second, 2)]);
        foreach (var (document, page) in await Catalog.FindNextPagesAsync(10, Stop)) await RecognizeAsync(document, page);

        // A had more than B until now; that is over when nobody waits.
        var again = await AddAsync("b2", "B");
        await LayOutAsync(again, 2);
        var other = await AddAsync("a3", "A");
        await LayOutAsync(other, 2);
        await AssertNextAsync([(again, 1), (other, 1)], [(again, 2), (other, 2)]);
    }

    [Fact]
    public async Task A_long_document_that_came_by_itself_shares_with_a_short_one()
    {
        var thick = await AddAsync("thick");
        await LayOutAsync(thick, 300);
        for (var page = 1; page <= 5; page++) await RecognizeAsync(thick, page);
        var thin = await AddAsync("thin");
        await LayOutAsync(thin, 1);
        Assert.Contains((thin, 1), await Catalog.FindNextPagesAsync(2, Stop));
    }

    [Fact]
    public async Task A_page_that_failed_waits_behind_those_that_were_not_tried()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 3);
        await Catalog.FailAsync((await Catalog.TryLeasePageAsync(id, 1, "recognize", Lease, Stop))!, "Không đọc được.", "exit code 1", 3, Stop);
        Assert.Equal([(id, 2), (id, 3), (id, 1)], await Catalog.FindNextPagesAsync(10, Stop));
    }

    [Fact]
    public async Task What_waits_is_counted_and_what_is_held_is_not()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 3);
        await AddAsync("other");
        Assert.Equal(new WaitingSteps(1, 3, 0), await Catalog.CountWaitingAsync(100, Stop));
        Assert.Equal(new WaitingSteps(1, 2, 0), await Catalog.CountWaitingAsync(2, Stop));
        await Catalog.TryLeasePageAsync(id, 2, "recognize", Lease, Stop);
        Assert.Equal(new WaitingSteps(1, 2, 0), await Catalog.CountWaitingAsync(100, Stop));
        Assert.Equal(2, await Catalog.CountWaitingPagesAsync(id, Stop));
        Time.Advance(Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(new WaitingSteps(1, 3, 0), await Catalog.CountWaitingAsync(100, Stop));
        await Catalog.WithdrawAsync(id, "Trùng bản", Stop);
        Assert.Equal(new WaitingSteps(1, 0, 0), await Catalog.CountWaitingAsync(100, Stop));
    }

    [Fact]
    public async Task A_recognized_page_keeps_its_text_its_other_readings_and_why_to_look_at_it()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 2);
        await RecognizeAsync(id, 1);
        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("mẹ", PageReview.LowConfidence, 1, ChoiceBy.First), (page.Text, page.Review!.Value, page.Recognition, page.ChosenBy));
        var alternative = Assert.Single(page.Alternatives);
        Assert.Equal((0, 2), (alternative.Start, alternative.Length));
        Assert.Equal(["me", "mé"], alternative.Readings);
        Assert.Equal("4", Assert.Single(await Catalog.FindRecognitionsAsync(id, 1, Stop)).Parameters["psm"]);
        Assert.Equal(id, (await Catalog.FindRecognitionBySourceAsync("5e", id, Stop))!.DocumentId);
    }

    [Fact]
    public async Task A_page_recognized_again_keeps_both_results_and_the_better_one_counts()
    {
        var id = await ReadyAsync();
        Assert.Equal(1, await Catalog.WishAsync(id, 1, 0.7, new(PageSegmentation: 6), Stop));
        Assert.Equal(0, await Catalog.WishAsync(id, 1, 0.5, new(), Stop));
        Assert.Equal([(id, 1)], await Catalog.FindWishesAsync(10, Stop));
        var again = (await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop))!;
        Assert.Null(await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop));
        Assert.Equal((2, 6), (again.Number, again.Page.Wish!.PageSegmentation));
        var before = await Catalog.LastChangeAsync(Stop);
        Assert.True(await Catalog.CompleteWishAsync(again.Step, Result(id, 1, 2), new("Mẹ", [], null), Stop));

        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("Mẹ", 2, ChoiceBy.Rule, null, null), (page.Text, page.Recognition, page.ChosenBy, page.Wish, page.Review));
        Assert.Equal([1, 2], (await Catalog.FindRecognitionsAsync(id, 1, Stop)).Select(kept => kept.Number));
        Assert.Equal(before + 1, await Catalog.LastChangeAsync(Stop));
        Assert.Empty(await Catalog.FindWishesAsync(10, Stop));
        // Still to be found, and its facts are due.
        Assert.Equal(DocumentStatus.Ready, (await Catalog.FindAsync(id, Stop))!.Status);
        Assert.Equal([(id, DocumentStatus.Reading)], await Catalog.FindNextDocumentsAsync(10, Stop));
        await ReadAsync(id);
        Assert.Empty(await Catalog.FindNextDocumentsAsync(10, Stop));
    }

    [Fact]
    public async Task No_rule_changes_what_a_person_chose()
    {
        var id = await ReadyAsync();
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        Assert.Equal(ChoiceOutcome.NotFound, await Catalog.ChooseAsync(id, 1, 2, new SeenState.OfDocument(version), new("mẹ", [], null), Stop));
        Assert.Equal(ChoiceOutcome.Changed, await Catalog.ChooseAsync(id, 1, 1, new SeenState.OfDocument(version - 1), new("mẹ", [], null), Stop));
        Assert.Equal(ChoiceOutcome.Chosen, await Catalog.ChooseAsync(id, 1, 1, new SeenState.OfDocument(version), new("mẹ", [], PageReview.LowConfidence), Stop));
        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal((ChoiceBy.Person, null), (page.ChosenBy, page.Review));

        await Catalog.WishAsync(id, null, null, new(Choose: WishedChoice.New), Stop);
        var again = (await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop))!;
        Assert.False(await Catalog.CompleteWishAsync(again.Step, Result(id, 1, again.Number), new("other", [], null), Stop));
        page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("mẹ", 1, ChoiceBy.Person), (page.Text, page.Recognition, page.ChosenBy));
        Assert.Equal(2, (await Catalog.FindRecognitionsAsync(id, 1, Stop)).Count);
    }

    [Fact]
    public async Task Reading_the_facts_anew_does_not_void_a_choice_made_on_the_results_of_a_page()
    {
        var id = await ReadyAsync();
        var seen = new SeenState.OfPage(1, ChoiceBy.First);
        await Catalog.WishAsync(id, null, null, new(Choose: WishedChoice.New), Stop);
        var again = (await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop))!;
        Assert.True(await Catalog.CompleteWishAsync(again.Step, Result(id, 1, again.Number), new("Mẹ", [], null), Stop));
        Assert.Equal(ChoiceOutcome.Changed, await Catalog.ChooseAsync(id, 1, 1, seen, new("mẹ", [], null), Stop));

        seen = new(2, ChoiceBy.Rule);
        await ReadAsync(id);
        Assert.Equal(ChoiceOutcome.Chosen, await Catalog.ChooseAsync(id, 1, 2, seen, new("Mẹ", [], null), Stop));
        Assert.Equal(ChoiceBy.Person, (await Catalog.FindPageAsync(id, 1, Stop))!.ChosenBy);
    }

    [Fact]
    public async Task A_wish_that_fails_too_often_is_given_up_and_the_page_stays_as_it_is()
    {
        var id = await ReadyAsync();
        await Catalog.WishAsync(null, null, null, new(), Stop);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var again = (await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop))!;
            Assert.Equal(attempt + 1, again.Number); // a lost attempt's number, and its object keys, are never used again
            var (failure, _) = await Catalog.FailAsync(again.Step, "Quá lâu.", "timeout", 2, Stop);
            Assert.Equal(attempt == 2 ? StepFailure.Parked : StepFailure.WillRetry, failure);
        }
        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("mẹ", PageStatus.Recognized, null, "Quá lâu."), (page.Text, page.Status, page.Wish, page.WishFailure));
    }

    [Fact]
    public async Task Words_that_change_while_facts_are_read_are_read_once_more()
    {
        var id = await ReadyAsync();
        await Catalog.ChooseAsync(id, 1, 1, new SeenState.OfDocument((await Catalog.FindAsync(id, Stop))!.Version), new("mẹ", [], null), Stop);
        var reading = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        await Catalog.ChooseAsync(id, 1, 1, new SeenState.OfDocument((await Catalog.FindAsync(id, Stop))!.Version), new("mẹ", [], null), Stop);
        Assert.False(await Catalog.CompleteReadingAsync(reading!, DocumentReading.None, Stop));
        Assert.Equal([(id, DocumentStatus.Reading)], await Catalog.FindNextDocumentsAsync(10, Stop));
    }

    [Fact]
    public async Task What_a_person_stated_is_laid_over_every_later_reading()
    {
        var id = await ReadyAsync();
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        var before = await Catalog.LastChangeAsync(Stop);
        var added = Guid.CreateVersion7();
        Assert.True(await Catalog.CorrectAsync(
            id, version,
            [
                Statement.About("number", CorrectionAction.Set, [FactOf("325")]),
                Statement.About("number", CorrectionAction.Set, [FactOf("352")]),
                Statement.About(added, CorrectionAction.Add, new AwardEntry(FactOf("Lê Thị Z"), 1, new(0, 300, 10, 10))),
            ],
            new("Lan", null), Stop));
        Assert.Equal((version + 1, before + 1), ((await Catalog.FindAsync(id, Stop))!.Version, await Catalog.LastChangeAsync(Stop)));

        await ReadAgainAsync(id, new(
            DocumentFacts.None with { Number = FactOf("1"), Symbol = FactOf("QĐ") }, [new(FactOf("Trần Văn Y"), 1, new(0, 100, 10, 10)), new(FactOf("Hồ Thị N"), 1, new(0, 500, 10, 10))]));
        var facts = (await Catalog.FindAsync(id, Stop))!.Facts!;
        Assert.Equal(("352", "QĐ"), (facts.Number!.Value, facts.Symbol!.Value));
        var entries = await Catalog.FindEntriesAsync(id, 0, 10, Stop);
        Assert.Equal([("Trần Văn Y", 1), ("Lê Thị Z", 2), ("Hồ Thị N", 3)], entries.Select(entry => (entry.Value.Name.Value, entry.Ordinal)));
        Assert.Equal(added, entries[1].Id);
        Assert.Equal([3, 2], (await Catalog.FindCorrectionsAsync(id, null, 2, Stop)).Select(correction => correction.Number));
        Assert.Equal("1", MachineReading.Unpack((await Catalog.FindReadingAsync(id, Stop))!.Content).Facts.Number!.Value);
    }

    [Fact]
    public async Task A_statement_of_which_a_part_cannot_be_is_not_written_at_all()
    {
        var id = await ReadyAsync();
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        Assert.False(await Catalog.CorrectAsync(
            id, version, [Statement.About("number", CorrectionAction.Set, [FactOf("325")]), Statement.About(Guid.NewGuid(), RowField.Find<AwardEntry>("name")!, FactOf("A"))], new("Lan", null), Stop));
        Assert.Empty(await Catalog.FindCorrectionsAsync(id, null, 10, Stop));
        Assert.Null((await Catalog.FindAsync(id, Stop))!.Facts!.Number);
    }

    [Fact]
    public async Task Of_many_who_correct_what_they_saw_at_once_one_does()
    {
        var id = await ReadyAsync();
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        var done = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => Catalog.CorrectAsync(
            id, version, [Statement.About("number", CorrectionAction.Set, [FactOf($"{i}")])], new($"person {i}", null), Stop))));
        Assert.Single(done, true);
        var said = Assert.Single(await Catalog.FindCorrectionsAsync(id, null, 10, Stop));
        Assert.Equal(said.Facts[0].Value, (await Catalog.FindAsync(id, Stop))!.Facts!.Number!.Value);
    }

    [Fact]
    public async Task An_annex_is_proposed_for_the_dossier_of_its_decision_until_it_is_refused_or_joined()
    {
        var dossier = await Catalog.GetDossierOfFolderAsync("hộp 1/hồ sơ 2", Stop);
        Assert.Equal(dossier, await Catalog.GetDossierOfFolderAsync("hộp 1/hồ sơ 2", Stop));
        Assert.Equal("hồ sơ 2", (await Catalog.FindDossierAsync(dossier, Stop))!.Title);
        var decision = await ReadyAsync("decision", DocumentFacts.None with { Number = FactOf("352"), Symbol = FactOf("KT/HĐNN"), IssuedOn = FactOf("1985-09-19") });
        var annex = await ReadyAsync("annex", DocumentFacts.None with { AnnexTo = FactOf("352/KT-HĐNN") });
        var citing = await ReadyAsync("citing", DocumentFacts.None with { Number = FactOf("9"), Symbol = FactOf("TTr"), Citations = [FactOf("352/KT-HĐNN"), FactOf("56/2013/NĐ-CP")] });
        await ReadyAsync("other year", DocumentFacts.None with { AnnexTo = FactOf("352/KT-HĐNN") with { AsWritten = "352 KT/HĐNN ngày 1 tháng 5 năm 1986" } });
        await ReadyAsync("same law", DocumentFacts.None with { Citations = [FactOf("56/2013/NĐ-CP")] });
        Assert.Empty(await Catalog.FindProposalsAsync(dossier, 10, Stop));

        await JoinAsync(decision, dossier);
        var proposals = await Catalog.FindProposalsAsync(dossier, 10, Stop);
        Assert.Equal(
            [(annex, ReferenceKind.Annex, decision), (citing, ReferenceKind.Citation, decision)],
            proposals.Select(proposal => (proposal.Document.Id, proposal.Kind, proposal.Member.Id)));
        var refusal = new DossierRefusal { DossierId = dossier, DocumentId = citing, By = "Lan", At = Time.GetUtcNow() };
        await Catalog.RefuseProposalAsync(refusal, Stop);
        await Catalog.RefuseProposalAsync(refusal, Stop);
        await ReadAgainAsync(citing, new(DocumentFacts.None with { Citations = [FactOf("352/KT-HĐNN")] }, []));
        Assert.Equal(annex, Assert.Single(await Catalog.FindProposalsAsync(dossier, 10, Stop)).Document.Id);
        await JoinAsync(annex, dossier);
        Assert.Empty(await Catalog.FindProposalsAsync(dossier, 10, Stop));
        Assert.Equal([decision, annex], (await Catalog.FindDossierDocumentsAsync(dossier, 10, Stop)).Select(document => document.Id));
        Assert.Equal(new DossierContent(2, 2), Assert.Single(await Catalog.FindDossiersAsync(null, 10, Stop)).Content);
    }

    [Fact]
    public async Task A_correction_of_a_number_joins_papers_too()
    {
        var dossier = await Catalog.GetDossierOfFolderAsync("hộp 1", Stop);
        var decision = await ReadyAsync("decision", DocumentFacts.None with { Number = FactOf("325"), Symbol = FactOf("KT/HĐNN") });
        var annex = await ReadyAsync("annex", DocumentFacts.None with { AnnexTo = FactOf("352/KT-HĐNN") });
        await JoinAsync(decision, dossier);
        Assert.Empty(await Catalog.FindProposalsAsync(dossier, 10, Stop));
        var version = (await Catalog.FindAsync(decision, Stop))!.Version;
        Assert.True(await Catalog.CorrectAsync(decision, version, [Statement.About("number", CorrectionAction.Set, [FactOf("352")])], new("Lan", null), Stop));
        Assert.Equal(annex, Assert.Single(await Catalog.FindProposalsAsync(dossier, 10, Stop)).Document.Id);
    }

    [Fact]
    public async Task Of_many_who_make_the_dossier_of_a_folder_at_once_one_does()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Catalog.GetDossierOfFolderAsync("hộp 1", Stop))));
        Assert.Single(made.Distinct());
        Assert.Single(await Catalog.FindDossiersAsync(null, 10, Stop));
    }

    [Fact]
    public async Task Of_many_who_keep_the_report_of_one_state_at_once_one_does_and_all_get_it()
    {
        var dossier = await Catalog.GetDossierOfFolderAsync("hộp 1", Stop);
        var kept = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Task.Run(() => Catalog.KeepReportAsync(NewReport(dossier, "aa", $"người {at}"), Stop))));
        var one = Assert.Single(kept, report => report.IsNew).Kept;
        Assert.All(kept, report => Assert.Equal((one.MadeBy, one.PdfSha256), (report.Kept.MadeBy, report.Kept.PdfSha256)));
        Time.Advance(TimeSpan.FromMinutes(1));
        await Catalog.KeepReportAsync(NewReport(dossier, "bb", "Lan"), Stop);
        Assert.Equal(["bb", "aa"], (await Catalog.FindReportsAsync(dossier, Stop)).Select(report => report.Digest));
        var found = (await Catalog.FindReportAsync(dossier, "bb", Stop))!;
        Assert.Equal((new DateOnly(2024, 12, 2), Time.GetUtcNow(), "eligible"), (found.AsOf, found.MadeAt, found.Result));
        Assert.Null(await Catalog.FindReportAsync(Guid.NewGuid(), "bb", Stop));

        DossierReport NewReport(Guid id, string digest, string by) => new()
        {
            DossierId = id, Digest = digest, PdfSha256 = digest, PdfBytes = 7, StateAt = Time.GetUtcNow(), AsOf = new(2024, 12, 2), Result = "eligible", MadeAt = Time.GetUtcNow(), MadeBy = by,
        };
    }

    [Fact]
    public async Task An_edit_of_an_old_version_of_a_dossier_is_refused()
    {
        var id = await Catalog.GetDossierOfFolderAsync("hộp 1", Stop);
        Assert.True(await Catalog.EditDossierAsync(id, 1, dossier => dossier.Record = new Dictionary<string, string> { ["keyword"] = "khen thưởng" }, Stop));
        Assert.False(await Catalog.EditDossierAsync(id, 1, dossier => dossier.Title = "other", Stop));
        var dossier = (await Catalog.FindDossierAsync(id, Stop))!;
        Assert.Equal(("hộp 1", 2, "khen thưởng"), (dossier.Title, dossier.Version, dossier.Record["keyword"]));
    }

    [Fact]
    public async Task A_withdrawn_document_has_no_wishes()
    {
        var id = await ReadyAsync();
        await Catalog.WishAsync(id, null, null, new(), Stop);
        await Catalog.WithdrawAsync(id, "Trùng bản", Stop);
        Assert.Empty(await Catalog.FindWishesAsync(10, Stop));
        Assert.Null(await Catalog.TryLeaseWishAsync(id, 1, Lease, Stop));
        Assert.Equal(0, await Catalog.WishAsync(id, null, null, new(), Stop));
    }

    [Fact]
    public async Task Readers_of_the_feed_skip_nothing_while_many_write()
    {
        const int Writers = 8, Each = 12;
        var seen = new List<long>();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reader = Task.Run(async () =>
        {
            var last = 0L;
            while (last < Writers * Each)
            {
                await using var db = await OpenAsync();
                var next = await db.Changes.Where(c => c.Number > last).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Stop);
                seen.AddRange(next);
                last = next.Count > 0 ? next[^1] : last;
            }
        }, Stop);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++) await Catalog.AddDocumentAsync(NewDocument($"{writer}-{i}"), Stop);
        }, Stop)));
        await reader;
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => (long)n), seen);
    }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    private Task<CatalogDbContext> OpenAsync() => Services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync(Stop);

    private static AwardEntry Row(string name, int y)
    {
        var box = new Box(100, y, 1200, 40);
        return new(new(name, name, 1, box, 0.9, "test/1"), 1, box) { BirthYear = new("1932", "1932", 1, box, 0.9, "test/1") };
    }

    private async Task<Guid> AddAsync(string content = "cc", string? batch = null) =>
        (await Catalog.AddDocumentAsync(NewDocument(content, batch), Stop)).Document.Id;

    private async Task<Guid> ReadyAsync()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        await RecognizeAsync(id, 1);
        await ReadAsync(id);
        return id;
    }

    [Fact]
    public async Task Persons_of_a_form_keep_their_ids_beside_the_entries_of_the_same_place_and_what_is_said_of_them()
    {
        var id = await AddAsync();
        await LayOutAsync(id, 1);
        await RecognizeAsync(id, 1);
        await ReadAsync(id, new DocumentReading(DocumentFacts.None, [Row("Nguyễn Thị Gái", 100)]) { Kin = [Person(KinRelation.Self, "Nguyễn Thị Gái", 100), Person(KinRelation.Child, "Trần Văn Mẫn", 300)] });
        var before = await Catalog.FindRowsAsync<Kin>(id, 0, 10, Stop);
        Assert.Equal([(1, "nguyenthigai", KinRelation.Self), (2, "tranvanman", KinRelation.Child)], before.Select(kin => (kin.Ordinal, kin.NameKey, kin.Value.Relation)));
        Assert.Single(await Catalog.FindEntriesAsync(id, 0, 10, Stop));
        var version = (await Catalog.FindAsync(id, Stop))!.Version;
        var added = Guid.CreateVersion7();
        Assert.True(await Catalog.CorrectAsync(
            id, version,
            [
                Statement.About(before[1].Id, RowField.Find<KinEntry>("certificateNo")!, FactOf("AB 123b")),
                Statement.About(added, CorrectionAction.Add, Person(KinRelation.Child, "Trần Văn Mạnh", 200)),
            ],
            new("Lan", null), Stop));

        Assert.Equal(1, await Catalog.DemandReadingsAsync(id, Stop));
        await ReadAsync(id, new DocumentReading(DocumentFacts.None, []) { Kin = [Person(KinRelation.Child, "Trần Văn Man", 304) with { DeathDate = FactOf("1968") }] });
        var after = await Catalog.FindRowsAsync<Kin>(id, 0, 10, Stop);
        Assert.Equal([added, before[1].Id], after.Select(kin => kin.Id));
        Assert.Equal(("Trần Văn Man", "AB 123b", "1968"), (after[1].Value.Name.Value, after[1].Value.CertificateNo!.Value, after[1].Value.DeathDate!.Value));
        Assert.Empty(await Catalog.FindEntriesAsync(id, 0, 10, Stop));
    }

    private static KinEntry Person(KinRelation relation, string name, int y) => new(relation, FactOf(name), 1, new(0, y, 300, 30));

    private Task ReadAsync(Guid id, params IReadOnlyList<AwardEntry> entries) => ReadAsync(id, new DocumentReading(DocumentFacts.None, entries));

    private async Task ReadAsync(Guid id, DocumentReading reading)
    {
        var lease = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        Assert.True(await Catalog.CompleteReadingAsync(lease!, reading, Stop));
    }

    private async Task<Guid> ReadyAsync(string content, DocumentFacts facts)
    {
        var id = await AddAsync(content);
        await LayOutAsync(id, 1);
        await RecognizeAsync(id, 1);
        var reading = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        Assert.True(await Catalog.CompleteReadingAsync(reading!, new(facts, []), Stop));
        return id;
    }

    private async Task JoinAsync(Guid id, Guid dossier) =>
        Assert.True(await Catalog.EditAsync(id, (await Catalog.FindAsync(id, Stop))!.Version, document => document.DossierId = dossier, Stop));

    private async Task ReadAgainAsync(Guid id, DocumentReading reading)
    {
        Assert.True(await Catalog.EditAsync(id, (await Catalog.FindAsync(id, Stop))!.Version, document => document.IsReadingDue = true, Stop));
        var lease = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        Assert.True(await Catalog.CompleteReadingAsync(lease!, reading, Stop));
    }

    private static Fact FactOf(string value) => new(value, value, 1, new Box(1, 2, 3, 4), 0.9, "test/1");

    private async Task LayOutAsync(Guid id, int pages)
    {
        var lease = await Catalog.TryLeaseAsync(id, DocumentStatus.Received, "layout", Lease, Stop);
        Assert.True(await Catalog.CompleteLayoutAsync(lease!, pages, Stop));
    }

    private async Task<bool> RecognizeAsync(Guid id, int page)
    {
        var lease = await Catalog.TryLeasePageAsync(id, page, "recognize", Lease, Stop);
        return await Catalog.CompletePageAsync(lease!, new("mẹ", [new(0, 2, ["me", "mé"])], PageReview.LowConfidence), Result(id, page, 1), Stop);
    }

    private PageRecognition Result(Guid id, int page, int number) => new()
    {
        DocumentId = id,
        PageNumber = page,
        Number = number,
        MadeAt = Time.GetUtcNow(),
        MadeBy = "test",
        Engine = "tesseract",
        EngineVersion = "5.3.0",
        Parameters = new Dictionary<string, string> { ["psm"] = "4" },
        Width = 10,
        Height = 20,
        ImageMediaType = "image/png",
        Confidence = 0.6,
        WordCount = 1,
        LetterCount = 2,
        Source = "5e",
    };

    /// <summary>Where pages have the same turn, either may be first.</summary>
    private async Task AssertNextAsync(params (Guid Document, int Page)[][] turns)
    {
        var next = new Queue<(Guid, int)>(await Catalog.FindNextPagesAsync(10, Stop));
        foreach (var turn in turns) Assert.Equal(turn.ToHashSet(), turn.Select(_ => next.Dequeue()).ToHashSet());
        Assert.Empty(next);
    }

    private Document NewDocument(string hash, string? batch = null) => new()
    {
        Id = Guid.CreateVersion7(),
        FileName = "quyết định.pdf",
        MediaType = "application/pdf",
        ByteSize = 7,
        Sha256 = hash,
        Batch = batch,
        ReceivedAt = Time.GetUtcNow(),
        PageCount = 1,
    };
}
