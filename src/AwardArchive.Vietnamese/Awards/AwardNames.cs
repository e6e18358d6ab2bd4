namespace AwardArchive.Vietnamese;

/// <summary>An award where it stands in a text.</summary>
/// <param name="Name">Canonical, without its class: <c>Huân chương Kháng chiến chống Mỹ</c>.</param>
/// <param name="Class"><c>Nhất</c>, <c>Nhì</c>, <c>Ba</c>, or null.</param>
/// <param name="Start">In the text as given, UTF-16 units.</param>
/// <param name="Length">To the end of its class.</param>
public readonly record struct AwardMention(string Name, string? Class, int Start, int Length);

/// <summary>
/// Orders, medals, titles and certificates of both wars and of the law of emulation and commendation since. <c>Huân</c> and <c>Huy</c> differ by
/// two letters and one rank: they are never taken for each other.
/// </summary>
public static class AwardNames
{
    private static readonly string[] Orders =
    [
        "Sao vàng", "Hồ Chí Minh", "Độc lập", "Quân công", "Chiến công", "Kháng chiến", "Kháng chiến chống Mỹ", "Kháng chiến chống Pháp", "Chiến thắng",
        "Quân giải phóng Việt Nam", "Chiến sĩ", "Chiến sĩ vẻ vang", "Chiến sĩ giải phóng", "Chiến công giải phóng", "Giải phóng", "Thành đồng", "Quyết thắng",
        "Lao động", "Bảo vệ Tổ quốc", "Dũng cảm", "Hữu nghị", "Đại đoàn kết dân tộc",
    ];

    private static readonly string[] Medals =
    [
        "Kháng chiến", "Kháng chiến chống Mỹ", "Kháng chiến chống Pháp", "Chiến thắng", "Quân giải phóng Việt Nam", "Chiến sĩ vẻ vang", "Quân kỳ quyết thắng",
        "Vì an ninh Tổ quốc", "Hữu nghị",
    ];

    private static readonly string[] Others =
    [
        "Bà mẹ Việt Nam anh hùng", "Anh hùng Lực lượng vũ trang nhân dân", "Anh hùng Lao động", "Bằng Tổ quốc ghi công", "Bằng Tổ quốc ghi ơn",
        "Bằng Có công với nước",
        "Kỷ niệm chương Tổ quốc ghi công", "Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt tù, đày", "Bảng vàng danh dự", "Bảng gia đình vẻ vang",
        "Chiến sĩ thi đua", "Bằng khen", "Giấy khen",
    ];

    /// <summary>Other ways to write a name.</summary>
    private static readonly (string Written, string Name)[] Aliases =
    [
        ("Tổ quốc ghi công", "Bằng Tổ quốc ghi công"), ("Tổ quốc ghi ơn", "Bằng Tổ quốc ghi ơn"), ("Có công với nước", "Bằng Có công với nước"),
        ("Mẹ Việt Nam anh hùng", "Bà mẹ Việt Nam anh hùng"), ("Bà mẹ VNAH", "Bà mẹ Việt Nam anh hùng"), ("Mẹ VNAH", "Bà mẹ Việt Nam anh hùng"),
        ("BMVNAH", "Bà mẹ Việt Nam anh hùng"), ("AHLLVTND", "Anh hùng Lực lượng vũ trang nhân dân"), ("AHLLVT", "Anh hùng Lực lượng vũ trang nhân dân"),
        ("Anh hùng Lực lượng vũ trang", "Anh hùng Lực lượng vũ trang nhân dân"), ("Anh hùng Quân đội", "Anh hùng Lực lượng vũ trang nhân dân"),
        ("Huân chương Kháng chiến chống Mỹ cứu nước", "Huân chương Kháng chiến chống Mỹ"), ("Huy chương Kháng chiến chống Mỹ cứu nước", "Huy chương Kháng chiến chống Mỹ"),
        ("Huân chương Kháng chiến chống thực dân Pháp", "Huân chương Kháng chiến chống Pháp"), ("Huân chương Thành đồng Tổ quốc", "Huân chương Thành đồng"),
    ];

    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["nhat"] = "Nhất", ["i"] = "Nhất", ["1"] = "Nhất",
        ["nhi"] = "Nhì", ["ii"] = "Nhì", ["2"] = "Nhì", ["hai"] = "Nhì",
        ["ba"] = "Ba", ["iii"] = "Ba", ["3"] = "Ba",
    };

    /// <summary>By first word, longest first.</summary>
    private static readonly Dictionary<string, (string[] Words, string Name)[]> Names = Orders.Select(name => $"Huân chương {name}")
        .Concat(Medals.Select(name => $"Huy chương {name}"))
        .Concat(Others)
        .Select(name => (Written: name, Name: name))
        .Concat(Aliases)
        .Select(name => (Words: KeysOf(name.Written), name.Name))
        .GroupBy(name => name.Words[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>All awards that a text names, in order; lost or wrong marks do not matter. The longest name wins.</summary>
    /// <param name="text">Any string; a name may go on in the next line.</param>
    public static IReadOnlyList<AwardMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokenizer.Tokenize(text).ToArray();
        var keys = Array.ConvertAll(tokens, KeyOf);
        var mentions = new List<AwardMention>();
        for (var at = 0; at < keys.Length; at++)
        {
            if (!Names.TryGetValue(keys[at], out var candidates)) continue;
            foreach (var (words, name) in candidates)
            {
                if (!keys.AsSpan(at).StartsWith(words)) continue;
                var end = at + words.Length;
                var rank = ClassAt(keys, end);
                if (rank is not null) end += 2;
                mentions.Add(new(name, rank, tokens[at].Start, tokens[end - 1].End - tokens[at].Start));
                at = end - 1;
                break;
            }
        }
        return mentions;
    }

    private static string? ClassAt(string[] keys, int at) => at + 1 < keys.Length && keys[at] == "hang" ? Classes.GetValueOrDefault(keys[at + 1]) : null;

    private static string[] KeysOf(string name) => [.. Tokenizer.Tokenize(name).Select(KeyOf)];

    private static string KeyOf(Token token) => Folding.Fold(token.Normal());
}
