using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class PlaceHistoryTests
{
    private static readonly PlaceHistory History = PlaceHistory.BuiltIn;

    private static VietnameseDate Before => VietnameseDate.Of(2025, 6, 30)!.Value;

    private static VietnameseDate After => VietnameseDate.Of(2025, 7, 1)!.Value;

    [Fact]
    public void Sixty_three_provinces_became_thirty_four()
    {
        static bool Coded(Place place) => place is { Level: PlaceLevel.Province, Code: not null };
        Assert.Equal(63, History.Places.Count(place => Coded(place) && place.ExistedOn(Before)));
        Assert.Equal(34, History.Places.Count(place => Coded(place) && place.ExistedOn(After)));
        Assert.Equal(7, History.Places.Count(place => Coded(place) && place.Type == "thành phố" && place.ExistedOn(VietnameseDate.Of(2026, 5, 1)!.Value)));
    }

    [Fact]
    public void A_code_without_a_date_is_ambiguous_where_it_changed_hands()
    {
        var changed = History.Places.Where(place => place is { Level: PlaceLevel.Province, Code: not null })
            .GroupBy(place => place.Code)
            .Where(units => units.Any(old => old.To is { Year: 2025, Month: 6 } && units.Any(now => now.From is { Year: 2025, Month: 7 } && now.Name != old.Name)))
            .Select(units => units.Key)
            .Order();
        Assert.Equal(["15", "24", "44", "52", "80", "82", "91"], changed);
        Assert.Equal("Quảng Bình", Assert.Single(History.ByCode(PlaceLevel.Province, "44", Before)).Name);
        Assert.Equal("Quảng Trị", Assert.Single(History.ByCode(PlaceLevel.Province, "44", After)).Name);
        Assert.Equal(2, History.ByCode(PlaceLevel.Province, "44").Count);
    }

    [Theory]
    [InlineData("Quảng Trị", "Quảng Bình")]
    [InlineData("quang tri", "Quảng Bình")]
    [InlineData("Phú Thọ", "Vĩnh Phúc, Hòa Bình")]
    [InlineData("TP.HCM", "Bình Dương, Bà Rịa - Vũng Tàu")]
    [InlineData("Đồng Nai", "Bình Phước")] // over two steps
    [InlineData("Bến Hải", "Vĩnh Linh, Gio Linh, Cam Lộ")]
    [InlineData("huyện Đakrông", "Hướng Hóa, Triệu Phong")]
    [InlineData("La Lay", "A Bung, A Ngo")]
    [InlineData("Thừa Thiên Huế", "")]
    [InlineData("Huế", "Thừa Thiên Huế")]
    [InlineData("Nơi không có", "")]
    [InlineData("", "")]
    public void A_new_name_leads_to_all_it_was_made_of(string name, string expected) =>
        Assert.Equal(expected, string.Join(", ", History.Expand(name).Select(link => link.Place.Name)));

    [Fact]
    public void An_old_name_leads_to_what_it_became_only_on_request()
    {
        Assert.Empty(History.Expand("Quảng Bình"));
        Assert.Contains(History.Expand("Quảng Bình", PlaceRelations.Became), link => link.Place is { Name: "Quảng Trị", Code: "44" });
        Assert.Equal(["Quảng Ngãi", "Bình Định", "Gia Lai"], Names(History.Expand("Nghĩa Bình", PlaceRelations.Became)).Distinct());
    }

    [Fact]
    public void The_larger_unit_that_a_place_was_divided_from_is_given_only_on_request()
    {
        var link = Assert.Single(History.Expand("Quảng Trị", PlaceRelations.PartOf));
        Assert.Equal(("Bình Trị Thiên", true, PlaceEvidence.Verified), (link.Place.Name, link.IsPartial, link.Evidence));
    }

    [Fact]
    public void What_is_not_verified_comes_only_when_asked_for_and_says_so()
    {
        Assert.Empty(History.Expand("Nghệ Tĩnh", PlaceRelations.Became));
        var links = History.Expand("Nghệ Tĩnh", PlaceRelations.Became, PlaceEvidence.Unverified);
        Assert.Equal(["Nghệ An", "Hà Tĩnh"], Names(links));
        Assert.All(links, link => Assert.Equal(PlaceEvidence.Unverified, link.Evidence));
    }

    [Fact]
    public void Every_change_has_its_source_and_every_verified_one_its_day() => Assert.All(History.Changes, change =>
    {
        Assert.NotEqual("", change.Source);
        Assert.True(change.Evidence == PlaceEvidence.Unverified || change.Day is not null, change.Source);
    });

    [Theory]
    [InlineData("Đakrông")]
    [InlineData("Đa Krông")]
    [InlineData("Dakrong")]
    [InlineData("Da Krong")]
    [InlineData("ĐaKrông")]
    [InlineData("Ðakrông")]
    [InlineData("ĐA KRÔNG")]
    [InlineData("đa-krông")]
    public void All_spellings_of_a_name_find_it(string name)
    {
        Assert.Equal("467", Assert.Single(History.Search("huyện " + name)).Code);
        Assert.Equal(["467", "19564", "19564"], History.Search(name).Select(place => place.Code));
    }

    [Theory]
    [InlineData("TP. Huế", "Huế")]
    [InlineData("H. Hướng Hóa", "Hướng Hóa")]
    [InlineData("TT. Krông Klang", "Krông Klang")]
    [InlineData("x. Ba Lòng", "Ba Lòng")]
    [InlineData("thị xã Quảng Trị", "Quảng Trị")]
    [InlineData("tỉnh Đắc Lắc", "Đắk Lắk")]
    public void Types_are_no_part_of_a_name(string written, string name) =>
        Assert.All(History.Search(written).DefaultIfEmpty(), place => Assert.Equal(name, place?.Name));

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Places_are_found_where_they_stand(NormalizationForm form)
    {
        var text = ("Mẹ Hồ Thị Ba Lòng, sinh tại xã Ba Lòng, huyện Ðakrông, tỉnh Quảng Trị; nay ở TP. Hồ Chí Minh, trước ở Thừa\nThiên - Huế. "
            + "UBND HUYỆN HƯỚNG HOÁ, thị xã Quảng Trị, phương án hoà bình").Normalize(form);
        var found = History.Find(text);
        Assert.Equal(
            ["xã Ba Lòng", "huyện Ðakrông", "tỉnh Quảng Trị", "TP. Hồ Chí Minh", "Thừa\nThiên - Huế", "HUYỆN HƯỚNG HOÁ", "thị xã Quảng Trị"],
            found.Select(mention => text[mention.Start..mention.End].Normalize()));
        Assert.Equal("Ba Lòng", text[found[0].NameStart..found[0].End].Normalize());
        Assert.Equal("19570", Assert.Single(found[0].Places).Code); // by its district
        Assert.Equal(PlaceLevel.District, Assert.Single(found[^1].Places).Level);
    }

    [Fact]
    public void Mentions_of_any_text_lie_in_it_in_order() =>
        Gen.Select(Texts.Any, Gen.OneOf("tỉnh Quảng Trị", "xã A Vao, huyện Đa Krông", "TP.HCM", "H."), Texts.Any).Sample((before, middle, after) =>
        {
            var text = $"{before} {middle} {after}";
            var end = 0;
            foreach (var mention in History.Find(text))
            {
                Assert.InRange(mention.Start, end, mention.End - 1);
                Assert.InRange(mention.NameStart, mention.Start, mention.End - 1);
                Assert.NotEmpty(mention.Places);
                end = mention.End;
            }
            Assert.True(end <= text.Length);
            _ = History.Expand(text, PlaceRelations.MadeOf | PlaceRelations.PartOf | PlaceRelations.Became, PlaceEvidence.Unverified);
        });

    [Fact]
    public void Made_of_and_became_are_two_ends_of_one_thread() => Assert.All(History.Places, place =>
    {
        foreach (var link in History.Related(place, PlaceRelations.MadeOf | PlaceRelations.PartOf))
            Assert.Contains(History.Related(link.Place, PlaceRelations.Became), back => back.Place == place);
    });

    private static IEnumerable<string> Names(IEnumerable<PlaceLink> links) => links.Select(link => link.Place.Name);
}
