using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using CsCheck;

namespace AwardArchive.Tests.Reading.Lists;

public sealed class EntryReaderTests
{
    private const int Top = 500;
    private const int Step = 70;

    private static readonly string[][] People =
    [
        ["1", "Nguyễn Văn An", "1932", "xã Hải Lộc, Triệu Phong", "Nhất"],
        ["2", "Trần Thị Bưởi", "1928", "xã Tân Lâm, Cam Lộ", "Nhì"],
        ["3", "Lê Đức Cẩn", "1940", "xã Gio Quế, Gio Linh", "Ba"],
    ];

    [Fact]
    public void A_table_gives_its_rows()
    {
        var entries = Read(Table(People)).Entries;
        Assert.Equal([("1", "Nguyễn Văn An", "1932"), ("2", "Trần Thị Bưởi", "1928"), ("3", "Lê Đức Cẩn", "1940")], entries.Select(Row));
        Assert.Equal(["xã Hải Lộc, Triệu Phong", "xã Tân Lâm, Cam Lộ", "xã Gio Quế, Gio Linh"], entries.Select(entry => entry.HomePlace?.Value));
        Assert.Equal(["Nhất", "Nhì", "Ba"], entries.Select(entry => entry.AwardClass?.Value));
        Assert.All(entries, entry => Assert.Equal(RecipientKind.Person, entry.Kind));
    }

    [Fact]
    public void An_entry_has_the_box_of_its_row_and_a_fact_that_of_its_words()
    {
        var entry = Read(Table(People)).Entries[0];
        Assert.Equal(new Box(150, Top + Step, 1600 + (4 * 16) - 150, 30), entry.Box);
        Assert.Equal(new Box(300, Top + Step, 13 * 16, 30), entry.Name.Box);
        Assert.Equal(new Box(800, Top + Step, 4 * 16, 30), entry.BirthYear!.Box);
    }

    [Fact]
    public void Columns_stand_in_any_order()
    {
        var paper = Title().Left(Top, "TT").Beside(300, Top, "Nguyên quán").Beside(850, Top, "Họ tên").Beside(1250, Top, "Chức vụ").Beside(1600, Top, "Năm sinh")
            .Left(Top + Step, "1").Beside(300, Top + Step, "xã Hải Lộc, Triệu Phong").Beside(850, Top + Step, "Nguyễn Văn An").Beside(1250, Top + Step, "Bí thư xã").Beside(1600, Top + Step, "1932")
            .Left(Top + (2 * Step), "2").Beside(300, Top + (2 * Step), "xã Tân Lâm, Cam Lộ").Beside(850, Top + (2 * Step), "Trần Thị Bưởi").Beside(1250, Top + (2 * Step), "Du kích").Beside(1600, Top + (2 * Step), "1928");
        var entries = Read(paper).Entries;
        Assert.Equal([("1", "Nguyễn Văn An", "1932"), ("2", "Trần Thị Bưởi", "1928")], entries.Select(Row));
        Assert.Equal(("xã Hải Lộc, Triệu Phong", "Bí thư xã"), (entries[0].HomePlace!.Value, entries[0].Service!.Value));
    }

    [Fact]
    public void Below_a_header_of_two_lines_the_column_of_a_year_tells_the_sex()
    {
        var paper = Title().Left(Top, "STT").Beside(300, Top, "Họ và tên").Beside(830, Top, "Năm sinh").Beside(1150, Top, "Quê quán")
            .At(800, Top + 45, "Nam").Beside(950, Top + 45, "Nữ")
            .Left(Top + 130, "1").Beside(300, Top + 130, "Nguyễn Văn An").Beside(795, Top + 130, "1932").Beside(1150, Top + 130, "xã Hải Lộc")
            .Left(Top + 200, "2").Beside(300, Top + 200, "Trần Thị Bưởi").Beside(935, Top + 200, "1928").Beside(1150, Top + 200, "xã Tân Lâm");
        var entries = Read(paper).Entries;
        Assert.Equal([("1", "Nguyễn Văn An", "1932"), ("2", "Trần Thị Bưởi", "1928")], entries.Select(Row));
        Assert.Equal(["male", "female"], entries.Select(entry => entry.Sex?.Value));
    }

