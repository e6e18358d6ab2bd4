using System.Globalization;
using System.Text;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>Writes a paper as its words come out of recognition: head, grounds, articles, list, body, receivers, in pages of 300 words and more.</summary>
internal sealed class SpecWriter(Vocabulary vocabulary)
{
    private const int WordsOfPage = 310;

    private static readonly string[] Phrases =
    [
        "kháng chiến chống Mỹ, cứu nước", "gia đình có công với cách mạng", "đã hy sinh vì sự nghiệp giải phóng dân tộc", "nuôi giấu cán bộ cách mạng",
        "Đảng và Nhà nước", "phong trào thi đua yêu nước", "thực hiện chế độ chính sách", "cuộc kháng chiến chống thực dân Pháp", "bị địch bắt tù đày",
        "tham gia du kích địa phương", "thoát ly gia đình", "Hội đồng Thi đua - Khen thưởng", "Ủy ban nhân dân xã", "xét duyệt hồ sơ đề nghị khen thưởng",
        "con là liệt sĩ", "được Đảng và Nhà nước tặng thưởng", "chiến trường miền Nam", "giấy báo tử", "có nhiều thành tích trong chiến đấu", "thương binh, liệt sĩ",
        "danh hiệu vinh dự Nhà nước", "Bà mẹ Việt Nam anh hùng", "Huân chương Kháng chiến hạng Nhì", "Huy chương Kháng chiến hạng Nhất", "theo quy định hiện hành",
        "cán bộ, chiến sĩ lực lượng vũ trang nhân dân", "thanh niên xung phong", "dân công hỏa tuyến", "tiếp tế lương thực, đạn dược", "đào hầm bí mật",
        "lời khai trên là đúng sự thật", "chịu trách nhiệm trước pháp luật", "xác nhận của chính quyền địa phương", "bảo vệ Tổ quốc", "hoàn thành tốt nhiệm vụ",
        "căn cứ lõm", "vùng tạm chiếm", "chiến dịch Đường 9 - Nam Lào", "tổng tiến công và nổi dậy Mậu Thân 1968", "quyết định này có hiệu lực kể từ ngày ký",
    ];

    public CorpusDocument Write(PaperSpec spec, SplitMix64 random)
    {
        var lines = new List<string>();
        Head(spec, lines, random);
        Articles(spec, lines, random);
        for (var i = 0; i < spec.People.Count; i++) lines.Add(Row(spec, i, spec.People[i], random));
        lines.AddRange(spec.Sentences);
        var words = lines.Sum(Words);
        while (words < spec.MinPages * WordsOfPage)
        {
            var filler = Filler(random);
            lines.Add(filler);
            words += Words(filler);
        }
        Receivers(spec, lines, random);
        return new(
            Id(random), KindName(spec.Kind), spec.Number, spec.Symbol, spec.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Title(spec),
            spec.District, Paginate(lines, spec.Noise, random))
        {
            People = spec.People,
        };
    }

    public static string KindName(PaperKind kind) => kind switch
    {
        PaperKind.DeathNotice => "Giấy báo tử",
        PaperKind.Declaration => "Bản khai",
        PaperKind.Letter => "Công văn",
        PaperKind.Minutes => "Biên bản",
        _ => "Quyết định",
    };

    public static string Title(PaperSpec spec)
    {
        var award = spec.Class is null ? spec.Award : $"{spec.Award} hạng {spec.Class}";
        return spec.Kind switch
        {
            PaperKind.MotherDecision => $"Về việc phong tặng và truy tặng danh hiệu vinh dự Nhà nước “{award}”",
            PaperKind.StateDecision => $"Về việc tặng thưởng {award}",
            PaperKind.WartimeDecision => "Về việc tặng Bằng khen cho cán bộ và nhân dân có thành tích chống Mỹ, cứu nước",
            PaperKind.ProvinceDecision => "Về việc tặng Bằng khen cho các cá nhân có thành tích chăm sóc người có công",
            PaperKind.DeathNotice => "Báo tử liệt sĩ",
            PaperKind.Declaration => $"Khai đề nghị xét tặng danh hiệu {award}",
            PaperKind.Letter => $"Về việc đề nghị khen thưởng {award}",
            _ => $"Họp xét đề nghị {award}",
        };
    }

