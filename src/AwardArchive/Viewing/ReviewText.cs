using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Viewing;

/// <summary>What machines note of a page, in words for people.</summary>
internal static class ReviewText
{
    public static string Of(PageReview review) => review switch
    {
        PageReview.LowConfidence => "Máy đọc trang này không chắc chắn.",
        _ => "Trang có nét mực nhưng máy không đọc được chữ nào.",
    };

    public static string Of(PageRegionKind kind) => kind switch
    {
        PageRegionKind.Seal => "Con dấu",
        PageRegionKind.Signature => "Chữ ký",
        _ => "Chữ viết tay",
    };

    public static string Of(ChoiceBy by) => by switch
    {
        ChoiceBy.First => "kết quả đầu tiên",
        ChoiceBy.Rule => "máy chọn vì đáng tin hơn",
        _ => "người chọn",
    };
}
