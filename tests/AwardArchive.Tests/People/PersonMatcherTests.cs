using AwardArchive.Benchmarks.People;
using AwardArchive.People.Matching;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.People;

/// <summary>Which mentions are proposed as one person, and why. What is usual is counted from generated people.</summary>
public sealed class PersonMatcherTests
{
    private static readonly GeneratedPeople Generated = GeneratedPeople.Of(seed: 11, entries: 3_000);
    private static readonly PersonMention[] Usual = [.. Generated.Entries.Select(entry => entry.Mention)];
    private static readonly KnownPeople Known = new(Usual, PlaceHistory.BuiltIn);
    private static readonly KnownPeople Few = new(Usual[..50], PlaceHistory.BuiltIn);
    private static readonly Gen<PersonMention> AnyMention = Gen.Int[0, Usual.Length - 1].Select(at => Usual[at]);

    [Theory]
    [InlineData("Nguyễn Thị Hoà", "Nguyễn Thị Hòa", EvidenceKind.NameSpelling)]
    [InlineData("NGUYỄN THỊ HOÀ", "Nguyễn Thị Hòa", EvidenceKind.NameSpelling)]
    [InlineData("Nguyễn Hoà", "Nguyễn Thị Hòa", EvidenceKind.NameMiddleMissing)]
    [InlineData("N.T. Hòa", "Nguyễn Thị Hòa", EvidenceKind.NameInitials)]
    [InlineData("Nguyen Thi Hoa", "Nguyễn Thị Hòa", EvidenceKind.NameMarksMissing)]
    [InlineData("Bà Nguyễn Thị Hòa", "Nguyễn Thị Hòa", EvidenceKind.NameSpelling)]
    [InlineData("Nguyễn Thị Hoa", "Nguyễn Thị Hòa", EvidenceKind.NameMarksMissing)]
    [InlineData("Nguyễn Thị Hỏa", "Nguyễn Thị Hõa", EvidenceKind.NameMarksDiffer)]
    [InlineData("Nguyễn Thị Xuyếu", "Nguyễn Thị Xuyến", EvidenceKind.NameLettersDiffer)]
    [InlineData("Nguyễn Thị Xuy ến", "Nguyễn Thị Xuyến", EvidenceKind.NameSpelling)]
    public void One_person_may_be_written_in_many_ways(string one, string other, EvidenceKind kind)
    {
        var proposal = Compare(Of(one, 1932, "xã Hải Lâm, huyện Hải Lăng"), Of(other, 1932, "xã Hải Lâm, huyện Hải Lăng"));
        Assert.Contains(proposal.Reasons, reason => reason.Kind == kind);
        Assert.True(proposal.Probability > 0.8, Say(proposal));
    }

    [Fact]
    public void A_mark_that_makes_another_usual_name_says_less_than_one_that_makes_none()
    {
        const string home = "xã Tà Rụt, huyện Đakrông";
        // Once Môn is a name that many have, once it is nobody's.
        var people = new KnownPeople([.. Usual, .. Enumerable.Range(0, 200).Select(i => Of("Hồ Thị Môn", 1900 + (i % 50), home))], PlaceHistory.BuiltIn);
        var usual = Compare(Of("Hồ Thị Mon", 1932, home), Of("Hồ Thị Môn", 1932, home), people);
        var nobody = Compare(Of("Hồ Thị Mon", 1932, home), Of("Hồ Thị Môn", 1932, home));
        Assert.True(usual.Probability < nobody.Probability, $"{Say(usual)} against {Say(nobody)}");
        Assert.False(usual.IsSure);
        var withoutYear = Compare(Of("Hồ Thị Mon", null, home), Of("Hồ Thị Môn", null, home), people);
        Assert.True(withoutYear.Probability < PersonMatcher.Threshold, Say(withoutYear));
    }

    [Fact]
    public void A_digit_that_may_be_misread_is_proposed_with_its_contradiction()
    {
        var proposal = Compare(Of("Trần Thị Xoan", 1932, "Hải Lâm, Triệu Hải"), Of("Trần Thị Xoan", 1982, "Hải Lâm, Triệu Hải"));
        Assert.Contains(proposal.Reasons, reason => reason is { Kind: EvidenceKind.BirthYearMisread, IsContradiction: true });
        Assert.False(proposal.IsSure);
        var other = Compare(Of("Trần Thị Xoan", 1932, "Hải Lâm, Triệu Hải"), Of("Trần Thị Xoan", 1947, "Hải Lâm, Triệu Hải"));
        Assert.True(other.Probability < proposal.Probability, $"{Say(other)} against {Say(proposal)}");
        Assert.True(other.Probability < PersonMatcher.Threshold, Say(other));
    }

