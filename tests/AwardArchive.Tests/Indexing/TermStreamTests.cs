using System.Text;
using AwardArchive.Indexing;
using AwardArchive.Tests.Vietnamese;
using CsCheck;
using Lucene.Net.Analysis.TokenAttributes;

namespace AwardArchive.Tests.Indexing;

public sealed class TermStreamTests
{
    [Theory]
    [InlineData("Hoà, nhuyễn", "hoa =hòa | nhuyen =nhuyễn")]
    [InlineData("Th1ên 8ùi 345a 12NQ", "th1en =th1ên | 8ui =8ùi | 345 #345a | a =a | 12 #12nq | nq =nq")] // a letter read as a digit tears no word
    [InlineData("nhuần nhuyễn", "nhuan =nhuần | nhuyen =nhuyễn")]
    [InlineData("Đakrông", "dakrong =đakrông")]
    [InlineData("Số: **26** /KH-UBND", "so =số | 26 #26khubnd | kh =kh | ubnd =ubnd")]
    [InlineData("05/2012/UBTVQH13,", "05 #52012ubtvqh13 | 2012 | ubtvqh =ubtvqh | 13")]
    [InlineData("12NQ/HĐNN8", "12 #12nqhdnn8 | nq =nq | hdnn =hđnn | 8")]
    [InlineData("26 ;KH-UBND - Đakrông", "26 #26khubnd | kh =kh | ubnd =ubnd | dakrong =đakrông")]
    [InlineData("17/10/2014 của", "17 #2014-10-17 | 10 | 2014 | cua =của")]
    [InlineData("ngày 5 tháng 02 năm 1968", "ngay =ngày | 5 #1968-02-05 | thang =tháng | 02 | nam =năm | 1968")]
    [InlineData("ngày 45 tháng 02 năm 1968", "ngay =ngày | 45 | thang =tháng | 02 | nam =năm | 1968")]
    [InlineData("quyết định", "quyet =quyết =quyết định | dinh =định")]
    [InlineData("Hồ Thị Nâu", "ho =hồ =hồ thị @hồ nâu | thi =thị | nau =nâu")]
    [InlineData("hồ thị Nâu", "ho =hồ =hồ thị | thi =thị | nau =nâu")]
    [InlineData("Hồ Thị\nNâu", "ho =hồ =hồ thị | thi =thị | nau =nâu")] // the next row of a list
    public void A_word_gives_its_forms_at_one_position(string text, string expected) => Assert.Equal(expected, Describe(text.Replace("*", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Ngu yễn Thị", "+nguyen +nguyễn ngu =ngu yen =yễn +nguyen thi | thi =thị")]
    [InlineData("quyếtđịnh", "+quyet +quyết quyetdinh =quyếtđịnh +quyet dinh | +dinh +định")]
    [InlineData("TH ANH T Hoà", "+thanh th =th anh =anh | t =t | hoa =hòa")]
    [InlineData("ngưrời Nguyôn phongan LêHoa", "nguroi =ngưrời | nguyon =nguyôn | phongan =phongan | +le +lê lehoa =lêhoa +le hoa | +hoa")]
    public void A_word_of_a_page_that_the_scan_tore_or_ran_together_gives_the_whole_word_too(string text, string expected) =>
        Assert.Equal(expected, Describe(AnalyzedText.OfPage(text, [])));

    [Theory]
    [InlineData("26/KH-UBND", "26khubnd")]
    [InlineData("26-CT/TU", "26cttu")]
    [InlineData("145/2013/NĐ-CP", "1452013ndcp")]
    [InlineData("07/CT-TTg", "7ctttg")]
    [InlineData("922/QĐ-BNV", "922qdbnv")]
    [InlineData("06/2022/QH15", "62022qh15")]
    [InlineData("03/2014/TTLT-BNV-BQP-BLĐTBXH", "32014ttltbnvbqpbldtbxh")]
    [InlineData("1502/2005/QÐ-CTN", "15022005qdctn")]
    [InlineData("205/2005/QĐ/CTN", "2052005qdctn")]
    [InlineData("6-NQ/TVQ", "6nqtvq")]
    [InlineData("43-SL", "43sl")]
    [InlineData("62-CP", "62cp")]
    [InlineData("38-TT/TƯ", "38tttu")]
    [InlineData("1906 /SGDĐT-CTrTT", "1906sgddtctrtt")]
    [InlineData("367 - QĐ/TWĐTN-VP", "367qdtwdtnvp")]
    public void A_document_number_has_one_key_however_it_is_written(string text, string key)
    {
        Assert.Equal(key, Assert.Single(AnalyzedText.Of(text).Numbers).Key);
        Assert.Equal(key, Assert.Single(AnalyzedText.Of($"theo số {text} ngày".Normalize(NormalizationForm.FormD)).Numbers).Key);
    }

    [Fact]
    public void Offsets_cut_the_word_out_of_the_text() => Texts.Any.Sample(text =>
    {
        var tokens = Analyze(text);
        foreach (var (term, start, end, _) in tokens.Where(token => token.Term[0] == '=' && !token.Term.Contains(' ', StringComparison.Ordinal)))
            Assert.Equal(term[1..], AwardArchive.Vietnamese.NormalForm.OfWord(text.AsSpan(start..end)));
    });

    [Fact]
    public void Composed_and_decomposed_text_give_the_same_terms() => Texts.WellFormed.Sample(text =>
        Assert.Equal(Describe(text.Normalize(NormalizationForm.FormC)), Describe(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Positions_count_words() => Texts.Any.Sample(text =>
        Assert.Equal(AnalyzedText.Of(text).Words.Count, Analyze(text).Sum(token => token.Increment)));

    [Fact]
    public void Mended_words_do_not_depend_on_the_form_and_stay_in_the_text() => Texts.WellFormed.Sample(text =>
    {
        var (composed, decomposed) = (text.Normalize(NormalizationForm.FormC), text.Normalize(NormalizationForm.FormD));
        var (page, other) = (AnalyzedText.OfPage(composed, []), AnalyzedText.OfPage(decomposed, []));
        var words = page.Words;
        Assert.Equal(Describe(page), Describe(other));
        Assert.All(words, word => Assert.InRange(word.End, word.Start + 1, composed.Length));
        Assert.All(words.Zip(words.Skip(1)), pair => Assert.InRange(pair.Second.Start, pair.First.End, composed.Length));
    });

    private static string Describe(string text) => Describe(AnalyzedText.Of(text));

    private static string Describe(AnalyzedText analyzed) => string.Join(
        ' ', Analyze(analyzed).Select((token, i) => (token.Increment > 0 && i > 0 ? "| " : "") + token.Term));

    private static List<(string Term, int Start, int End, int Increment)> Analyze(string text) => Analyze(AnalyzedText.Of(text));

    private static List<(string Term, int Start, int End, int Increment)> Analyze(AnalyzedText text)
    {
        using var stream = new TermStream(text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var position = stream.GetAttribute<IPositionIncrementAttribute>();
        var tokens = new List<(string, int, int, int)>();
        stream.Reset();
        while (stream.IncrementToken()) tokens.Add((term.ToString()!, offset.StartOffset, offset.EndOffset, position.PositionIncrement));
        stream.End();
        return tokens;
    }
}