    [Fact]
    public void Names_and_places_go_on_in_the_next_line()
    {
        var paper = Header(Title())
            .Left(570, "1").Beside(300, 570, "Nguyễn Thị Ngọc").Beside(800, 570, "1932").Beside(1050, 570, "xã Hải Lộc, huyện").Beside(1600, 570, "Nhì")
            .At(300, 612, "Hạnh").Beside(1050, 612, "Triệu Phong")
            .Left(690, "2").Beside(300, 690, "Lê Đức Cẩn").Beside(800, 690, "1940").Beside(1050, 690, "xã Gio Quế").Beside(1600, 690, "Ba");
        var entries = Read(paper).Entries;
        Assert.Equal([("1", "Nguyễn Thị Ngọc Hạnh", "1932"), ("2", "Lê Đức Cẩn", "1940")], entries.Select(Row));
        Assert.Equal("xã Hải Lộc, huyện Triệu Phong", entries[0].HomePlace!.Value);
    }

    [Fact]
    public void Cells_may_stand_around_the_middle_of_their_row()
    {
        var paper = Header(Title());
        foreach (var (i, name, place) in new[] { (0, "Hạnh", "Triệu Phong"), (1, "Bưởi", "Cam Lộ"), (2, "Cam", "Gio Linh") })
        {
            var y = 570 + (i * 110);
            paper.At(300, y, "Nguyễn Thị Ngọc").Beside(1050, y, "xã Hải Lộc, huyện")
                .Left(y + 21, $"{i + 1}").Beside(800, y + 21, $"193{i}").Beside(1600, y + 21, "Nhì")
                .At(300, y + 42, name).Beside(1050, y + 42, place);
        }
        var entries = Read(paper).Entries;
        Assert.Equal([("1", "Nguyễn Thị Ngọc Hạnh", "1930"), ("2", "Nguyễn Thị Ngọc Bưởi", "1931"), ("3", "Nguyễn Thị Ngọc Cam", "1932")], entries.Select(Row));
        Assert.Equal(["xã Hải Lộc, huyện Triệu Phong", "xã Hải Lộc, huyện Cam Lộ", "xã Hải Lộc, huyện Gio Linh"], entries.Select(entry => entry.HomePlace?.Value));
    }

    [Theory]
    [InlineData("nt")]
    [InlineData("-nt-")]
    [InlineData("\"")]
    [InlineData("-//-")]
    [InlineData("n.t")]
    public void A_mark_repeats_the_cell_above(string mark)
    {
        var entries = Read(Table(People[0], ["2", "Trần Thị Bưởi", "1928", mark, "Nhì"], ["3", "Lê Đức Cẩn", "1940", mark, mark])).Entries;
        Assert.Equal(["xã Hải Lộc, Triệu Phong", "xã Hải Lộc, Triệu Phong", "xã Hải Lộc, Triệu Phong"], entries.Select(entry => entry.HomePlace?.Value));
        Assert.Equal((mark, "Nhì"), (entries[2].HomePlace!.AsWritten, entries[2].AwardClass!.Value));
    }

