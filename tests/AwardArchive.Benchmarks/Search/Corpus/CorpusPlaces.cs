using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <param name="Name">As it stands after "tỉnh".</param>
/// <param name="Districts">Each with the province it lies in by the borders of 1990 to 2025.</param>
internal sealed record CorpusProvince(string Name, bool IsMerged, (string Name, string Later)[] Districts);

/// <summary>Provinces as papers name them: those of 1976 to 1989 with the province that each district came to be in (QĐ of 30/6/1989), and those before and after.</summary>
internal static class CorpusPlaces
{
    public static CorpusProvince[] Plain { get; } =
    [
        Province("Quảng Trị", "Triệu Phong", "Hải Lăng", "Gio Linh", "Cam Lộ", "Đakrông", "Hướng Hóa", "Vĩnh Linh"),
        Province("Quảng Bình", "Lệ Thủy", "Quảng Ninh", "Bố Trạch", "Tuyên Hóa"),
        Province("Nghệ An", "Nam Đàn", "Thanh Chương", "Diễn Châu", "Yên Thành", "Đô Lương"),
        Province("Hà Tĩnh", "Can Lộc", "Đức Thọ", "Thạch Hà", "Kỳ Anh"),
        Province("Quảng Nam", "Điện Bàn", "Duy Xuyên", "Thăng Bình", "Đại Lộc"),
        Province("Quảng Ngãi", "Mộ Đức", "Đức Phổ", "Sơn Tịnh", "Bình Sơn"),
        Province("Bình Định", "Hoài Nhơn", "Phù Mỹ", "Tuy Phước", "An Nhơn"),
        Province("Phú Yên", "Tuy An", "Đồng Xuân", "Sông Cầu"),
        Province("Khánh Hòa", "Diên Khánh", "Ninh Hòa", "Vạn Ninh"),
        Province("Bến Tre", "Giồng Trôm", "Mỏ Cày", "Ba Tri", "Thạnh Phú"),
        Province("Thanh Hóa", "Nông Cống", "Hoằng Hóa", "Tĩnh Gia"),
        Province("Thái Bình", "Tiền Hải", "Kiến Xương", "Thái Thụy"),
        Province("Hòa Bình", "Lạc Sơn", "Kỳ Sơn", "Đà Bắc"),
        Province("Đắk Lắk", "Krông Pắc", "Buôn Hồ", "Lắk"),
    ];

    public static CorpusProvince[] Merged { get; } =
    [
        new("Bình Trị Thiên", true, [("Triệu Hải", "Quảng Trị"), ("Bến Hải", "Quảng Trị"), ("Hướng Hóa", "Quảng Trị"), ("Lệ Ninh", "Quảng Bình"), ("Bố Trạch", "Quảng Bình")]),
        new("Nghệ Tĩnh", true, [("Nam Đàn", "Nghệ An"), ("Thanh Chương", "Nghệ An"), ("Can Lộc", "Hà Tĩnh"), ("Đức Thọ", "Hà Tĩnh")]),
        new("Nghĩa Bình", true, [("Mộ Đức", "Quảng Ngãi"), ("Đức Phổ", "Quảng Ngãi"), ("Hoài Nhơn", "Bình Định"), ("Phù Mỹ", "Bình Định")]),
        new("Phú Khánh", true, [("Tuy An", "Phú Yên"), ("Đồng Xuân", "Phú Yên"), ("Diên Khánh", "Khánh Hòa"), ("Ninh Hòa", "Khánh Hòa")]),
        new("Quảng Nam - Đà Nẵng", true, [("Điện Bàn", "Quảng Nam"), ("Duy Xuyên", "Quảng Nam"), ("Thăng Bình", "Quảng Nam")]),
    ];

    /// <summary>One place, several spellings.</summary>
    public static string[][] Spellings { get; } = [["Đakrông", "Đa Krông", "Dakrong", "Ðakrông"], ["Đắk Lắk", "Đắc Lắc", "Dak Lak", "Đăk Lăk"], ["Krông Pắc", "Krông Pắk", "Krông Păc"]];

    private static readonly string[] Firsts =
        ["Hải", "Triệu", "Gio", "Vĩnh", "Cam", "Tân", "Phú", "Đại", "Bình", "An", "Thanh", "Xuân", "Phong", "Mỹ", "Nghĩa", "Diễn", "Hoằng", "Kỳ", "Quỳnh", "Cẩm"];

    private static readonly string[] Seconds =
        ["Lộc", "Thành", "Hòa", "Sơn", "Thủy", "Lâm", "Hưng", "Khê", "Trạch", "Long", "Châu", "Thượng", "Phước", "Giang", "Quế", "Ái", "Hoá", "Thạch", "Vịnh", "Ngãi"];

    public static string Commune(SplitMix64 random) => $"{random.Pick(Firsts)} {random.Pick(Seconds)}";

    private static CorpusProvince Province(string name, params string[] districts) => new(name, false, [.. districts.Select(district => (district, name))]);
}