    [Theory]
    [InlineData("xã Tà Long, huyện Đakrông", "xã Tà Long, huyện Đa Krông", EvidenceKind.PlaceSame)]
    [InlineData("xã Tà Long, huyện Ðakrông", "Tà Long - ĐaKrông - Quảng Trị", EvidenceKind.PlaceSame)]
    [InlineData("xa Ta Long, huyen Dakrong", "xã Tà Long, huyện Đa Krông", EvidenceKind.PlaceSame)]
    [InlineData("xã Tà Long, huyện Hướng Hóa, tỉnh Bình Trị Thiên", "xã Tà Long, huyện Đakrông, tỉnh Quảng Trị", EvidenceKind.PlaceThroughHistory)]
    [InlineData("xã Hải Lâm, huyện Triệu Hải, tỉnh Bình Trị Thiên", "xã Hải Lâm, huyện Hải Lăng, tỉnh Quảng Trị", EvidenceKind.PlaceThroughHistory)]
    [InlineData("xã A Bung, huyện Đakrông", "xã La Lay, tỉnh Quảng Trị", EvidenceKind.PlaceThroughHistory)]
    [InlineData("xã Hải Lâm, huyện Hải Lăng", "xã Hải Lân, huyện Hải Lăng", EvidenceKind.PlaceMisread)]
    [InlineData("xã Hải Lâm, huyện Triệu Hải", "huyện Triệu Phong, tỉnh Quảng Trị", EvidenceKind.PlaceWider)]
    [InlineData("xã Hải Lâm, huyện Hải Lăng", "xã Tân Thành, huyện Hướng Hóa", EvidenceKind.PlaceDiffers)]
    [InlineData("tỉnh Quảng Trị", "tỉnh Quảng Bình", EvidenceKind.PlaceDiffers)]
    [InlineData("xã Hải Lâm, huyện Hải Lăng", "", EvidenceKind.PlaceMissing)]
    public void Home_places_are_compared_through_history(string one, string other, EvidenceKind kind)
    {
        var proposal = Compare(Of("Trần Thị Xoan", 1932, one) with { PaperYear = 2000 }, Of("Trần Thị Xoan", 1932, other) with { PaperYear = YearOf(other) });
        Assert.True(proposal.Reasons.Any(reason => reason.Kind == kind), Say(proposal));

        static int YearOf(string place) => place.Contains("La Lay", StringComparison.Ordinal) ? 2026 : 2000;
    }

    [Fact]
    public void Name_and_commune_alone_are_never_sure()
    {
        // As rare a name as there is.
        var proposal = Compare(Of("Quách Bích Thoong", null, "xã Hải Lâm, huyện Hải Lăng"), Of("Quách Bích Thoong", null, "xã Hải Lâm, huyện Hải Lăng"));
        Assert.False(proposal.IsSure, Say(proposal));
        Assert.True(Compare(Of("Quách Bích Thoong", 1932, "xã Hải Lâm"), Of("Quách Bích Thoong", 1932, "xã Hải Lâm")).IsSure);
    }

    [Fact]
    public void A_mention_without_a_year_is_not_given_to_one_of_two_namesakes()
    {
        const string home = "xã Hải Lâm, huyện Hải Lăng";
        var unknown = Of("Trần Thị Xoan", null, home);
        PersonMention[] one = [unknown, Of("Trần Thị Xoan", 1920, home)];
        PersonMention[] two = [.. one, Of("Trần Thị Xoan", 1941, home)];
        var alone = Propose(one, threshold: 0.05).Single(proposal => Has(proposal, unknown)).Probability;
        var shared = Propose(two, threshold: 0.05).Where(proposal => Has(proposal, unknown)).ToList();
        Assert.Equal(2, shared.Count);
        Assert.All(shared, proposal => Assert.True(proposal.Probability < Math.Min(alone, PersonMatcher.Threshold), Say(proposal)));
        Assert.All(shared, proposal => Assert.Contains(proposal.Reasons, reason => reason.Kind == EvidenceKind.Rival));
    }

    [Fact]
    public void Two_rows_of_one_list_are_two_people_unless_more_is_said()
    {
        var one = Of("Trần Thị Xoan", 1932, "xã Hải Lâm, huyện Hải Lăng");
        var other = Of("Trần Thị Xoan", 1932, "xã Hải Lâm, huyện Hải Lăng");
        Assert.True(Compare(one, other with { DocumentId = one.DocumentId }).Probability < Compare(one, other).Probability);
    }