    [Fact]
    public void Headings_between_rows_give_award_and_class()
    {
        var paper = Title().Left(Top, "STT").Beside(300, Top, "Họ và tên").Beside(800, Top, "Năm sinh").Beside(1050, Top, "Quê quán")
            .Left(570, "I. HUÂN CHƯƠNG KHÁNG CHIẾN HẠNG NHẤT")
            .Left(640, "1").Beside(300, 640, "Nguyễn Văn An").Beside(800, 640, "1932").Beside(1050, 640, "xã Hải Lộc")
            .Left(710, "II. HUÂN CHƯƠNG ĐỘC LẬP HẠNG BA")
            .Left(780, "1").Beside(300, 780, "Trần Thị Bưởi").Beside(800, 780, "1928").Beside(1050, 780, "xã Tân Lâm")
            .Left(850, "2").Beside(300, 850, "Lê Đức Cẩn").Beside(800, 850, "1940").Beside(1050, 850, "xã Gio Quế");
        var reading = Read(paper);
        Assert.Equal(
            [("Huân chương Kháng chiến", "Nhất"), ("Huân chương Độc lập", "Ba"), ("Huân chương Độc lập", "Ba")],
            reading.Entries.Select(entry => (entry.Award?.Value, entry.AwardClass?.Value)));
        Assert.Empty(reading.Facts.Warnings);
    }

    [Fact]
    public void A_place_heading_is_the_home_where_no_column_says_it()
    {
        var paper = Title().Left(Top, "STT").Beside(300, Top, "Họ và tên").Beside(1000, Top, "Năm sinh")
            .Left(570, "Huyện Cam Lộ")
            .Left(640, "1").Beside(300, 640, "Nguyễn Văn An").Beside(1000, 640, "1932")
            .Left(710, "Huyện Gio Linh")
            .Left(780, "2").Beside(300, 780, "Trần Thị Bưởi").Beside(1000, 780, "1928");
        Assert.Equal([("Nguyễn Văn An", "Huyện Cam Lộ"), ("Trần Thị Bưởi", "Huyện Gio Linh")], Read(paper).Entries.Select(entry => (entry.Name.Value, entry.HomePlace?.Value)));
    }

    [Fact]
    public void A_note_or_a_heading_says_that_it_is_given_to_the_dead()
    {
        var paper = Title().Left(Top, "STT").Beside(300, Top, "Họ và tên").Beside(800, Top, "Năm sinh").Beside(1050, Top, "Ghi chú")
            .Left(570, "1").Beside(300, 570, "Nguyễn Văn An").Beside(800, 570, "1932").Beside(1050, 570, "Truy tặng")
            .Left(640, "2").Beside(300, 640, "Trần Thị Bưởi").Beside(800, 640, "1928")
            .Left(710, "B. TRUY TẶNG")
            .Left(780, "3").Beside(300, 780, "Lê Đức Cẩn").Beside(800, 780, "1940");
        Assert.Equal([true, false, true], Read(paper).Entries.Select(entry => entry.IsPosthumous));
    }

    [Fact]
    public void A_table_goes_on_over_pages_with_or_without_its_header()
    {
        Paper second = new(), third = Header(new());
        Rows(second, 200, ["3", "Lê Đức Cẩn", "1940", "xã Gio Quế", "Ba"], ["4", "Phạm Văn Đạo", "1931", "xã Hải Lộc", "Nhì"]);
        Rows(third, Top + Step, ["5", "Hoàng Thị Gái", "1922", "xã Tân Lâm", "Ba"]);
        var reading = MachineReader.Read([Table(People[..2]).Page(), second.Page(2), third.Page(3)]);
        Assert.Equal(["Nguyễn Văn An", "Trần Thị Bưởi", "Lê Đức Cẩn", "Phạm Văn Đạo", "Hoàng Thị Gái"], reading.Entries.Select(entry => entry.Name.Value));
        Assert.Equal([1, 1, 2, 2, 3], reading.Entries.Select(entry => entry.Page));
        Assert.Equal("Ba", reading.Entries[4].AwardClass!.Value);
        Assert.Empty(reading.Facts.Warnings);
    }

    [Fact]
    public void A_row_goes_on_overleaf()
    {
        var second = new Paper().At(1050, 200, "huyện Triệu Phong");
        Rows(second, 270, ["3", "Lê Đức Cẩn", "1940", "xã Gio Quế", "Ba"]);
        var first = Table(People[0], ["2", "Trần Thị Bưởi", "1928", "xã Hải Lộc,", "Nhì"]);
        Assert.Equal(
            ["xã Hải Lộc, Triệu Phong", "xã Hải Lộc, huyện Triệu Phong", "xã Gio Quế"],
            MachineReader.Read([first.Page(), second.Page(2)]).Entries.Select(entry => entry.HomePlace?.Value));
    }

