using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.People;

/// <summary>A commune with what it lay in, and was called, at three times.</summary>
/// <param name="Name">From 1977 to 2025.</param>
/// <param name="District">From 1990 to 2025.</param>
/// <param name="Province">From 1990 to 2025.</param>
/// <param name="DistrictOf1977">From 1977 to 1989: larger ones, some of which no table of ours knows.</param>
/// <param name="ProvinceOf1977">From 1977 to 1989.</param>
/// <param name="NameOf2025">Of the unit that took it in; there is no district.</param>
/// <param name="ProvinceOf2025">Since 1 July 2025.</param>
/// <param name="IsHighland">Most people are Vân Kiều or Pa Cô.</param>
internal sealed record PeopleCommune(
    string Name, string District, string Province, string DistrictOf1977, string ProvinceOf1977, string NameOf2025, string ProvinceOf2025, bool IsHighland)
{
    // The communes of Đakrông and what they were joined to: Nghị quyết 1680/NQ-UBTVQH15.
    private static readonly (string Name, string After)[] Dakrong =
    [
        ("Krông Klang", "Hướng Hiệp"), ("Mò Ó", "Hướng Hiệp"), ("Hướng Hiệp", "Hướng Hiệp"), ("Đa Krông", "Đakrông"), ("Triệu Nguyên", "Ba Lòng"),
        ("Ba Lòng", "Ba Lòng"), ("Ba Nang", "Đakrông"), ("Tà Long", "Đakrông"), ("Húc Nghì", "Tà Rụt"), ("A Vao", "Tà Rụt"), ("Tà Rụt", "Tà Rụt"),
        ("A Bung", "La Lay"), ("A Ngo", "La Lay"),
    ];

    private static readonly (string District, string Of1977, string Province, string ProvinceOf1977, string ProvinceOf2025)[] Districts =
    [
        ("Triệu Phong", "Triệu Hải", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"), ("Hải Lăng", "Triệu Hải", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"),
        ("Gio Linh", "Bến Hải", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"), ("Cam Lộ", "Bến Hải", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"),
        ("Vĩnh Linh", "Bến Hải", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"), ("Hướng Hóa", "Hướng Hóa", "Quảng Trị", "Bình Trị Thiên", "Quảng Trị"),
        // Lệ Ninh is in no table of ours.
        ("Lệ Thủy", "Lệ Ninh", "Quảng Bình", "Bình Trị Thiên", "Quảng Trị"), ("Bố Trạch", "Bố Trạch", "Quảng Bình", "Bình Trị Thiên", "Quảng Trị"),
        ("Nam Đàn", "Nam Đàn", "Nghệ An", "Nghệ Tĩnh", "Nghệ An"), ("Mộ Đức", "Mộ Đức", "Quảng Ngãi", "Nghĩa Bình", "Quảng Ngãi"),
        ("Điện Bàn", "Điện Bàn", "Quảng Nam", "Quảng Nam - Đà Nẵng", "Đà Nẵng"), ("Tuy An", "Tuy An", "Phú Yên", "Phú Khánh", "Đắk Lắk"),
    ];

    /// <summary>The communes of Đakrông, and others with names of real syllables that may come up in several districts; in random order.</summary>
    public static PeopleCommune[] Draw(SplitMix64 random, int count)
    {
        var drawn = Dakrong.Take(Math.Max(2, count / 7))
            .Select(one => new PeopleCommune(one.Name, "Đakrông", "Quảng Trị", "Hướng Hóa", "Bình Trị Thiên", one.After, "Quảng Trị", true)).ToList();
        var names = new HashSet<(string, string)>();
        while (drawn.Count < count)
        {
            var (district, of1977, province, provinceOf1977, provinceOf2025) = random.Pick(Districts);
            var name = DemoPlaces.Commune(random);
            if (names.Add((district, name))) drawn.Add(new(name, district, province, of1977, provinceOf1977, name, provinceOf2025, false));
        }
        var order = drawn.Select(_ => random.Next()).ToArray();
        var communes = drawn.ToArray();
        Array.Sort(order, communes);
        return communes;
    }
}
