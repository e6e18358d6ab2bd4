using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class AbbreviationsTests
{
    [Theory]
    [InlineData("UBND", "Ủy ban nhân dân")]
    [InlineData("ubnd", "Ủy ban nhân dân")]
    [InlineData("U.B.N.D.", "Ủy ban nhân dân")]
    [InlineData("UBHC", "Ủy ban hành chính")]
    [InlineData("UBKCHC", "Ủy ban kháng chiến hành chính")]
    [InlineData("HĐBT", "Hội đồng Bộ trưởng")]
    [InlineData("HDBT", "Hội đồng Bộ trưởng")]
    [InlineData("hđnn", "Hội đồng Nhà nước")]
    [InlineData("TTg", "Thủ tướng Chính phủ|Thủ tướng")]
    [InlineData("CTN", "Chủ tịch nước")]
    [InlineData("BMVNAH", "Bà mẹ Việt Nam anh hùng")]
    [InlineData("KCCM", "Kháng chiến chống Mỹ")]
    [InlineData("LLVTND", "Lực lượng vũ trang nhân dân")]
    [InlineData("TĐ-KT", "Thi đua khen thưởng")]
    [InlineData("TĐ,KT", "Thi đua khen thưởng")]
    [InlineData("LĐ-TB&XH", "Lao động Thương binh và Xã hội")]
    [InlineData("LĐTB-XH", "Lao động Thương binh và Xã hội")]
    [InlineData("T.Ư", "Trung ương")]
    [InlineData("T.W", "Trung ương")]
    [InlineData("TU", "Tỉnh ủy|Thành ủy|Trung ương")] // the mark of TƯ left off
    [InlineData("tu", "")]
    [InlineData("ca", "")]
    [InlineData("CA", "Công an")]
    [InlineData("QyĐ", "Quy định")]
    [InlineData("BC", "Báo cáo|Binh chủng")]
    [InlineData("TB", "Thông báo|Thương binh")]
    [InlineData("KT", "Khen thưởng|Ký thay")]
    [InlineData("CT", "Chỉ thị|Chủ tịch")]
    [InlineData("HC", "Huân chương|Hành chính")]
    [InlineData("LS", "Liệt sĩ|Lịch sử")]
    [InlineData("SL", "Sao lục|Sắc lệnh")]
    [InlineData("TT", "Thông tư|Thông tri")]
    [InlineData("CP", "Chính phủ|Cổ phần")]
    [InlineData("xyz", "")]
    [InlineData("", "")]
    public void A_short_form_has_its_phrases(string written, string phrases) =>
        Assert.Equal(
            phrases.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(),
            Abbreviations.Expand(written).Select(meaning => meaning.Phrase).Order());

    [Theory]
    [InlineData("Ủy ban nhân dân", "UBND")]
    [InlineData("uỷ ban nhan dan", "UBND")]
    [InlineData("Bà Mẹ Việt Nam Anh Hùng", "BMVNAH BMAH")]
    [InlineData("trung ương", "TW TƯ")]
    [InlineData("thi đua - khen thưởng", "TĐKT")]
    [InlineData("Liệt sỹ", "LS")]
    [InlineData("Ủy bàn nhân dân", "")]
    [InlineData("Ủy ban nhân dân huyện", "")]
    [InlineData("", "")]
    public void A_phrase_has_its_short_forms(string phrase, string written) =>
        Assert.Equal(written, string.Join(' ', Abbreviations.Shorten(phrase).Select(meaning => meaning.ShortForm)));

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Short_forms_are_found_where_they_stand(NormalizationForm form)
    {
        var text = "TM. UBND HUYỆN; Hội đồng TĐ-KT, Phòng LĐ-TB&XH theo Tờ trình 12/TTr-SNV của ban TĐ KT, T.Ư".Normalize(form);
        Assert.Equal(
            ["TM", "UBND", "TĐ-KT", "LĐ-TB&XH", "TTr", "SNV", "TĐ KT", "T.Ư"],
            Abbreviations.FindShort(text).Select(found => text[found.Start..found.End].Normalize()));
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Phrases_are_found_where_they_stand_the_longest_first(NormalizationForm form)
    {
        var text = "Hội đồng Thi đua - Khen thưởng và Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh".Normalize(form);
        Assert.Equal(
            ["Hội đồng Thi đua - Khen thưởng", "Uỷ ban Mặt trận Tổ quốc Việt Nam"],
            Abbreviations.FindPhrases(text).Select(found => text[found.Start..found.End].Normalize()));
    }

    [Fact]
    public void Every_row_leads_there_and_back() => Assert.All(Abbreviations.All, row =>
    {
        Assert.Contains(row, Abbreviations.Expand(row.ShortForm));
        Assert.Contains(row, Abbreviations.Shorten(row.Phrase));
        Assert.Contains(row, Abbreviations.Shorten(Folding.Fold(row.Phrase)));
        Assert.Contains(row, Abbreviations.Expand(string.Join('.', row.ShortForm.ToCharArray()) + "."));
    });

    [Fact]
    public void No_row_stands_twice() =>
        Assert.Equal(Abbreviations.All.Count, Abbreviations.All.Select(row => (row.ShortForm, row.Phrase)).Distinct().Count());

    [Fact]
    public void Mentions_of_any_text_lie_in_it_in_order() =>
        Gen.Select(Texts.Any, Gen.OneOf("UBND", "TĐ-KT", "hội đồng nhà nước", "T.Ư"), Texts.Any).Sample((before, middle, after) =>
        {
            var text = $"{before} {middle} {after}";
            foreach (var mentions in new[] { Abbreviations.FindShort(text), Abbreviations.FindPhrases(text) })
            {
                var end = 0;
                foreach (var mention in mentions)
                {
                    Assert.InRange(mention.Start, end, mention.End - 1);
                    Assert.NotEmpty(mention.Meanings);
                    end = mention.End;
                }
                Assert.True(end <= text.Length);
            }
        });
}
