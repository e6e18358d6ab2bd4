using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

public sealed class EntryIdentityTests
{
    private const int Pitch = 60;
    private static readonly Guid Document = Guid.CreateVersion7();

    [Fact]
    public void The_same_reading_keeps_every_row()
    {
        var kept = Kept(Row("An", 0), Row("Bảo", 1), Row("Cẩn", 2));
        Assert.Equal(kept, EntryIdentity.Match(kept, [.. kept.Select(entry => entry.Value)]));
    }

    [Fact]
    public void A_row_newly_found_in_the_middle_is_new_and_the_others_stay()
    {
        var kept = Kept(Row("An", 0), Row("Cẩn", 2));
        Assert.Equal([kept[0], null, kept[1]], EntryIdentity.Match(kept, [Row("An", 0), Row("Bảo", 1), Row("Cẩn", 2)]));
    }

    [Fact]
    public void A_row_that_is_lost_takes_no_other_with_it()
    {
        var kept = Kept(Row("An", 0), Row("Bảo", 1), Row("Cẩn", 2), Row("Đạo", 3));
        Assert.Equal([kept[0], kept[2], kept[3]], EntryIdentity.Match(kept, [Row("An", 0), Row("Cẩn", 2), Row("Đạo", 3)]));
    }

    [Theory]
    [InlineData(20, 15)]
    [InlineData(-20, -8)]
    public void Boxes_may_move_a_little(int right, int down)
    {
        var kept = Kept(Row("An", 0), Row("Bảo", 1), Row("Cẩn", 2));
        var moved = kept.Select(entry => entry.Value with { Box = new(entry.Value.Box.X + right, entry.Value.Box.Y + down, entry.Value.Box.Width - right, entry.Value.Box.Height) });
        Assert.Equal(kept, EntryIdentity.Match(kept, [.. moved]));
    }

    [Fact]
    public void A_name_read_better_is_the_same_row()
    {
        var kept = Kept(Row("Nguyễn Văn Chiếu", 0), Row("Bảo", 1));
        Assert.Equal(kept, EntryIdentity.Match(kept, [Row("Nguyễn Văn Chiểu", 0), Row("Bảo", 1)]));
    }

    [Fact]
    public void The_order_of_the_reading_does_not_matter()
    {
        var kept = Kept(Row("An", 0), Row("Bảo", 1), Row("Cẩn", 2));
        Assert.Equal([kept[2], kept[0], kept[1]], EntryIdentity.Match(kept, [Row("Cẩn", 2), Row("An", 0), Row("Bảo", 1)]));
    }

    [Fact]
    public void Rows_of_another_page_are_others()
    {
        var kept = Kept(Row("An", 0, page: 1));
        Assert.Equal([null], EntryIdentity.Match(kept, [Row("An", 0, page: 2)]));
    }

    /// <summary>On a page askew the box of a row reaches over the rows above and below it.</summary>
    [Fact]
    public void Boxes_that_overlap_are_told_apart()
    {
        var kept = Kept(Row("An", 0, height: 150), Row("Cẩn", 2, height: 150), Row("Đạo", 3, height: 150));
        var read = new[] { Row("An", 0, height: 150), Row("Bảo", 1, height: 150), Row("Cẩn", 2, height: 150), Row("Đạo", 3, height: 150) };
        Assert.Equal([kept[0], null, kept[1], kept[2]], EntryIdentity.Match(kept, read));
        Assert.Equal([kept[1], kept[2]], EntryIdentity.Match(kept, read[2..]));
    }

    [Fact]
    public void Rows_side_by_side_are_told_apart()
    {
        var kept = Kept(Row("An", 0, x: 100), Row("Bảo", 0, x: 1000));
        Assert.Equal([kept[1], kept[0]], EntryIdentity.Match(kept, [Row("Bảo", 0, x: 1005), Row("An", 0, x: 103)]));
        Assert.Equal([kept[1]], EntryIdentity.Match(kept, [Row("Bảo", 0, x: 1005)]));
    }

    [Fact]
    public void No_entry_is_given_twice()
    {
        var kept = Kept(Row("An", 0));
        var matched = EntryIdentity.Match(kept, [Row("An", 0), Row("An", 0), Row("An", 0)]);
        Assert.Single(matched.OfType<Entry>());
    }

    [Fact]
    public void Thousands_of_rows_of_a_long_list_keep_their_identity()
    {
        var kept = Kept([.. Enumerable.Range(0, 5000).Select(i => Row($"Người {i}", i))]);
        var read = kept.Where((_, i) => i % 7 != 3).Select(entry => entry.Value with { Box = entry.Value.Box with { Y = entry.Value.Box.Y + 9 } }).ToArray();
        var matched = EntryIdentity.Match(kept, read);
        Assert.All(matched.Zip(read), pair => Assert.Equal(pair.Second.Name.Value, pair.First!.Value.Name.Value));
    }

    private static List<Entry> Kept(params AwardEntry[] rows) => [.. rows.Select((row, i) => Entry.Of(Document, i + 1, row))];

    private static AwardEntry Row(string name, int row, int page = 1, int height = 30, int x = 200)
    {
        var box = new Box(x, 300 + (row * Pitch), 700, height);
        return new(new(name, name, page, box, 1, "test/1"), page, box);
    }
}
