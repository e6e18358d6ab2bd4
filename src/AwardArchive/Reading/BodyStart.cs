using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Knows the words that a paper's body begins with.</summary>
internal static class BodyStart
{
    private static readonly string[] Cues =
    [
        "can cu", "xet de nghi", "xet to trinh", "xet thanh tich", "theo de nghi", "kinh gui", "dieu 1", "bieu 1", "hom nay", "i.", "1.", "(kem theo", "(ban hanh",
        "noi nhan", "ho va ten", "ho ten", "ten toi la", "toi la", "toi ten la", "stt", "tt ", "so tt",
    ];

    /// <summary>Who decides: stands in capitals between the title and the legal bases.</summary>
    private static readonly string[] Authorities =
    [
        "chu tich", "uy ban", "hoi dong", "bo truong", "thu tuong", "giam doc", "chinh phu", "quoc hoi", "ban thuong vu", "ban chap hanh", "tong cuc",
        "tu lenh", "uy vien", "nuoc ", "ubnd", "thong doc", "tong giam doc", "vien truong", "thuong vu", "ban bi thu", "bo tu lenh", "doan chu tich",
    ];

    public static bool IsCue(TextRun run)
    {
        var text = Folding.Fold(run.Text).TrimStart('-', '–', '+', '*', ' ', '"', '“');
        return Cues.Any(cue => text.StartsWith(cue, StringComparison.Ordinal));
    }

    /// <summary>"Kính gửi": to whom a letter, a submission or an application goes.</summary>
    public static bool IsAddress(TextRun run) => Folding.Fold(run.Text).StartsWith("kinh gui", StringComparison.Ordinal);

    public static bool IsAuthority(TextRun run)
    {
        if (!run.IsCapitals) return false;
        var text = Folding.Fold(run.Text) + " ";
        return Authorities.Any(authority => text.StartsWith(authority, StringComparison.Ordinal));
    }
}
