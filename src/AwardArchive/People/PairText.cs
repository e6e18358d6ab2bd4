using AwardArchive.Archive;

namespace AwardArchive.People;

/// <summary>Decisions in the words of the people who make them.</summary>
internal static class PairText
{
    /// <summary>Why a decision was not taken.</summary>
    public static string Of(PairOutcome outcome) => outcome switch
    {
        PairOutcome.NoSuchPair => "Cặp này không còn được đề xuất.",
        PairOutcome.EntryGone => "Một trong hai dòng không còn: văn bản đã được đọc lại, sửa hoặc rút khỏi kho.",
        PairOutcome.NotDecided => "Cặp này chưa được xác nhận hoặc từ chối nên không có gì để rút lại.",
        PairOutcome.SameEntry => "Hai dòng là một.",
        PairOutcome.Contradicts => "Các quyết định khác nói ngược lại. Hãy rút lại quyết định ấy trước.",
        _ => "",
    };

    /// <summary>What was decided, after a name: <c>Lan xác nhận cùng một người</c>.</summary>
    public static string Of(PairState state) => state switch
    {
        PairState.Confirmed => "xác nhận cùng một người",
        PairState.Refused => "cho là hai người khác nhau",
        _ => "rút lại quyết định",
    };

    /// <summary>The word of a button; null of any other.</summary>
    public static PairState? StateOf(string? button) => button switch
    {
        "confirm" => PairState.Confirmed,
        "refuse" => PairState.Refused,
        _ => null,
    };
}