    [Fact]
    public void A_list_without_header_is_read_by_what_stands_below_each_other()
    {
        var paper = Title();
        Rows(paper, Top, People);
        Assert.Equal([("1", "Nguyễn Văn An", "1932"), ("2", "Trần Thị Bưởi", "1928"), ("3", "Lê Đức Cẩn", "1940")], Read(paper).Entries.Select(Row));
    }

    [Fact]
    public void Names_in_running_text_are_recipients_where_something_is_given_to_them()
    {
        var entries = Read(new Paper().Centered(200, "QUYẾT ĐỊNH:")
            .Left(300, "Điều 1. Tặng thưởng Huân chương Kháng chiến hạng Nhất cho ông Nguyễn Văn An, sinh năm 1932, quê")
            .Left(345, "quán: xã Hải Lộc, huyện Triệu Phong, tỉnh Quảng Trị; bà Trần Thị Bưởi, sinh năm 1928, quê quán: xã")
            .Left(390, "Tân Lâm, huyện Cam Lộ, đã có công lao trong kháng chiến.")
            .Left(480, "Điều 2. Ông Phạm Văn Đạo, Chánh Văn phòng, sinh hoạt tại huyện và các ông, bà có tên trên thi hành."))
            .Entries;
        Assert.Equal([("Nguyễn Văn An", "1932", "male"), ("Trần Thị Bưởi", "1928", "female")], entries.Select(entry => (entry.Name.Value, entry.BirthYear?.Value, entry.Sex?.Value)));
        Assert.Equal(["xã Hải Lộc, huyện Triệu Phong, tỉnh Quảng Trị", "xã Tân Lâm, huyện Cam Lộ"], entries.Select(entry => entry.HomePlace?.Value));
        Assert.All(entries, entry => Assert.Equal(("Huân chương Kháng chiến", "Nhất"), (entry.Award?.Value, entry.AwardClass?.Value)));
    }

    [Theory]
    [InlineData("1. Ông ", "2. Ông ", ", sinh năm 1932")]
    [InlineData("1/ ", "2/ ", ", sinh năm 1932")]
    [InlineData("- Ông ", "- Ông ", " (sinh năm 1932)")]
    [InlineData("1, Ông ", "2, Ông ", ", sinh năm 1932")]
    public void Numbered_and_dashed_lines_name_recipients(string first, string second, string birth)
    {
        var entries = Read(new Paper().Centered(200, "QUYẾT ĐỊNH:")
            .Left(300, "Điều 1. Nay tặng Bằng khen cho các ông có tên sau đây:")
            .Left(360, $"{first}Nguyễn Văn An{birth}, quê quán: xã Hải Lộc, huyện")
            .Left(405, "Triệu Phong;")
            .Left(460, $"{second}Lê Đức Cẩn{birth}, quê quán: xã Gio Quế.")
            .Left(540, "Điều 2. Các ông Chánh văn phòng và những người có tên ở điều 1 thi hành."))
            .Entries;
        Assert.Equal([("Nguyễn Văn An", "1932"), ("Lê Đức Cẩn", "1932")], entries.Select(entry => (entry.Name.Value, entry.BirthYear?.Value)));
        Assert.Equal(["xã Hải Lộc, huyện Triệu Phong", "xã Gio Quế"], entries.Select(entry => entry.HomePlace?.Value));
    }

    [Fact]
    public void Who_sits_in_a_meeting_is_not_awarded() => Assert.Empty(Read(new Paper()
        .Centered(200, "BIÊN BẢN")
        .Left(300, "1. Chủ trì: Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã;")
        .Left(345, "2. Thư ký: Bà Trần Thị Bưởi, công chức Văn hóa - Xã hội;")
        .Left(390, "3. Ông Lê Đức Cẩn, Bí thư Đảng ủy xã;")).Entries);

