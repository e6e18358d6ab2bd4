using AwardArchive.Indexing;
using CsCheck;

namespace AwardArchive.Tests.Indexing;

public sealed class PageStartsTests
{
    private static readonly Gen<PageStarts> Any = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 100_000]).Array[1, 50].Select(steps =>
    {
        int number = 0, start = 0;
        var numbers = new List<int>();
        var starts = new List<int>();
        foreach (var (pages, words) in steps)
        {
            numbers.Add(number += pages);
            starts.Add(start);
            start += words + IndexFields.PageGap;
        }
        return new PageStarts([.. numbers], [.. starts]);
    });

    [Fact]
    public void Each_position_lies_on_its_page()
    {
        var starts = PageStarts.Of([], [1, 2, 3], [AnalyzedText.Of("một hai"), AnalyzedText.Of(""), AnalyzedText.Of("ba")]);
        Assert.Equal([0, 102, 202], starts.Starts);
        Assert.Equal([1, 1, 2, 3], new[] { 0, 1, 102, 202 }.Select(starts.PageAt));
    }

    [Fact]
    public void What_stands_before_the_pages_is_on_none_of_them()
    {
        var starts = PageStarts.Of([AnalyzedText.Of("một hai"), AnalyzedText.Of("ba")], [7], [AnalyzedText.Of("bốn")]);
        Assert.Equal([0, 0, 0, 7], new[] { 0, 1, 102, 203 }.Select(starts.PageAt));
    }

    [Fact]
    public void Bytes_give_the_same_starts_back() => Any.Sample(starts =>
    {
        byte[] bytes = [9, .. starts.ToBytes(), 9];
        var again = PageStarts.FromBytes(bytes, 1, bytes.Length - 2);
        Assert.Equal(starts.Numbers, again.Numbers);
        Assert.Equal(starts.Starts, again.Starts);
    });

    [Fact]
    public void The_first_and_last_word_of_each_page_lie_on_it() => Any.Sample(starts =>
    {
        for (var i = 0; i < starts.Numbers.Length; i++)
        {
            Assert.Equal(starts.Numbers[i], starts.PageAt(starts.Starts[i]));
            if (i + 1 < starts.Numbers.Length) Assert.Equal(starts.Numbers[i], starts.PageAt(starts.Starts[i + 1] - 1));
        }
    });
}