    private static void Head(PaperSpec spec, List<string> lines, SplitMix64 random)
    {
        var province = spec.Province.Name;
        var issuer = spec.Kind switch
        {
            PaperKind.MotherDecision => "CHỦ TỊCH NƯỚC",
            PaperKind.StateDecision => "HỘI ĐỒNG NHÀ NƯỚC",
            PaperKind.WartimeDecision => $"ỦY BAN HÀNH CHÍNH TỈNH {province.ToUpperInvariant()}",
            PaperKind.DeathNotice => $"BỘ CHỈ HUY QUÂN SỰ TỈNH {province.ToUpperInvariant()}",
            PaperKind.Declaration => $"ỦY BAN NHÂN DÂN HUYỆN {spec.District.ToUpperInvariant()}",
            _ => $"ỦY BAN NHÂN DÂN TỈNH {province.ToUpperInvariant()}",
        };
        var state = spec.Kind == PaperKind.WartimeDecision ? "VIỆT NAM DÂN CHỦ CỘNG HÒA" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        var gap = random.Chance(0.3f) ? " /" : "/";
        lines.Add(issuer);
        lines.Add(state);
        lines.Add("Độc lập - Tự do - Hạnh phúc");
        lines.Add(Keep($"Số: {spec.Number}{gap}{spec.Symbol}"));
        lines.Add($"{spec.District}, ngày {spec.Date.Day:00} tháng {spec.Date.Month:00} năm {spec.Date.Year}");
        lines.Add(KindName(spec.Kind).ToUpperInvariant());
        lines.Add(Title(spec));
    }

    private static void Articles(PaperSpec spec, List<string> lines, SplitMix64 random)
    {
        var where = $"tỉnh {Place(spec.Province.Name, random)}";
        foreach (var cited in spec.Cited) lines.Add($"Căn cứ Quyết định số {Keep(cited)} về công tác khen thưởng;");
        var person = spec.People.Count > 0 ? spec.People[0] : null;
        var award = spec.Class is null ? spec.Award : $"{spec.Award} hạng {spec.Class}";
        switch (spec.Kind)
        {
            case PaperKind.MotherDecision:
                lines.Add("Căn cứ Pháp lệnh quy định danh hiệu vinh dự Nhà nước ngày 29 tháng 8 năm 1994;");
                lines.Add($"Điều 1. Phong tặng và truy tặng danh hiệu vinh dự Nhà nước “{award}” cho {spec.People.Count} bà mẹ thuộc {where} đã có nhiều cống hiến, hy sinh vì sự nghiệp giải phóng dân tộc, xây dựng và bảo vệ Tổ quốc.");
                break;
            case PaperKind.StateDecision:
                lines.Add("Theo đề nghị của Hội đồng Bộ trưởng;");
                lines.Add($"Điều 1. Tặng thưởng {award} cho {spec.People.Count} gia đình và cá nhân thuộc {where} đã có công lao, thành tích trong sự nghiệp kháng chiến.");
                break;
            case PaperKind.WartimeDecision or PaperKind.ProvinceDecision:
                lines.Add("Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban các cấp;");
                lines.Add($"Điều 1. Nay tặng Bằng khen cho {spec.People.Count} ông, bà có tên sau đây thuộc {where}:");
                break;
            case PaperKind.DeathNotice:
                lines.Add($"Bộ Chỉ huy quân sự {where} báo tin đồng chí {Keep(person!.Printed)}, sinh năm {person.BirthYear}, quê quán xã {person.Commune}, huyện {person.District}, đã hy sinh tại mặt trận phía Nam, được truy tặng Bằng {award}.");
                break;
            case PaperKind.Declaration:
                lines.Add($"Họ và tên bà mẹ: {Keep(person!.Printed)}, sinh năm {person.BirthYear}, nguyên quán xã {person.Commune}, huyện {person.District}, {where}. Đề nghị xét tặng danh hiệu {award}. Con là liệt sĩ.");
                break;
            case PaperKind.Letter:
                lines.Add($"Kính gửi: Hội đồng Thi đua - Khen thưởng {where}. Đề nghị khen thưởng {award} cho các trường hợp ở huyện {spec.District}.");
                break;
            default:
                lines.Add($"Hội nghị xét đề nghị {award} tại huyện {spec.District}, {where}, thống nhất các trường hợp có tên sau:");
                break;
        }
        if (spec.IsDecision) lines.Add("Điều 2. Các ông Chánh văn phòng, Thủ trưởng các cơ quan và các ông, bà có tên ở Điều 1 chịu trách nhiệm thi hành Quyết định này./.");
    }