    [Fact]
    public void A_declaration_has_no_recipients() => Assert.Empty(Read(Header(new Paper().Centered(200, "BẢN KHAI CÁ NHÂN"))
        .Left(570, "1").Beside(300, 570, "Nguyễn Văn An").Beside(800, 570, "1932").Beside(1050, 570, "xã Hải Lộc").Beside(1600, 570, "Nhì")).Entries);

    [Fact]
    public void A_certificate_has_one_recipient()
    {
        var entry = Assert.Single(Read(new Paper()
            .Centered(200, "GIẤY CHỨNG NHẬN")
            .Centered(260, "đeo Huân chương Kháng chiến hạng Nhì")
            .Left(400, "Ông (bà): Nguyễn Văn An").Beside(1100, 400, "Sinh năm: 1932")
            .Left(460, "Quê quán: xã Gio Quế, huyện Gio Linh")).Entries);
        Assert.Equal(("Nguyễn Văn An", "1932", "xã Gio Quế, huyện Gio Linh"), (entry.Name.Value, entry.BirthYear?.Value, entry.HomePlace?.Value));
    }

    [Theory]
    [InlineData("Vào sổ vàng số: 4321", "4321")]
    [InlineData("Số bằng: KC 12.345", "KC 12.345")]
    [InlineData("Vao so so 77 ngay 2/9/1985", "77")]
    [InlineData("Vào sổ vàng số: ........", null)]
    [InlineData("theo Quyết định số 352 KT/HĐNN", null)]
    public void A_certificate_says_its_number(string line, string? number)
    {
        var entry = Assert.Single(Read(new Paper()
            .Centered(200, "GIẤY CHỨNG NHẬN")
            .Centered(260, "đeo Huân chương Kháng chiến hạng Nhì")
            .Left(400, "Ông (bà): Nguyễn Văn An").Beside(1100, 400, "Sinh năm: 1932")
            .Left(460, "Quê quán: xã Gio Quế, huyện Gio Linh")
            .Left(640, line)).Entries);
        Assert.Equal((number, "xã Gio Quế, huyện Gio Linh"), (entry.CertificateNo?.Value, entry.HomePlace?.Value));
    }

    [Fact]
    public void Families_and_collectives_are_no_persons()
    {
        var entries = Read(Table(
            ["1", "Gia đình ông Lê Cẩn", "", "xã Hải Lộc", "Nhất"], ["2", "Nhân dân và cán bộ xã Gio Mỹ", "", "xã Gio Mỹ", "Nhì"],
            ["3", "Đại đội 5, Tỉnh đội", "", "xã Tân Lâm", "Ba"], ["4", "Đoàn Văn Đạo", "", "xã Tân Lâm", "Ba"])).Entries;
        Assert.Equal(
            [
                ("Gia đình ông Lê Cẩn", RecipientKind.Family), ("Nhân dân và cán bộ xã Gio Mỹ", RecipientKind.Collective),
                ("Đại đội 5, Tỉnh đội", RecipientKind.Collective), ("Đoàn Văn Đạo", RecipientKind.Person),
            ],
            entries.Select(entry => (entry.Name.Value, entry.Kind)));
    }

    [Theory]
    [InlineData("l932")]
    [InlineData("19З2")]
    [InlineData("I9З2.")]
    public void A_year_of_signs_that_look_like_digits_is_read_less_surely(string written)
    {
        var entry = Read(Table(People[0], ["2", "Trần Thị Bưởi", written, "xã Tân Lâm", "Nhì"])).Entries[1];
        Assert.Equal("1932", entry.BirthYear?.Value);
        Assert.InRange(entry.BirthYear!.Confidence, 0.1, 0.7);
    }

