using AwardArchive.Archive;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>Five papers that differ in what queries must tell apart.</summary>
public sealed class JudgedArchive : IAsyncLifetime
{
    private readonly Dictionary<Guid, string> names = [];

    internal SearchableArchive Archive { get; private set; } = null!;

    internal IReadOnlyDictionary<Guid, string> Names => names;

    public async ValueTask InitializeAsync()
    {
        Archive = await SearchableArchive.OpenAsync();
        await AddAsync("plan", "Kế hoạch", "26", "KH-UBND", "2015-02-10", "Thực hiện Chỉ thị số 26-CT/TU",
            "Số: 26 /KH-UBND\nĐakrông, ngày 10 tháng 02 năm 2015\nKẾ HOẠCH\nThực hiện Chỉ thị số 26-CT/TU của Tỉnh ủy",
            "Nghị định số 145/2013/NĐ-CP ngày 29/10/2013 của Chính phủ về tổ chức ngày kỷ niệm. Cơ quan tỉnh và các bà, các anh; con người hùng mạnh.",
            "Hoàn thành sớm hồ sơ phong tặng danh hiệu Bà mẹ Việt\nNam anh hùng theo Nghị định 56/2013/NĐ-CP. Các bà, các mẹ, các anh ở Việt Nam.");
        await AddAsync("mother", "Quyết định", "1502", "QĐ-CTN", "2016-07-01", "Phong tặng danh hiệu vinh dự Nhà nước Bà mẹ Việt Nam anh hùng",
            "QUYẾT ĐỊNH về việc phong tặng danh hiệu vinh dự Nhà nước Bà mẹ Việt Nam anh hùng\nTheo Kế hoạch 26/KH-UBND",
            "Danh sách: mẹ Hồ Thị Nâu, có con là liệt sĩ");
        await AddAsync("medal", "Quyết định", "12", "NQ-HĐNN", "1985", "Tặng thưởng Huân chương Kháng chiến",
            "Tặng thưởng Huân chương Kháng chiến hạng Nhì cho đồng bào Hoà Bình. Trung ương thương binh.");
        await AddAsync("badge", "Quyết định", "345", "QĐ-UB", "1968-02", "Tặng Huy chương Kháng chiến",
            "Tặng Huy chương Kháng chiến hạng Nhất cho các gia đình có công với cách mạng trong cuộc đấu tranh ở miền Nam và ở hậu phương lớn miền Bắc xã hội chủ nghĩa");
        await AddAsync("letter", null, null, null, null, null, "Kính gửi bà Thủy. Theo chỉ thị 07/CT-TTg, tinh thần chung.");
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    private async Task AddAsync(string name, string? kind, string? number, string? symbol, string? issuedOn, string? title, params string[] pages)
    {
        var id = await Archive.AddAsync(pages, document => document.Facts = new(FactOf(kind), FactOf(number), FactOf(symbol), FactOf(issuedOn), FactOf(title)));
        names[id] = name;
    }

    private static Fact? FactOf(string? value) => value is null ? null : new(value, value, 1, new Box(0, 0, 1, 1), 1, "test/1");
}