    private static string Row(PaperSpec spec, int index, PaperPerson person, SplitMix64 random) => spec.Kind switch
    {
        PaperKind.MotherDecision => $"{index + 1} Mẹ {Keep(person.Printed)} {person.BirthYear} {person.Commune}, {Place(person.District, random)} có {random.Between(1, 4)} con là liệt sĩ",
        PaperKind.StateDecision => $"{index + 1} {(random.Chance(0.5f) ? "Ông" : "Bà")} {Keep(person.Printed)} sinh {person.BirthYear} xã {person.Commune} huyện {Place(person.District, random)} tham gia {random.Between(3, 21)} năm",
        _ => $"{index + 1}/ {Keep(person.Printed)}, sinh năm {person.BirthYear}, quê xã {person.Commune}, huyện {Place(person.District, random)}",
    };

    private static void Receivers(PaperSpec spec, List<string> lines, SplitMix64 random)
    {
        lines.Add($"Nơi nhận: - Như trên; - Sở Nội vụ; - Ban TĐKT tỉnh {spec.Province.Name}; - Lưu: VT.");
        lines.Add(random.Chance(0.5f) ? "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" : "CHỦ TỊCH");
        lines.Add(DemoPeople.Man(random));
    }

    private string Filler(SplitMix64 random)
    {
        var sentence = new StringBuilder();
        var parts = random.Between(4, 9);
        for (var part = 0; part < parts; part++)
        {
            if (random.Chance(0.35f)) sentence.Append(random.Pick(Phrases));
            else
            {
                var words = random.Between(2, 6);
                for (var word = 0; word < words; word++) sentence.Append(word == 0 ? "" : " ").Append(vocabulary.Draw(random));
            }
            sentence.Append(part == parts - 1 ? '.' : random.Chance(0.2f) ? ',' : ' ').Append(' ');
        }
        return Vocabulary.Capital(sentence.ToString().Trim());
    }

    private static List<string> Paginate(List<string> lines, float noise, SplitMix64 random)
    {
        var pages = new List<string>();
        var page = new StringBuilder();
        var words = 0;
        var left = lines.Sum(Words);
        foreach (var line in lines)
        {
            page.Append(page.Length == 0 ? "" : "\n").Append(line);
            words += Words(line);
            left -= Words(line);
            // What is left for the next page must fill it.
            if (words < WordsOfPage || left < WordsOfPage * 0.9) continue;
            pages.Add(OcrNoise.Damage(page.ToString(), noise, random));
            page.Clear();
            words = 0;
        }
        if (page.Length > 0) pages.Add(OcrNoise.Damage(page.ToString(), noise, random));
        return pages;
    }

    /// <summary>The place in one of its spellings.</summary>
    private static string Place(string name, SplitMix64 random) =>
        Array.Find(CorpusPlaces.Spellings, spellings => spellings[0] == name) is { } found && random.Chance(0.5f) ? random.Pick(found) : name;

    private static string Keep(string text) => $"{OcrNoise.Protected}{text}{OcrNoise.Protected}";

    private static int Words(string line)
    {
        var words = 1;
        foreach (var character in line)
        {
            if (character == ' ') words++;
        }
        return words;
    }

    /// <summary>Of version 7 in form, drawn in everything: the same seed gives the same ids.</summary>
    private static Guid Id(SplitMix64 random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, random.Next());
        BitConverter.TryWriteBytes(bytes[8..], random.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