    [Fact]
    public void A_row_whose_number_was_lost_is_a_row()
    {
        var reading = Read(Table(People[0], ["", "Trần Thị Bưởi", "1928", "xã Tân Lâm, Cam Lộ", "Nhì"], People[2]));
        Assert.Equal([("1", "Nguyễn Văn An", "1932"), (null, "Trần Thị Bưởi", "1928"), ("3", "Lê Đức Cẩn", "1940")], reading.Entries.Select(Row));
        Assert.Empty(reading.Facts.Warnings);
    }

    [Fact]
    public void A_number_that_does_not_fit_between_its_neighbors_is_mended()
    {
        var entry = Read(Table(People[0], ["7", "Trần Thị Bưởi", "1928", "xã Tân Lâm, Cam Lộ", "Nhì"], People[2])).Entries[1];
        Assert.Equal(("2", "7"), (entry.RowNumber!.Value, entry.RowNumber.AsWritten));
        Assert.InRange(entry.RowNumber.Confidence, 0.1, 0.7);
    }

    [Theory]
    [InlineData("Thị Thi", "Trần Thị Thi")]
    [InlineData("Thi Bưởi", "Trần Thị Bưởi")]
    [InlineData("ThịBưởi", "Trần Thị Bưởi")]
    [InlineData("Thị BưỞi", "Trần Thị Bưởi")]
    public void What_recognition_does_to_names_is_set_right(string written, string name) =>
        Assert.Equal(name, Read(Table(People[0], ["2", $"Trần {written}", "1928", "xã Tân Lâm", "Nhì"])).Entries[1].Name.Value);

    [Fact]
    public void Gaps_and_repetitions_of_numbers_are_warned_of()
    {
        Assert.Empty(Read(Table(People)).Facts.Warnings);
        var gap = Assert.Single(Read(Table(People[0], ["5", "Lê Đức Cẩn", "1940", "xã Gio Quế", "Ba"])).Facts.Warnings);
        Assert.Equal(("rowsMissing", "Không đọc được các hàng từ số 2 đến số 4."), (gap.Kind, gap.Message));
        Assert.Equal("rowsRepeated", Assert.Single(Read(Table(People[0], People[1], ["2", "Lê Đức Cẩn", "1940", "xã Gio Quế", "Ba"])).Facts.Warnings).Kind);
    }

    [Theory]
    [InlineData("1 2 511 4 5 6", null)] // its neighbors give it away
    [InlineData("1 2 3 4 511", "Số thứ tự 511 có nhiều lần hoặc đứng sai chỗ.")] // nothing goes on from it: no 506 rows are missing
    [InlineData("1 2 3 4 3 4 5 6", "Số thứ tự 3 có nhiều lần hoặc đứng sai chỗ.")] // told once, not of every row that follows
    [InlineData("1 2 3 1 2 3", null)] // the next group counts anew
    [InlineData("1 2 30 31 32", "Không đọc được các hàng từ số 3 đến số 29.")]
    public void What_is_wrong_with_the_numbers_is_told_once(string numbers, string? warning)
    {
        string[][] rows = [.. numbers.Split(' ').Select((number, i) => new[] { number, People[i % 3][1], $"{1920 + i}", "xã Gio Quế", "Ba" })];
        Assert.Equal(warning, Read(Table(rows)).Facts.Warnings.SingleOrDefault()?.Message);
    }

    [Theory]
    [InlineData("Tổng số: 3 người.", null)]
    [InlineData("Tổng cộng: 4 người.", "Văn bản nói có 4, đọc được 3.")]
    [InlineData("Danh sách này gồm 5 cá nhân.", "Văn bản nói có 5, đọc được 3.")]
    public void The_sum_that_a_paper_gives_is_compared(string line, string? warning) =>
        Assert.Equal(warning, Read(Table(People).Left(900, line)).Facts.Warnings.SingleOrDefault()?.Message);

    [Theory]
    [InlineData(0.03)]
    [InlineData(-0.03)]
    [InlineData(0.01)]
    public void A_page_askew_reads_the_same(double slope) =>
        Assert.Equal(Read(Table(People)).Entries.Select(Row), Read(Rows(Header(Title(new(slope))), Top + Step, People)).Entries.Select(Row));

