using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using CsCheck;

namespace AwardArchive.Tests.Reading.Forms;

public sealed class FormReaderTests
{
    private static readonly EngineInfo Engine = new("test", "1", null, new Dictionary<string, string>());

    [Fact]
    public void A_declaration_names_the_mother_her_husband_and_her_martyrs()
    {
        var kin = Read(Declaration());
        Assert.Equal([KinRelation.Self, KinRelation.Husband, KinRelation.Child, KinRelation.Child], kin.Select(person => person.Relation));
        Assert.Equal(["Nguyễn Thị Lài", "Trần Văn Cẩn", "Trần Văn Mẫn", "Trần Đức Khiêm"], kin.Select(person => person.Name.Value));
        Assert.Equal([false, false, true, true], kin.Select(person => person.IsMartyr));
        Assert.Equal(["1916", "1912", "1940", "1944"], kin.Select(person => person.BirthYear?.Value));
        Assert.Equal("xã Hải Lộc, huyện Hải Lăng, tỉnh Quảng Trị", kin[0].HomePlace?.Value);
        Assert.Equal([null, null, "1968-03-12", "1972-08"], kin.Select(person => person.DeathDate?.Value));
        Assert.Equal([null, null, "AB 123b", null], kin.Select(person => person.CertificateNo?.Value));
        Assert.Equal([null, null, "345/TTg", "68/TTg"], kin.Select(person => person.DecisionNo?.Value));
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(-0.03)]
    public void A_page_askew_reads_the_same(double slope) => Assert.Equal(Said(Read(Declaration())), Said(Read(Declaration(slope))));

    [Fact]
    public void A_fact_knows_its_page_box_and_rule()
    {
        var birth = Read(Declaration())[0].BirthYear!;
        Assert.Equal((1, "form-field/1"), (birth.Page, birth.Source));
        Assert.Equal(new Box(150 + (13 * 16), 500, 4 * 16, 30), birth.Box);
    }

    [Fact]
    public void A_relative_declares_for_a_mother_who_is_dead()
    {
        var kin = Read(new Paper()
            .Centered(100, "BẢN KHAI THÂN NHÂN").Left(200, "I. PHẦN KHAI VỀ NGƯỜI KHAI")
            .Left(250, "1. Họ và tên: Trần Văn Tấn").Beside(1100, 250, "Sinh năm: 1950")
            .Left(300, "3. Quan hệ với bà mẹ: con trai")
            .Left(350, "II. PHẦN KHAI VỀ BÀ MẸ")
            .Left(400, "1. Họ và tên: Lê Thị Tơ").Beside(1100, 400, "Sinh năm: 1918")
            .Left(450, "3. Đã từ trần: ngày 05 tháng 8 năm 1990")
            .Left(500, "4. Họ và tên chồng (liệt sĩ): Trần Bá Lân").Left(550, "Hy sinh ngày: 1953").Beside(1100, 550, "Số bằng TQGC: QT 77m")
            .Left(600, "Tôi xin cam đoan lời khai là đúng.").Left(650, "NGƯỜI KHAI").Left(700, "Trần Văn Tấn"));
        Assert.Equal(
            [
                "Declarant Trần Văn Tấn 1950     False", "Self Lê Thị Tơ 1918 1990-08-05    False", "Husband Trần Bá Lân  1953  QT 77m  True",
            ],
            Said(kin));
    }

    [Theory]
    [InlineData("2.Mẹ Nguyễn Thị Lài, sinh năm 1916")]
    [InlineData("2)Mẹ Nguyễn Thị Lài, sinh năm 1916")]
    [InlineData("2. Mẹ Nguyễn Thị Lài, sinh năm 1916")]
    public void The_number_of_an_item_may_stick_to_it(string item) =>
        Assert.Equal(["Self Nguyễn Thị Lài 1916     False"], Said(Read(new Paper().Centered(100, "BIÊN BẢN").Left(300, item))));

    [Fact]
    public void A_value_may_stand_below_its_label()
    {
        var kin = Read(new Paper().Centered(100, "BẢN KHAI CÁ NHÂN")
            .Left(200, "1. Họ và tên:").Beside(1100, 200, "Năm sinh:").Left(245, "Nguyễn Thị Lài").Beside(1120, 245, "1916")
            .Left(300, "3. Nguyên quán:").Left(345, "xã Hải Lộc, tỉnh Quảng Trị").Left(390, "4. Nơi ở hiện nay: xã Hải Lộc"));
        Assert.Equal(["Self Nguyễn Thị Lài 1916  xã Hải Lộc, tỉnh Quảng Trị   False"], Said(kin));
        Assert.InRange(kin[0].Name.Confidence, 0.5, 0.89);
    }

