using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

public sealed class SplitPlanTests
{
    [Theory]
    [InlineData(7, new[] { 4, 6 }, "1–3 4–5 6–7")]
    [InlineData(7, new[] { 6, 1, 4, 6 }, "1–3 4–5 6–7")]
    [InlineData(3, new[] { 3, 2 }, "1 2 3")]
    [InlineData(2, new[] { 2 }, "1 2")]
    public void Papers_are_all_pages_each_once_in_order(int pageCount, int[] firstPages, string papers) =>
        Assert.Equal(papers, string.Join(' ', SplitPlan.Of(pageCount, firstPages)!.Select(paper => paper.Text)));

    [Theory]
    [InlineData(7, new int[0])]
    [InlineData(7, new[] { 1 })]
    [InlineData(7, new[] { 3, 8 })]
    [InlineData(7, new[] { 3, 0 })]
    [InlineData(7, new[] { 3, int.MinValue })]
    [InlineData(1, new[] { 2 })]
    public void What_cuts_nothing_or_names_no_page_is_no_split(int pageCount, int[] firstPages) => Assert.Null(SplitPlan.Of(pageCount, firstPages));

    [Fact]
    public void Cuts_are_proposed_where_heads_were_found()
    {
        var facts = DocumentFacts.None with
        {
            Warnings = [new(ReadingWarning.NewHead, "", 6), new("rowsMissing", "", 2), new(ReadingWarning.NewHead, "", 4), new(ReadingWarning.NewHead, "", 4)],
        };
        Assert.Equal([4, 6], SplitPlan.ProposedBy(facts));
        Assert.Empty(SplitPlan.ProposedBy(DocumentFacts.None));
    }

    [Fact]
    public void A_statement_goes_to_the_paper_that_has_its_page_or_row()
    {
        var (onFour, removed, lost) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Correction[] said =
        [
            Said(1, Statement.About("number", CorrectionAction.Set, [Fact("352", 2)])),
            Said(2, Statement.About("signer", CorrectionAction.Set, [Fact("Trần Văn B", 5)])),
            Said(3, Statement.About("secrecy", CorrectionAction.Remove, [])),
            Said(4, Statement.About(onFour, RowField.Find<AwardEntry>("birthYear")!, null)),
            Said(5, Statement.About(removed, CorrectionAction.Remove, new AwardEntry(Fact("Lê Thị C", 6), 6, default))),
            Said(6, Statement.About(lost, RowField.Find<AwardEntry>("sex")!, null)),
        ];
        var pages = new Dictionary<Guid, int> { [onFour] = 4 };
        Assert.Equal([1, 3], Numbers(new(1, 3)));
        Assert.Equal([2, 4], Numbers(new(4, 2)));
        Assert.Equal([5], Numbers(new(6, 2)));

        var carried = said[4].CarriedTo(Guid.NewGuid(), 1, -5, 2);
        Assert.Equal((1, "Lê Thị C", removed, "Lan"), (carried.Whole.Page, carried.Whole.Name.Value, carried.EntryId!.Value, carried.By));
        Assert.Equal(2, said[1].CarriedTo(Guid.NewGuid(), 1, -3, 2).Facts[0].Page);

        IEnumerable<int> Numbers(PageRange paper) => CarriedStatements.Of(said, pages, paper).Select(one => one.Number);
    }

    [Fact]
    public void A_row_moves_with_all_its_facts_and_what_stands_elsewhere_stands_nowhere()
    {
        var row = new AwardEntry(Fact("Lê Thị C", 5), 5, new Box(1, 2, 3, 4))
        {
            Kind = RecipientKind.Family, IsPosthumous = true, BirthYear = Fact("1932", 6), Award = Fact("Huân chương Độc lập", 1),
        };
        var moved = RowField.Moved(row, -4, 2);
        Assert.Equal(
            row with { Page = 1, Name = Fact("Lê Thị C", 1), BirthYear = Fact("1932", 2), Award = Fact("Huân chương Độc lập", 1) with { Box = default } }, moved);
    }

    private static Fact Fact(string value, int page) => new(value, value, page, new Box(10, 20, 30, 40), 0.9, "test/1");

    private static Correction Said(int number, Statement statement) => statement.Signed(Guid.NewGuid(), number, new Signature("Lan", null), DateTimeOffset.UnixEpoch);
}
