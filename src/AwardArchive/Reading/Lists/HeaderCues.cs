using System.Collections.Frozen;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Knows the words that stand over the columns of lists; lost or wrong marks do not matter.</summary>
internal static class HeaderCues
{
    /// <summary>In this order: "Số con liệt sĩ" is no number of the row, "năm hy sinh" no birth year, "nơi sinh" a place.</summary>
    private static readonly (ColumnKind Kind, string[] Phrases)[] Cues =
    [
        (ColumnKind.Other, ["hy sinh", "hi sinh", "liet si", "liet sy", "quyet dinh", "so bang", "ky nhan", "ky ten", "so con", "so ho so", "vao so", "dan toc", "ton giao"]),
        (ColumnKind.Number, ["stt", "tt", "so tt", "so thu tu", "thu tu", "so t t", "so"]),
        (ColumnKind.Sex, ["gioi tinh", "nam nu", "phai"]),
        (ColumnKind.Name, ["ho ten", "ho va ten", "ho va", "ho va ten nam sinh", "ten", "ca nhan", "tap the", "ba me", "nguoi duoc"]),
        (ColumnKind.HomePlace, ["que quan", "que", "nguyen quan", "sinh quan", "noi sinh", "nguyen", "quan"]),
        (ColumnKind.Residence, ["tru quan", "thuong tru", "noi o", "cho o", "dia chi", "ho khau", "dia phuong", "cu tru", "noi cu"]),
        (ColumnKind.Award, ["hang", "hinh thuc", "danh hieu", "khen thuong", "muc khen", "muc", "loai khen", "bac khen"]),
        (ColumnKind.Reason, ["thanh tich", "ly do", "li do", "cong lao", "cong trang", "tom tat"]),
        (ColumnKind.Service, ["chuc vu", "don vi", "thoi gian", "cong tac", "cap bac", "chuc danh", "nghe nghiep", "tham gia", "qua trinh", "nhap ngu", "so nam"]),
        (ColumnKind.BirthYear, ["sinh", "nam"]),
        (ColumnKind.Note, ["ghi chu", "ghi", "chu thich"]),
    ];

    private static readonly FrozenSet<string> Words = Cues.SelectMany(cue => cue.Phrases).SelectMany(phrase => phrase.Split(' '))
        .Concat(["ngay", "thang", "nu", "va", "de", "nghi", "duoc", "tang", "hien", "nay", "thuoc", "xa", "huyen", "hoac", "hay", "chi", "bo", "khang", "chien", "nguoi", "me", "cua", "tuoi", "dau"])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Null when no column is headed so.</returns>
    public static ColumnKind? Of(string text)
    {
        string[] words = [.. Tokenizer.Tokenize(text).Select(token => Folding.Fold(token.Normal()))];
        if (words.Length is 0 or > 12) return null;
        if (words is ["nu"]) return ColumnKind.Female;
        // Năm, the year, stands beside "sinh"; Nam, the men, beside "Nữ": the caller tells them apart.
        if (words is ["nam"]) return ColumnKind.Male;
        // "Năm sinh" stood over both.
        if (words is [.., "sinh", "nu"]) return ColumnKind.BirthYearOfWomen;
        if (words is [_, .., "sinh", "nam"]) return ColumnKind.BirthYearOfMen;
        var heading = string.Join(' ', words);
        foreach (var (kind, phrases) in Cues)
        {
            foreach (var phrase in phrases)
            {
                if (kind == ColumnKind.Number ? heading == phrase : Contains(heading, phrase)) return kind;
            }
        }
        return null;
    }

    /// <summary>Whether most of its words head columns.</summary>
    public static bool AreMost(ListLine line)
    {
        int known = 0, all = 0;
        foreach (var token in Tokenizer.Tokenize(line.Text))
        {
            all++;
            if (Words.Contains(Folding.Fold(token.Normal()))) known++;
        }
        return all > 0 && known * 10 >= all * 6;
    }

    /// <summary>Whole words.</summary>
    private static bool Contains(string heading, string phrase)
    {
        for (var at = heading.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = heading.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || heading[at - 1] == ' ') && (end == heading.Length || heading[end] == ' ')) return true;
        }
        return false;
    }
}
