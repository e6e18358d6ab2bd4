namespace AwardArchive.Demo;

/// <param name="Name">As it stands after "tỉnh".</param>
/// <param name="Seat">The town in the date line of older papers.</param>
internal sealed record DemoProvince(string Name, string Seat, string[] Districts);

/// <summary>Real provinces and districts of their time; communes made of the syllables that such names are made of.</summary>
internal static class DemoPlaces
{
    // Quảng Trị twice: the archive's own province comes up more often.
    private static readonly DemoProvince[] Provinces =
    [
        new("Quảng Trị", "Đông Hà", ["Triệu Phong", "Hải Lăng", "Gio Linh", "Cam Lộ", "Đakrông", "Hướng Hóa", "Vĩnh Linh"]),
        new("Quảng Trị", "Đông Hà", ["Triệu Phong", "Đakrông", "Hướng Hóa"]),
        new("Quảng Bình", "Đồng Hới", ["Lệ Thủy", "Quảng Ninh", "Bố Trạch", "Tuyên Hóa"]),
        new("Nghệ An", "Vinh", ["Nam Đàn", "Thanh Chương", "Diễn Châu", "Yên Thành", "Đô Lương"]),
        new("Quảng Nam", "Tam Kỳ", ["Điện Bàn", "Duy Xuyên", "Thăng Bình", "Đại Lộc"]),
        new("Quảng Ngãi", "Quảng Ngãi", ["Mộ Đức", "Đức Phổ", "Sơn Tịnh", "Bình Sơn"]),
        new("Bến Tre", "Bến Tre", ["Giồng Trôm", "Mỏ Cày", "Ba Tri", "Thạnh Phú"]),
        new("Phú Yên", "Tuy Hòa", ["Tuy An", "Đồng Xuân", "Sông Cầu"]),
        new("Hà Tĩnh", "Hà Tĩnh", ["Can Lộc", "Đức Thọ", "Thạch Hà", "Kỳ Anh"]),
    ];

    private static readonly DemoProvince[] MergedProvinces =
    [
        new("Bình Trị Thiên", "Huế", ["Triệu Hải", "Bến Hải", "Hướng Hóa", "Lệ Ninh", "Bố Trạch"]),
        new("Nghệ Tĩnh", "Vinh", ["Nam Đàn", "Thanh Chương", "Diễn Châu", "Can Lộc", "Đức Thọ"]),
        new("Quảng Nam - Đà Nẵng", "Đà Nẵng", ["Điện Bàn", "Duy Xuyên", "Thăng Bình", "Đại Lộc"]),
        new("Nghĩa Bình", "Quy Nhơn", ["Mộ Đức", "Đức Phổ", "Sơn Tịnh", "Bình Sơn"]),
        new("Phú Khánh", "Nha Trang", ["Tuy An", "Đồng Xuân", "Khánh Vĩnh"]),
        new("Bến Tre", "Bến Tre", ["Giồng Trôm", "Mỏ Cày", "Ba Tri", "Thạnh Phú"]),
    ];

    private static readonly string[] Firsts =
        ["Hải", "Triệu", "Gio", "Vĩnh", "Cam", "Tân", "Phú", "Đại", "Bình", "An", "Thanh", "Xuân", "Phong", "Mỹ", "Nghĩa", "Diễn"];

    private static readonly string[] Seconds =
        ["Lộc", "Thành", "Hòa", "Sơn", "Thủy", "Lâm", "Hưng", "Khê", "Trạch", "Long", "Châu", "Thượng", "Phước", "Giang", "Quế", "Ái"];

    public static DemoProvince Province(SplitMix64 random) => random.Pick(Provinces);

    /// <summary>As provinces were from 1976 to 1989.</summary>
    public static DemoProvince MergedProvince(SplitMix64 random) => random.Pick(MergedProvinces);

    /// <summary>North of the parallel of 1954, where the papers of the war are those of the later State.</summary>
    public static DemoProvince NorthernProvince(SplitMix64 random) =>
        random.Pick([.. Provinces.Where(province => province.Name is "Quảng Bình" or "Nghệ An" or "Hà Tĩnh")]);

    public static string Commune(SplitMix64 random) => $"{random.Pick(Firsts)} {random.Pick(Seconds)}";

    /// <summary>Commune and district, as lists print it.</summary>
    public static string Hometown(DemoProvince province, SplitMix64 random) =>
        $"{Commune(random)}, {random.Pick(province.Districts)}";
}