    [Theory]
    [InlineData("Ho va ten: Nguyễn Thị Lài", "Nam sinh: 1916")] // marks lost
    [InlineData("Hụ vá tên: Nguyễn Thị Lài", "Năm slnh: 1916")] // letters misread
    [InlineData("Họ và tên:Nguyễn Thị Lài", "Nămsinh:1916")] // blanks lost
    [InlineData("Họ và tên:..... Nguyễn Thị Lài .....", "Năm sinh:….1916….")] // leaders read
    [InlineData("Họ và tên Nguyễn Thị Lài", "Năm sinh 1916")] // colons lost
    [InlineData("Họ và tên : Bà Nguyễn Thị Lài", "Năm sinh : 1916")]
    public void Labels_may_be_misread(string name, string birth) =>
        Assert.Equal(["Self Nguyễn Thị Lài 1916     False"], Said(Read(new Paper().Centered(100, "BẢN KHAI CÁ NHÂN").Left(200, "1. " + name).Beside(1100, 200, birth))));

    [Fact]
    public void What_was_left_open_is_not_there()
    {
        var kin = Read(new Paper().Centered(100, "BẢN KHAI CÁ NHÂN")
            .Left(200, "1. Họ và tên: Nguyễn Thị Lài").Beside(1100, 200, "Năm sinh: ........")
            .Left(250, "3. Nguyên quán: ......................").Left(300, "5. Họ và tên chồng: ...............").Beside(1100, 300, "Năm sinh: ....")
            .Left(350, "II. CON LÀ LIỆT SĨ").Left(400, "1. Liệt sĩ: Trần Văn Mẫn").Beside(1100, 400, "Sinh năm: ..........")
            .Left(450, "Hy sinh ngày: ..../..../......").Beside(1100, 450, "Mặt trận: Quảng Trị")
            .Left(500, "Bằng “Tổ quốc ghi công” số: .........").Beside(1100, 500, "Quyết định số: ........")
            .Left(600, "Tôi xin cam đoan lời khai là đúng.").At(1000, 650, "Hải Lộc, ngày 05 tháng 8 năm 2014"));
        Assert.Equal(["Self Nguyễn Thị Lài      False", "Child Trần Văn Mẫn      True"], Said(kin));
    }

    [Theory]
    [InlineData("12/03/1968", "1968-03-12", true)]
    [InlineData("ngày 12 tháng 3 năm 1968", "1968-03-12", true)]
    [InlineData("12 tháng 3 năm 1968", "1968-03-12", true)]
    [InlineData("tháng 3 năm 1968", "1968-03", true)]
    [InlineData("03/1968", "1968-03", true)]
    [InlineData("năm 1968", "1968", true)]
    [InlineData("..../..../1968", "1968", true)]
    [InlineData("l2/O3/1968", "1968-03-12", false)]
    [InlineData("12103/1968", "1968", false)]
    [InlineData("31/02/1968", "1968", false)]
    [InlineData("không rõ", null, false)]
    public void Dates_of_death_are_as_partial_as_the_paper(string written, string? value, bool isSure)
    {
        var kin = Read(new Paper().Centered(100, "BẢN KHAI CÁ NHÂN").Left(400, "1. Liệt sĩ: Trần Văn Mẫn").Left(450, "Hy sinh ngày: " + written));
        Assert.Equal(value, kin[0].DeathDate?.Value);
        if (value is not null) Assert.Equal(isSure, kin[0].DeathDate!.Confidence >= 0.85);
    }

    [Fact]
    public void Children_may_stand_in_a_table()
    {
        var kin = Read(Table());
        Assert.Equal(
            [
                "Self Nguyễn Thị Lài      False", "Child Trần Văn Mẫn 1940 1968-03-12  AB 123b 345/TTg True", "Child Trần Đức Khiêm 1944 1972-08  QT 77m  True",
                "Child Trần Thị Gái 1950     False",
            ],
            Said(kin));
        Assert.Equal("form-table/1", kin[1].DeathDate!.Source);
    }