    [Fact]
    public void The_order_of_the_words_does_not_matter()
    {
        var page = Table(People).Page();
        var expected = Read(page).Entries;
        Gen.Shuffle(page.Words.ToArray()).Sample(words => Read(page with { Words = words }).Entries.SequenceEqual(expected), iter: 50);
    }

    [Fact]
    public void The_lines_of_the_engine_are_not_asked_for()
    {
        var page = Table(People).Page();
        var expected = Read(page).Entries.Select(Row).ToArray();
        Assert.Equal(expected, Read(page with { Words = [.. page.Words.Select((word, i) => word with { Line = i, Block = i })] }).Entries.Select(Row));
        Assert.Equal(expected, Read(page with { Words = [.. page.Words.Select(word => word with { Line = word.X / 250, Block = word.X / 250 })] }).Entries.Select(Row));
    }

    [Fact]
    public void A_page_of_three_hundred_rows_is_read_whole()
    {
        string[] given = ["An", "Bưởi", "Cẩn", "Đạo", "Gái", "Hạnh", "Khiêm"];
        var paper = Header(new Paper());
        Rows(paper, Top + Step, [.. Enumerable.Range(1, 300).Select(i => new[] { $"{i}", $"Nguyễn Văn {given[i % given.Length]}", $"{1900 + (i % 50)}", "xã Hải Lộc, Triệu Phong", "Nhì" })]);
        var reading = Read(paper);
        Assert.Equal(300, reading.Entries.Count);
        Assert.Empty(reading.Facts.Warnings);
    }

    [Fact]
    public void An_empty_page_has_no_entries() => Assert.Empty(Read(new Paper()).Entries);

    [Fact]
    public void No_words_make_it_throw()
    {
        var text = Gen.OneOf(
            Gen.String[1, 12],
            Gen.Int[0, 21].Select(i => new[]
            {
                "STT", "Họ", "và", "tên", "Năm", "sinh", "Quê", "quán", "Hạng", "1", "2.", "1932", "Nguyễn", "Văn", "nt", "\"", "I.", "HUYỆN", "Tặng", "Ông", "cho", "-",
            }[i]));
        var word = Gen.Select(text, Gen.Int[-50, 2500], Gen.Int[-50, 4000], Gen.Int[0, 900], Gen.Int[0, 90], Gen.Int[0, 9])
            .Select((letters, x, y, width, height, line) => new Word(letters, x, y, width, height, 0.5, line, line / 3));
        word.Array[0, 60].Sample(words =>
        {
            var reading = Read(new Paper().Page() with { Words = words });
            foreach (var entry in reading.Entries) Assert.InRange(entry.Name.Confidence, 0, 1);
        });
    }

    private static (string? Number, string Name, string? Year) Row(AwardEntry entry) => (entry.RowNumber?.Value, entry.Name.Value, entry.BirthYear?.Value);

    private static DocumentReading Read(Paper paper) => Read(paper.Page());

    private static DocumentReading Read(PageWords page) => MachineReader.Read([page]);

    private static Paper Title(Paper? paper = null) => (paper ?? new()).Centered(200, "DANH SÁCH");

    private static Paper Header(Paper paper) =>
        paper.Left(Top, "STT").Beside(300, Top, "Họ và tên").Beside(800, Top, "Năm sinh").Beside(1050, Top, "Quê quán").Beside(1600, Top, "Hạng");

    private static Paper Table(params string[][] rows) => Rows(Header(Title()), Top + Step, rows);

    private static Paper Rows(Paper paper, int y, params string[][] rows)
    {
        foreach (var row in rows)
        {
            paper.Left(y, row[0]).Beside(300, y, row[1]).Beside(800, y, row[2]).Beside(1050, y, row[3]).Beside(1600, y, row[4]);
            y += Step;
        }
        return paper;
    }
}
