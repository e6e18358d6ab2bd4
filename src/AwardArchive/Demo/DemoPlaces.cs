namespace AwardArchive.Demo;

/// <param name="Name">Of the province as it stands after "tỉnh".</param>
/// <param name="Old">The province it belonged to from 1976 to 1989 or 1991.</param>
/// <param name="Seat">The town in the date line of older papers.</param>
internal sealed record DemoProvince(string Name, string Old, string Seat, string[] Districts);

/// <summary>Real provinces and districts; communes made of the syllables that such names are made of.</summary>
internal static class DemoPlaces
{
    private static readonly DemoProvince[] Provinces =
    [
        new("Quảng Trị", "Bình Trị Thiên", "Đông Hà", ["Triệu Phong", "Hải Lăng", "Gio Linh", "Cam Lộ", "Đakrông", "Hướng Hóa", "Vĩnh Linh"]),
        new("Quảng Trị", "Bình Trị Thiên", "Đông Hà", ["Triệu Phong", "Đakrông", "Hướng Hóa"]),
        new("Quảng Bình", "Bình Trị Thiên", "Đồng Hới", ["Lệ Thủy", "Quảng Ninh", "Bố Trạch", "Tuyên Hóa"]),
        new("Nghệ An", "Nghệ Tĩnh", "Vinh", ["Nam Đàn", "Thanh Chương", "Diễn Châu", "Yên Thành", "Đô Lương"]),
        new("Quảng Nam", "Quảng Nam - Đà Nẵng", "Tam Kỳ", ["Điện Bàn", "Duy Xuyên", "Thăng Bình", "Đại Lộc"]),
        new("Quảng Ngãi", "Nghĩa Bình", "Quảng Ngãi", ["Mộ Đức", "Đức Phổ", "Sơn Tịnh", "Bình Sơn"]),
        new("Bến Tre", "Bến Tre", "Bến Tre", ["Giồng Trôm", "Mỏ Cày", "Ba Tri", "Thạnh Phú"]),
        new("Phú Yên", "Phú Khánh", "Tuy Hòa", ["Tuy An", "Đồng Xuân", "Sông Cầu"]),
        new("Hà Tĩnh", "Nghệ Tĩnh", "Hà Tĩnh", ["Can Lộc", "Đức Thọ", "Thạch Hà", "Kỳ Anh"]),
    ];

    private static readonly string[] Firsts =
        ["Hải", "Triệu", "Gio", "Vĩnh", "Cam", "Tân", "Phú", "Đại", "Bình", "An", "Thanh", "Xuân", "Phong", "Mỹ", "Nghĩa", "Diễn"];

    private static readonly string[] Seconds =
        ["Lộc", "Thành", "Hòa", "Sơn", "Thủy", "Lâm", "Hưng", "Khê", "Trạch", "Long", "Châu", "Thượng", "Phước", "Giang", "Quế", "Ái"];

    public static DemoProvince Province(SplitMix64 random) => random.Pick(Provinces);

    /// <summary>North of the parallel of 1954, where the papers of the war are those of the later State.</summary>
    public static DemoProvince NorthernProvince(SplitMix64 random) =>
        random.Pick([.. Provinces.Where(province => province.Name is "Quảng Bình" or "Nghệ An" or "Hà Tĩnh")]);

    public static string Commune(SplitMix64 random) => $"{random.Pick(Firsts)} {random.Pick(Seconds)}";

    /// <summary>Commune and district, as lists print it.</summary>
    public static string Hometown(DemoProvince province, SplitMix64 random) =>
        $"{Commune(random)}, {random.Pick(province.Districts)}";
}
