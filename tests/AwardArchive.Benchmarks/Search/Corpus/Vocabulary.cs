using System.Text;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>
/// The words between the phrases: frequent ones of the language first, then every syllable its spelling allows in an order of its own, then
/// rare strings (names of highland places, codes). Drawn by Zipf's law with exponent 1, so that a corpus has the few long and the many
/// short postings of real text.
/// </summary>
internal sealed class Vocabulary
{
    private const int Rare = 24_000;

    private static readonly string[] Frequent =
        ("và của các cho có là được trong với người đã ở đến để không những một năm theo từ về đồng chí này trên tại khi đó ra cán bộ xã nhân dân công tác "
        + "tỉnh huyện gia đình con đảng cách mạng chiến đấu vào hoạt động địa phương đơn vị ban ủy nhà nước quân đội bị hai ba sau phong trào lực lượng cơ sở "
        + "làm nhiều lại cũng như thì mà còn rất hết sức tham việc bảo vệ tổ quốc miền nam bắc đồng bào thôn làng mẹ bà ông cụ vợ chồng cháu ngày tháng giờ "
        + "thời kỳ giai đoạn lãnh đạo chỉ huy đội trưởng phó bí thư chủ tịch phụ nữ thanh niên nông hội du kích bộ đội giao liên nuôi giấu che chở tiếp tế "
        + "lương thực đạn dược thuốc men thương vong bắt tra tấn tù đày giam giữ trung kiên bất khuất khai báo xác nhận đề nghị xét duyệt hồ sơ kèm bản sao "
        + "chứng thực chữ ký đóng dấu lưu trữ nơi nhận số điều khoản quy định chế độ trợ cấp một lần hằng tháng ưu đãi mộ nghĩa trang hài cốt quê quán sinh "
        + "trú quán nghề nghiệp trình độ văn hóa dân tộc tôn giáo thành phần cố nông bần trung đi lên xuống qua gần xa lớn nhỏ cao thấp đầu cuối giữa").Split(' ');

    private static readonly string[] Onsets =
        ["", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];

    // The star stands before the letter that bears the tone.
    private static readonly string[] Open =
    [
        "*a", "*ai", "*ao", "*au", "*ay", "*am", "*an", "*ang", "*anh", "*ăm", "*ăn", "*ăng", "*âm", "*ân", "*âng", "*âu", "*ây", "*e", "*em", "*en", "*eo",
        "*ê", "*ên", "*ênh", "*i", "i*êm", "i*ên", "i*êng", "i*êu", "*im", "*in", "*inh", "*iu", "*o", "o*an", "o*ang", "*oi", "*om", "*on", "*ong", "*ô",
        "*ôi", "*ôm", "*ôn", "*ông", "*ơ", "*ơi", "*ơm", "*ơn", "*u", "*ua", "u*ân", "*ui", "*um", "*un", "*ung", "u*ôi", "u*ông", "*ư", "*ưa", "*ưng", "ư*ơi",
        "ư*ơm", "ư*ơn", "ư*ơng", "*ưu",
    ];

    private static readonly string[] Stopped =
    [
        "*ac", "*ach", "*ap", "*at", "*ăc", "*ăt", "*âp", "*ât", "*âc", "*ep", "*et", "*êch", "*êt", "*ich", "i*êp", "i*êt", "i*êc", "*it", "*oc", "o*at",
        "*op", "*ot", "*ôc", "*ôp", "*ôt", "*ơp", "*ơt", "*uc", "*up", "*ut", "u*ôc", "u*ôt", "*ưc", "ư*ơc", "ư*ơt", "ư*ơp",
    ];

    private readonly string[] words;
    private readonly double[] cumulative;

    public Vocabulary(ulong seed = 1945)
    {
        var random = new SplitMix64(seed);
        var known = Frequent.ToHashSet(StringComparer.Ordinal);
        var syllables = Syllables().Where(known.Add).ToArray();
        Shuffle(syllables, random);
        var rare = Enumerable.Range(0, Rare).Select(_ => RareWord(syllables, random)).Where(known.Add);
        words = [.. Frequent, .. syllables, .. rare];
        Given = [.. syllables.Where(syllable => syllable.Length is > 1 and < 6).Take(400).Select(Capital)];
        cumulative = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++) cumulative[rank] = sum += 1.0 / (rank + 3);
        for (var rank = 0; rank < words.Length; rank++) cumulative[rank] /= sum;
    }

    /// <summary>Syllables as given names, less common than those of the demo's people.</summary>
    public string[] Given { get; }

    public string Draw(SplitMix64 random)
    {
        var at = Array.BinarySearch(cumulative, (random.Next() >> 11) / (double)(1UL << 53));
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static IEnumerable<string> Syllables() =>
        from onset in Onsets
        from rime in Open.Select(rime => (Text: rime, Tones: "\0\u0300\u0301\u0309\u0303\u0323")).Concat(Stopped.Select(rime => (Text: rime, Tones: "\u0301\u0323")))
        where Fits(onset, rime.Text)
        from tone in rime.Tones
        select Compose(onset, rime.Text, tone);

    /// <summary>k before e, ê, i; gh and ngh are left out: this is for frequencies, not for spelling.</summary>
    private static bool Fits(string onset, string rime)
    {
        var first = rime.TrimStart('*')[0];
        var isFront = first is 'e' or 'ê' or 'i';
        return onset switch
        {
            "c" or "g" or "ng" => !isFront,
            "gi" => first != 'i',
            "qu" => first is not ('u' or 'o' or 'ư' or 'ô'),
            _ => true,
        };
    }

    private static string Compose(string onset, string rime, char tone)
    {
        var star = rime.IndexOf('*', StringComparison.Ordinal);
        var mark = tone == '\0' ? "" : tone.ToString();
        return $"{onset}{rime[..star]}{rime[star + 1]}{mark}{rime[(star + 2)..]}".Normalize(NormalizationForm.FormC);
    }

    private static string RareWord(string[] syllables, SplitMix64 random) => random.Between(1, 4) switch
    {
        1 => Capital(random.Pick(syllables)) + random.Pick(syllables),
        2 => $"{random.Pick("Krông", "Đa", "A", "Pa", "Tà", "Húc", "Ea", "Kon", "Plei")}{random.Pick(syllables)}",
        3 => $"{random.Between(1, 999)}.{random.Between(0, 999):000}.{random.Between(0, 9) * 100:000}",
        _ => $"{(char)random.Between('A', 'Z')}{(char)random.Between('A', 'Z')}{random.Between(10, 99_999)}",
    };

    private static void Shuffle(string[] items, SplitMix64 random)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = random.Between(0, i);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
