namespace AwardArchive.Demo;

/// <summary>People who never lived. Given names that would make the full name of a known person are left out.</summary>
internal static class DemoPeople
{
    // As often as its weight: a few family names cover most people.
    private static readonly (string Name, int Weight)[] Families =
    [
        ("Nguyễn", 30), ("Trần", 11), ("Lê", 10), ("Phạm", 7), ("Hoàng", 5), ("Phan", 5), ("Võ", 4), ("Đặng", 3), ("Bùi", 3), ("Đỗ", 3),
        ("Hồ", 3), ("Ngô", 2), ("Dương", 2), ("Lý", 1), ("Trương", 2), ("Đinh", 1), ("Cao", 1), ("Mai", 1), ("Lương", 1), ("Thái", 1),
        ("Tạ", 1), ("Hà", 1),
    ];

    private static readonly string[] MaleMiddles =
        ["Văn", "Văn", "Văn", "Đức", "Hữu", "Quang", "Đình", "Công", "Ngọc", "Bá", "Viết", "Thế", "Trọng", "Khắc", "Sĩ", "Như"];

    private static readonly string[] MaleGivens =
    [
        "An", "Bảo", "Bính", "Cẩn", "Chiểu", "Cương", "Diệm", "Duyệt", "Đạo", "Điền", "Đoàn", "Hạp", "Hiển", "Hoạch", "Huỳnh", "Khiêm",
        "Khoát", "Kỳ", "Lân", "Liễn", "Lữ", "Mạch", "Mẫn", "Nghiêm", "Ngữ", "Nhượng", "Phụng", "Quế", "Quýnh", "Rạng", "Sửu", "Tấn",
        "Thảng", "Thưởng", "Tiễn", "Toản", "Truyền", "Tửu", "Uẩn", "Viễn", "Vượng", "Xứng", "Yên", "Đãi", "Ứng", "Ân",
    ];

    private static readonly string[] FemaleMiddles = ["Thị", "Thị", "Thị", "Thị", "Thị", "Thị Kim", "Thị Ngọc", "Thị Hồng", "Bích"];

    private static readonly string[] FemaleGivens =
    [
        "Bưởi", "Cam", "Chắt", "Con", "Diễm", "Đào", "Điểm", "Gái", "Hạnh", "Hiếu", "Hòe", "Khuê", "Lài", "Lạng", "Liễu", "Lựu", "Mót",
        "Mùi", "Nậy", "Nghĩa", "Nhạn", "Nuôi", "Phấn", "Quít", "Sen", "Tẻo", "Thẻo", "Thỏa", "Thuận", "Thưởng", "Tơ", "Trầm", "Tuyết",
        "Vịnh", "Xuyến", "Xoan", "Yến", "Ẩn", "Ỷ", "Lũy",
    ];

    // Vân Kiều and Pa Cô: the family name Hồ with tribal given names of free spelling.
    private static readonly string[] HighlandMale =
        ["A Nung", "A Rôi", "Côn Kheng", "Pả Thoan", "Văn Lầu", "Văn Ngưm", "Xa Lưng", "Ta Niêng", "Văn Choi", "Ku Tăng", "Pỉ Hôi"];

    private static readonly string[] HighlandFemale =
        ["Thị Nhương", "Thị Mon", "Ka Rưng", "Thị Pườn", "Kăn Xeng", "Thị Ngoong", "Căn Mới", "Thị Xiêng", "Kăn Hoan"];

    public static string Man(SplitMix64 random) => random.Chance(0.1f)
        ? $"Hồ {random.Pick(HighlandMale)}"
        : $"{Family(random)} {random.Pick(MaleMiddles)} {random.Pick(MaleGivens)}";

    public static string Woman(SplitMix64 random) => random.Chance(0.15f)
        ? $"Hồ {random.Pick(HighlandFemale)}"
        : $"{Family(random)} {random.Pick(FemaleMiddles)} {random.Pick(FemaleGivens)}";

    /// <summary>A child of that family name.</summary>
    public static string Son(string father, SplitMix64 random)
    {
        var family = father.Split(' ')[0];
        return family == "Hồ" && random.Chance(0.5f)
            ? $"Hồ {random.Pick(HighlandMale)}"
            : $"{family} {random.Pick(MaleMiddles)} {random.Pick(MaleGivens)}";
    }

    private static string Family(SplitMix64 random)
    {
        var at = random.Between(1, Families.Sum(family => family.Weight));
        return Families.First(family => (at -= family.Weight) <= 0).Name;
    }
}
