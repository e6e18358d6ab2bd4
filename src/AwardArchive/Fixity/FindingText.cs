using AwardArchive.Archive;

namespace AwardArchive.Fixity;

/// <summary>Findings in words for people.</summary>
internal static class FindingText
{
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.Missing => "Thiếu tệp",
        FindingKind.Altered => "Nội dung bị thay đổi",
        FindingKind.Swapped => "Nội dung của tệp khác",
        FindingKind.Orphaned => "Tệp không thuộc văn bản nào",
        FindingKind.Unreadable => "Không đọc được tệp",
        FindingKind.NotIndexed => "Chưa có trong chỉ mục",
        FindingKind.StaleInIndex => "Bản cũ trong chỉ mục",
        _ => "Thừa trong chỉ mục",
    };

    public static string Of(FindingPlace place) => place switch
    {
        FindingPlace.Objects => "kho tệp",
        FindingPlace.Second => "kho thứ hai",
        _ => "chỉ mục",
    };

    public static string Of(FindingState state) => state switch
    {
        FindingState.Open => "Chờ xử lý",
        FindingState.Repaired => "Đã khôi phục và kiểm tra lại",
        _ => "Đã chấp nhận",
    };

    /// <returns>Null when nothing was done and nothing is to be said.</returns>
    public static string? Of(FindingRemedy remedy) => remedy switch
    {
        FindingRemedy.FromOtherStore => "Đã lấy lại từ kho kia.",
        FindingRemedy.NoOtherStore => "Chưa có kho thứ hai để lấy lại: hãy tìm bản gốc và nạp lại.",
        FindingRemedy.NoGoodCopy => "Không còn bản nguyên vẹn để lấy lại; không có gì bị ghi đè.",
        FindingRemedy.MadeAgain => "Trang được nhận dạng lại để tạo lại tệp.",
        FindingRemedy.IndexedAgain => "Đã đưa lại từ danh mục vào chỉ mục.",
        FindingRemedy.Removed => "Đã xóa theo lệnh của người quản trị.",
        FindingRemedy.FoundWhole => "Lần kiểm tra sau thấy nguyên vẹn.",
        _ => null,
    };
}
