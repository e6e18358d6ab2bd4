using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

public sealed class TextRowsTests
{
    [Fact]
    public void The_row_of_a_list_stays_one_line_in_whatever_order_its_words_come()
    {
        var rows = TextRows.Of([
            At("1930", 200, 700), At("Vịnh", 120, 701), At("1", 50, 699), At("Lê", 100, 700),
            At("1917", 200, 680), At("2", 50, 679), At("Đỗ", 100, 680),
        ]).ToList();
        Assert.Equal(["1", "Lê", "Vịnh", "1930", "2", "Đỗ", "1917"], rows.Select(word => word.Text));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], rows.Select(word => word.Row));
    }

    [Fact]
    public void A_wide_gap_begins_a_block()
    {
        var rows = TextRows.Of([At("DANH", 50, 700), At("Căn", 50, 640), At("cứ", 80, 640), At("Điều", 50, 626)]).ToList();
        Assert.Equal([0, 1, 1, 1], rows.Select(word => word.Block));
    }

    [Fact]
    public void A_tall_word_pulls_no_other_row_in()
    {
        var rows = TextRows.Of([("|", new Extent(40, 600, 42, 720)), At("một", 50, 700), At("hai", 50, 640)]).ToList();
        Assert.NotEqual(rows.Single(word => word.Text == "một").Row, rows.Single(word => word.Text == "hai").Row);
    }

    [Fact]
    public void No_words_give_no_rows() => Assert.Empty(TextRows.Of([]));

    private static (string Text, Extent Extent) At(string text, double left, double bottom) => (text, new(left, bottom, left + (6 * text.Length), bottom + 10));
}