    [Fact]
    public void A_relative_or_a_certificate_backs_what_name_and_place_leave_open()
    {
        var one = Of("Nguyễn Thị Sen", null, "xã Hải Lâm, huyện Hải Lăng") with { Award = "Huân chương Kháng chiến", Certificate = "Số 12.345" };
        var other = Of("Nguyễn Thị Sen", null, "xã Hải Lâm, huyện Hải Lăng") with { Award = "Huân chương Kháng chiến" };
        var bare = Compare(one, other).Probability;
        var withKin = Compare(one with { Kin = [new(Kinship.Husband, "Lê Bá Khoát")] }, other with { Kin = [new(Kinship.Husband, "Lê Bá Khoát")] });
        Assert.True(withKin.Probability > bare);
        var withCertificate = Compare(one, other with { Certificate = "SỐ 12345" });
        Assert.True(withCertificate.Probability > bare);
        Assert.True(Compare(one with { Sex = Sex.Female }, other with { Sex = Sex.Male }).Probability < bare);
    }

    [Fact]
    public void The_order_of_the_two_does_not_matter() =>
        Gen.Select(AnyMention, AnyMention).Where((a, b) => a.Id != b.Id).Sample(
            (a, b) =>
            {
                // The same two, with their ids exchanged.
                var (there, back) = (Compare(a, b), Compare(a with { Id = b.Id }, b with { Id = a.Id }));
                Assert.Equal(there.Probability, back.Probability, 12);
            },
            iter: 60, threads: 1);

    [Fact]
    public void The_order_of_the_mentions_does_not_matter() =>
        Gen.Shuffle(Usual[..300]).Sample(
            shuffled => Assert.Equal(Keys(Propose(Usual[..300])), Keys(Propose(shuffled))), iter: 4, threads: 1);

    [Fact]
    public void An_unrelated_mention_takes_no_proposal_away() =>
        Gen.OneOf("Quách Quỳnh Thoong", "Mạch Uyển Nhi", "Ksor H'Bia", "John Smith", "", "???").Sample(
            name =>
            {
                var stranger = Of(name, 1777, "xã Không Có, huyện Đâu Đâu");
                Assert.Equal(Keys(Propose(Usual[..300])), Keys(Propose([.. Usual[..300], stranger])));
            },
            iter: 6, threads: 1);

    [Fact]
    public void A_number_of_a_martyr_joins_his_name_and_no_other()
    {
        var (one, other) = (Martyr("Trần Văn Mẫn", "AB 123b"), Martyr("Trần Văn Mẫn", "AB 123 b"));
        var same = Compare(one, other);
        Assert.Contains(same.Reasons, reason => reason.Kind is EvidenceKind.CertificateSame);
        Assert.True(same.Probability > Compare(one, other with { Certificate = null }).Probability);
        Assert.True(same.Probability > 0.8, Say(same));
        var elsewhere = Compare(one, Martyr("Lê Thị Huệ", "AB 123b"));
        Assert.Contains(elsewhere.Reasons, reason => reason is { Kind: EvidenceKind.CertificateOfAnother, IsContradiction: true });
        Assert.True(elsewhere.Probability < 0.01, Say(elsewhere));
        var differing = Compare(one, Martyr("Trần Văn Mẫn", "CD 999"));
        Assert.Contains(differing.Reasons, reason => reason is { Kind: EvidenceKind.CertificateDiffers, IsContradiction: true });
        Assert.True(differing.Probability < same.Probability);
        // The number of an award is another thing than that of a martyr.
        var award = other with { Row = AwardArchive.Archive.RowKind.Entry, CertificateOf = null, Award = "Huân chương Kháng chiến" };
        Assert.DoesNotContain(Compare(one, award).Reasons, reason => reason.Kind is EvidenceKind.CertificateSame or EvidenceKind.CertificateDiffers);
        // Low numbers without a series come up everywhere.
        Assert.True(Compare(Martyr("Trần Văn Mẫn", "123"), Martyr("Trần Văn Mẫn", "123")).Probability < same.Probability);

        static PersonMention Martyr(string name, string certificate) =>
            Of(name, null, "") with { Row = AwardArchive.Archive.RowKind.Kin, Certificate = certificate, CertificateOf = "Bằng Tổ quốc ghi công" };
    }

    [Fact]
    public void Days_of_death_tell_martyrs_of_one_name_apart()
    {
        var bare = Compare(Fell(null), Fell(null)).Probability;
        var (day, year, other) = (Compare(Fell("1968-02-05"), Fell("1968-02-05")), Compare(Fell("1968"), Fell("1968-02-05")), Compare(Fell("1968-02-05"), Fell("1972-06-01")));
        Assert.True(day.Probability > year.Probability && year.Probability > bare && bare > other.Probability, $"{Say(day)} / {Say(year)} / {bare} / {Say(other)}");
        Assert.Contains(other.Reasons, reason => reason is { Kind: EvidenceKind.DeathDateDiffers, IsContradiction: true });
        Assert.True(Compare(Fell("1968-02-05"), Fell("1968-02-08")).Probability < year.Probability);

        static PersonMention Fell(string? day) => Of("Trần Văn Mẫn", null, "xã Hải Lâm") with { Died = VietnameseDate.TryParse(day, out var died) ? died : null };
    }