    [Fact]
    public void A_certificate_of_merit_proves_a_martyr()
    {
        var kin = Read(new Paper()
            .Centered(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centered(250, "TỔ QUỐC GHI CÔNG").Centered(400, "Liệt sĩ").Centered(470, "Trần Văn Mẫn")
            .Centered(540, "Quê quán: xã Hải Lộc, tỉnh Quảng Trị").Centered(590, "Đã hy sinh vì sự nghiệp giải phóng dân tộc").Centered(640, "ngày 12 tháng 3 năm 1968")
            .Left(800, "Quyết định số: 345/TTg").Beside(1100, 800, "Hà Nội, ngày 05 tháng 8 năm 1995").Left(850, "Số bằng: AB 123b"));
        Assert.Equal(["Self Trần Văn Mẫn  1968-03-12 xã Hải Lộc, tỉnh Quảng Trị AB 123b 345/TTg True"], Said(kin));
    }

    [Fact]
    public void A_war_invalids_certificate_says_how_much_was_lost()
    {
        var kin = Read(new Paper()
            .Left(100, "Số: QT 12345").Centered(250, "GIẤY CHỨNG NHẬN THƯƠNG BINH").Left(400, "Ông (bà): Trần Văn Mẫn").Beside(1100, 400, "Sinh năm: 1940")
            .Left(450, "Bị thương ngày: 12/03/1968").Left(500, "Tỷ lệ thương tật: 81 %").Left(550, "Theo Quyết định số: 345/QĐ-LĐTBXH"));
        Assert.Equal("81", Assert.Single(kin).InvalidPercent?.Value);
        Assert.Equal(["Self Trần Văn Mẫn 1940   QT 12345 345/QĐ-LĐTBXH False"], Said(kin));
    }

    [Fact]
    public void A_death_notice_is_no_proof_of_a_martyr()
    {
        var kin = Read(new Paper()
            .Left(100, "Số: 345/GBT").Centered(250, "GIẤY BÁO TỬ").Left(400, "Đồng chí: Trần Văn Mẫn").Beside(1100, 400, "Sinh năm: 1940")
            .Left(450, "Nhập ngũ: tháng 5 năm 1960").Left(500, "Đã hy sinh: ngày 12 tháng 3 năm 1968").Left(550, "Chính sách đối với gia đình liệt sĩ."));
        Assert.Equal(["Self Trần Văn Mẫn 1940 1968-03-12    False"], Said(kin));
    }

    [Fact]
    public void Minutes_tell_in_sentences_who_the_mothers_are()
    {
        var kin = Read(new Paper()
            .Centered(100, "BIÊN BẢN").Left(200, "Hôm nay họp xét danh hiệu Bà mẹ Việt Nam anh hùng.").Left(250, "2. Thư ký: Bà Lê Thị Tơ, công chức Văn hóa.")
            .Left(300, "1. Mẹ Nguyễn Thị Lài, sinh năm 1916, thôn Tân Trà, xã Hải Lộc: có 02 con là liệt sĩ;")
            .Left(350, "- Liệt sĩ Trần Văn Mẫn, sinh năm 1940, hy sinh ngày 12 tháng 3 năm 1968.")
            .Left(400, "Kính viếng nghĩa trang liệt sĩ Trường Sơn."));
        Assert.Equal(["Self Nguyễn Thị Lài 1916  thôn Tân Trà, xã Hải Lộc   False", "Child Trần Văn Mẫn 1940 1968-03-12    True"], Said(kin));
    }

    [Theory]
    [InlineData("thôn Tân Trà, xã Hải Lộc: có 02 con là liệt sĩ", "thôn Tân Trà, xã Hải Lộc")]
    [InlineData("thôn Tân Trà. xã Hải Lộc; có 02 con là liệt sĩ", "thôn Tân Trà, xã Hải Lộc")]
    [InlineData("thôn Tân Trà, xã Hải Lộc có 02 con là liệt sĩ", "thôn Tân Trà, xã Hải Lộc")]
    [InlineData("tổ dân phố 3, phường 5, TP. Đông Hà.", "tổ dân phố 3, phường 5, TP. Đông Hà")]
    [InlineData("xã Hải Lộc, huyện Ðakrông", "xã Hải Lộc, huyện Đakrông")]
    public void A_place_goes_as_far_as_its_units(string written, string place)
    {
        var kin = Read(new Paper().Centered(100, "BIÊN BẢN").Left(300, "1. Mẹ Nguyễn Thị Lài, sinh năm 1916, " + written));
        Assert.Equal(place, Assert.Single(kin).HomePlace?.Value);
    }

    [Fact]
    public void Other_papers_name_nobody()
    {
        Assert.Empty(Read(new Paper()));
        Assert.Empty(Read(new Paper().Left(100, "xin chào")));
        Assert.Empty(Read(new Paper().Centered(100, "QUYẾT ĐỊNH").Left(200, "Họ và tên: Nguyễn Thị Lài")));
        Assert.Empty(Read(new Paper().Centered(100, "GIẤY CHỨNG NHẬN").Left(200, "Ông (bà): Nguyễn Thị Lài")));
    }

    [Fact]
    public void In_whatever_order_the_engine_gives_its_words_the_form_reads_the_same()
    {
        var page = Declaration().Page();
        var random = new SplitMix64(4);
        var shuffled = page with { Words = [.. page.Words.OrderBy(_ => random.Next())] };
        Assert.Equal(Said(MachineReader.Read([page]).Kin), Said(MachineReader.Read([shuffled]).Kin));
    }

    [Fact]
    public void Upside_down_nobody_is_stated_as_sure()
    {
        foreach (var paper in new[] { Declaration(), Table() })
        {
            var page = paper.Page();
            var turned = page with { Words = [.. page.Words.Select(word => word with { X = page.Width - word.Box.Right, Y = page.Height - word.Box.Bottom })] };
            Assert.DoesNotContain(MachineReader.Read([turned]).Kin, person => new[] { person.DeathDate, person.CertificateNo, person.BirthYear }.Any(fact => fact?.Confidence >= 0.9));
        }
    }

    [Theory]
    [InlineData("Liệt -", "Trần Văn Mẫn")]
    [InlineData("TỔ QUỐC", "Trần Văn Mẫn")]
    [InlineData("Liệt -", null)]
    public void On_a_certificate_whose_label_was_misread_the_name_stands_above_the_home_place(string label, string? name)
    {
        var kin = Read(new Paper()
            .Centered(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centered(250, "TỔ QUỐC GHI CÔNG").Centered(400, label).Centered(445, name ?? "vì sự nghiệp")
            .Centered(490, "Quê quán: xã Hải Lộc, huyện Hải Lăng, tỉnh Quảng Trị").Left(600, "Số bằng: AB 123b"));

        Assert.Equal(name is null ? [] : [(name, "AB 123b", true)], kin.Select(martyr => (martyr.Name.Value, martyr.CertificateNo?.Value, martyr.IsMartyr)));
        Assert.All(kin, martyr => Assert.InRange(martyr.Name.Confidence, 0.5, 0.89)); // not sure
    }

    [Fact]
    public void No_words_make_it_fail()
    {
        string[] usual =
        [
            "BẢN", "KHAI", "CÁ", "NHÂN", "Họ", "và", "tên:", "Sinh", "năm:", "Liệt", "sĩ:", "Hy", "sinh", "ngày:", "Bằng", "số:", "AB", "123b", "12/03/1968", "1916", "Nguyễn", "Thị",
            ":", "....", "1.", "II.", "CON", "LÀ", "LIỆT", "SĨ", "%", "GIẤY", "BÁO", "TỬ", "BIÊN", "Mẹ", "“Tổ", "quốc", "ghi", "công”", "STT", "hy",
        ];
        var text = Gen.OneOf(Gen.String[1, 12], Gen.Int[0, usual.Length - 1].Select(i => usual[i]));
        var word = Gen.Select(text, Gen.Int[-50, 3000], Gen.Int[-50, 1500], Gen.Int[0, 900], Gen.Int[0, 90], Gen.Int[0, 15])
            .Select((content, x, y, width, height, line) => new Word(content, x, y, width, height, 0.5, line, 0));
        Gen.Select(Gen.Int[0, 5], word.Array[0, 80]).Sample((kind, words) =>
        {
            string[] types = ["Bản khai", "Giấy ủy quyền", "Biên bản", "Giấy báo tử", "Giấy chứng nhận", "Tờ trình"];
            var facts = DocumentFacts.None with { Kind = new(types[kind], "", 1, default, 1, "test") };
            var pages = new[] { 1, 2 }.Select(number => PageLayout.Of(new(number, 2480, 3508, words, Engine))).ToArray();
            foreach (var person in AwardArchive.Reading.Forms.FormReader.Read(pages, facts))
            {
                Assert.InRange(person.Name.Confidence, 0, 1);
                Assert.InRange(person.Page, 1, 2);
            }
        });
    }

    private static Paper Declaration(double slope = 0) => new Paper(slope)
        .Centered(100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Centered(200, "BẢN KHAI CÁ NHÂN").Left(400, "I. SƠ YẾU LÝ LỊCH")
        .Left(450, "1. Họ và tên: Nguyễn Thị Lài").Beside(1100, 450, "Bí danh: không")
        .Left(500, "2. Năm sinh: 1916").Beside(800, 500, "Dân tộc: Kinh").Beside(1200, 500, "Tôn giáo: không")
        .Left(550, "3. Nguyên quán: xã Hải Lộc, huyện Hải Lăng, tỉnh Quảng Trị")
        .Left(600, "4. Nơi ở hiện nay: xã Hải Lộc")
        .Left(650, "5. Họ và tên chồng: Trần Văn Cẩn").Beside(1100, 650, "Năm sinh: 1912")
        .Left(700, "6. Tổng số con đẻ, con nuôi: 5").Beside(1100, 700, "Số con là liệt sĩ: 2")
        .Left(780, "II. CON LÀ LIỆT SĨ")
        .Left(830, "1. Liệt sĩ: Trần Văn Mẫn").Beside(1100, 830, "Sinh năm: 1940")
        .Left(880, "Hy sinh ngày: 12/03/1968").Beside(1100, 880, "Mặt trận: phía Nam")
        .Left(930, "Bằng “Tổ quốc ghi công” số: AB 123b").Beside(1100, 930, "Quyết định số: 345/TTg")
        .Left(980, "2. Họ và tên liệt sĩ: Trần Đức Khiêm").Beside(1100, 980, "Năm sinh: 1944")
        .Left(1030, "Hy sinh: tháng 8 năm 1972").Beside(1100, 1030, "theo QĐ số: 68/TTg")
        .Left(1110, "Tôi xin cam đoan những lời khai trên đây là đúng sự thật.")
        .Left(1200, "NGƯỜI KHAI").Left(1250, "(Ký, ghi rõ họ tên)").Left(1350, "Nguyễn Thị Lài");

    private static Paper Table() => new Paper()
        .Centered(100, "BẢN KHAI CÁ NHÂN").Left(200, "1. Họ và tên: Nguyễn Thị Lài").Left(250, "II. CON CỦA BÀ MẸ")
        .At(150, 300, "STT").Beside(330, 300, "Họ và tên").Beside(700, 300, "Năm").Beside(880, 300, "Ngày").Beside(1180, 300, "Số Bằng").Beside(1450, 300, "Quyết định")
        .At(690, 335, "sinh").Beside(850, 335, "hy sinh").Beside(1200, 335, "TQGC").Beside(1510, 335, "số")
        .At(165, 385, "1").Beside(240, 385, "Trần Văn Mẫn").Beside(695, 385, "1940").Beside(840, 385, "12/03/1968").Beside(1180, 385, "AB 123b").Beside(1480, 385, "345/TTg")
        .At(165, 435, "2").Beside(240, 435, "Trần Đức").Beside(695, 435, "1944").Beside(860, 435, "08/1972").Beside(1190, 435, "QT 77m")
        .At(240, 470, "Khiêm")
        .At(165, 520, "3").Beside(240, 520, "Trần Thị Gái").Beside(695, 520, "1950")
        .Left(620, "Tôi xin cam đoan những lời khai trên đây là đúng sự thật.");

    private static IReadOnlyList<KinEntry> Read(Paper paper) => MachineReader.Read([paper.Page()]).Kin;

    private static IEnumerable<string> Said(IReadOnlyList<KinEntry> kin) => kin.Select(person =>
        $"{person.Relation} {person.Name.Value} {person.BirthYear?.Value} {person.DeathDate?.Value} {person.HomePlace?.Value} {person.CertificateNo?.Value} {person.DecisionNo?.Value} {person.IsMartyr}");
}