    [Fact]
    public void A_form_may_name_in_its_text_whom_its_list_names_too()
    {
        var entry = Of("Trần Thị Xoan", 1932, "xã Hải Lâm, huyện Hải Lăng");
        var kin = entry with { Id = Guid.CreateVersion7(), Row = AwardArchive.Archive.RowKind.Kin };
        Assert.DoesNotContain(Compare(entry, kin).Reasons, reason => reason.Kind is EvidenceKind.SamePaper);
        Assert.Contains(Compare(entry, entry with { Id = Guid.CreateVersion7() }).Reasons, reason => reason.Kind is EvidenceKind.SamePaper);
    }

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.Select(Vietnamese.Texts.Any, Vietnamese.Texts.Any).Sample(
            (name, home) =>
            {
                var one = Of(name, 1932, home) with { Certificate = home, Kin = [new(Kinship.Child, home)] };
                var proposal = Compare(one, Of(home, null, name) with { Certificate = name, Kin = [new(Kinship.Child, name)] }, Few);
                Assert.InRange(proposal.Probability, 0, 1);
                Assert.All(proposal.Reasons, reason => Assert.True(double.IsFinite(reason.Weight)));
                Assert.All(proposal.Reasons, reason => Assert.NotEmpty(EvidenceText.Of(reason)));
            },
            iter: 200, threads: 1);

    [Fact]
    public void Of_generated_people_the_proposals_are_as_right_and_as_many_as_measured()
    {
        // Floors a little below the first run of this small seed; the bar (0.98 at 0.90) is what the benchmark reports.
        var proposals = new PersonMatcher(Usual, PlaceHistory.BuiltIn).Propose(cancellationToken: TestContext.Current.CancellationToken);
        var person = Generated.Entries.ToDictionary(entry => entry.Mention.Id, entry => entry.Person);
        var right = proposals.Count(proposal => person[proposal.One] == person[proposal.Other]);
        var all = Generated.Entries.GroupBy(entry => entry.Person).Sum(group => group.Count() * (group.Count() - 1) / 2);
        Assert.True(right >= 0.97 * proposals.Count, $"{right} of {proposals.Count} are right");
        Assert.True(right >= 0.86 * all, $"{right} of {all} are found");
    }

    [Fact]
    public void A_look_up_finds_what_a_mother_was_given_before()
    {
        var lookup = new PersonLookup(Usual, PlaceHistory.BuiltIn);
        var (found, all) = (0, 0);
        foreach (var mother in Generated.Persons.Where(person => person.IsWoman).Take(200))
        {
            var asked = Of(mother.Name, mother.Born, $"xã {mother.Home.Name}, huyện {mother.Home.District}, tỉnh {mother.Home.Province}") with { PaperYear = 2014 };
            var ids = lookup.Find(asked).Select(proposal => proposal.Other).ToHashSet();
            var hers = Generated.Entries.Where(entry => entry.Person == mother.Number).ToList();
            (found, all) = (found + hers.Count(entry => ids.Contains(entry.Mention.Id)), all + hers.Count);
        }
        Assert.True(found >= 0.98 * all, $"{found} of {all}");
    }

    private static PersonMention Of(string name, int? born, string home) => new(Guid.CreateVersion7(), name, Guid.NewGuid(), 1)
    {
        Born = born is { } year ? VietnameseDate.Of(year) : null,
        HomePlace = home,
    };

    private static MatchProposal Compare(PersonMention one, PersonMention other, KnownPeople? people = null) =>
        new PersonMatcher([one, other], people ?? Known).Compare(one.Id, other.Id);

    private static IReadOnlyList<MatchProposal> Propose(IEnumerable<PersonMention> mentions, double threshold = PersonMatcher.Threshold) =>
        new PersonMatcher(mentions, Known).Propose(threshold, TestContext.Current.CancellationToken);

    private static IEnumerable<(Guid, Guid, double)> Keys(IEnumerable<MatchProposal> proposals) =>
        proposals.Select(proposal => (proposal.One, proposal.Other, Math.Round(proposal.Probability, 9)));

    private static bool Has(MatchProposal proposal, PersonMention mention) => proposal.One == mention.Id || proposal.Other == mention.Id;

    private static string Say(MatchProposal proposal) =>
        $"{proposal.Probability:0.0000}: {string.Join("; ", proposal.Reasons.Select(reason => $"{EvidenceText.Of(reason)} ({reason.Kind} {reason.Weight:+0.0;-0.0;0})"))}";
}
