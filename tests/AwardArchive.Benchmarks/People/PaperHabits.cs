using System.Globalization;
using System.Text;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Demo;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks.People;

/// <summary>How one paper writes names, years and places, and how well it was read.</summary>
/// <param name="Noise">Words misread, of one.</param>
/// <param name="HasYears">Whether the list has a column of birth years.</param>
/// <param name="IsOldTone"><c>hoà</c> for <c>hòa</c>.</param>
/// <param name="IsBare">Without marks: telegraph, old typewriter.</param>
internal sealed record PaperHabits(int Year, float Noise, bool HasYears, bool IsOldTone, bool IsUpper, bool IsBare, int PlaceForm)
{
    private const string Looks = "38 17 06 56 89 23 49";

    public static PaperHabits Draw(SplitMix64 random, int year)
    {
        // Clean, office, old, fax: as well read as the bars for rows of lists ask, 0.93 and 0.75 of the rows with name and year right.
        var level = random.Unit();
        var noise = level < 0.35f ? 0.005f : level < 0.7f ? 0.015f : level < 0.9f ? 0.05f : 0.08f;
        return new(year, noise, random.Chance(0.95f), random.Chance(0.45f), random.Chance(0.15f), random.Chance(0.02f), random.Between(0, 4));
    }

    public string Name(SplitMix64 random, GeneratedPerson person)
    {
        var words = person.Name.Split(' ').ToList();
        if (words.Count > 2 && random.Chance(0.04f)) words.RemoveAt(random.Between(1, words.Count - 2));
        else if (words.Count > 2 && random.Chance(0.015f)) words = [.. words[..^1].Select(word => $"{word[0]}."), words[^1]];
        else if (random.Chance(0.01f) && OcrNoise.MisreadMark(words[^1], random) is { } other) words[^1] = other; // as the clerk heard it
        var name = Misread(random, string.Join(' ', words));
        if (random.Chance(0.1f)) name = $"{(person.IsWoman ? random.Pick("Bà", "Mẹ", "Cụ bà") : random.Pick("Ông", "Đ/c", "LS."))} {name}";
        return random.Chance(0.01f) ? $"{name} (tức {random.Pick("Lan", "Ba", "Tư", "Năm")})" : name;
    }

    public VietnameseDate? Born(SplitMix64 random, GeneratedPerson person)
    {
        if (!HasYears || random.Chance(0.02f)) return null;
        var year = person.Born;
        if (random.Chance(0.025f)) year += random.Chance(0.5f) ? 1 : -1;
        else if (random.Chance(0.007f)) year += random.Between(-9, 9);
        var digits = year.ToString(CultureInfo.InvariantCulture).ToCharArray();
        if (random.Chance(Noise))
        {
            var at = random.Between(2, 3);
            var pairs = Looks.Split(' ').Where(pair => pair.Contains(digits[at], StringComparison.Ordinal)).ToArray();
            digits[at] = pairs.Length > 0 && random.Chance(0.7f)
                ? random.Pick(pairs).Replace(digits[at].ToString(), "", StringComparison.Ordinal)[0]
                : (char)random.Between('0', '9');
        }
        year = int.Parse(digits, CultureInfo.InvariantCulture);
        // Some lists give the day, the same for all papers about her.
        return random.Chance(0.1f) ? VietnameseDate.Of(year, 1 + (person.Number % 12), 1 + (person.Number % 28)) : VietnameseDate.Of(year);
    }

    public string? Home(SplitMix64 random, PeopleCommune home)
    {
        if (random.Chance(0.02f)) return null;
        var (commune, district, province) = Year switch
        {
            < 1976 => (home.Name, home.District == "Đakrông" ? "Hướng Hóa" : home.District, home.Province),
            < 1990 => (home.Name, home.DistrictOf1977, home.ProvinceOf1977),
            < 2025 => (home.Name, home.District == "Đakrông" && Year < 1997 ? "Hướng Hóa" : home.District, home.Province),
            _ => (home.NameOf2025, null, home.ProvinceOf2025),
        };
        if (district == "Đakrông") district = random.Pick("Đakrông", "Đakrông", "Đa Krông", "ĐaKrông", "Ðakrông", "Dakrong");
        if (random.Chance(0.02f)) commune = null; // "quê quán: huyện Triệu Phong"
        string?[] units = PlaceForm switch
        {
            0 => [Typed("xã", commune), Typed("huyện", district), Typed("tỉnh", province)],
            1 => [commune, district, province],
            2 => [Typed("xã", commune), Typed("H.", district)],
            3 => [commune, district],
            _ => [random.Chance(0.4f) ? $"thôn {random.Between(1, 9)}" : null, Typed("xã", commune), Typed("huyện", district)],
        };
        if (district is null && !units.Contains(province)) units = [.. units, Typed("tỉnh", province)];
        return Misread(random, string.Join(PlaceForm == 1 ? " - " : ", ", units.Where(unit => unit is not null).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>As this paper writes it and as it was read.</summary>
    public string Misread(SplitMix64 random, string text)
    {
        if (IsOldTone) text = OldTone(text);
        text = OcrNoise.Damage(text, Noise, random);
        if (IsBare) text = Bare(text);
        return IsUpper ? text.ToUpperInvariant() : text;
    }

    private static string? Typed(string type, string? name) => name is null ? null : $"{type} {name}";

    private static string OldTone(string text)
    {
        foreach (var (now, before) in (ReadOnlySpan<(string, string)>)[("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("ủy", "uỷ"), ("úy", "uý"), ("ũy", "uỹ"), ("ùy", "uỳ")])
            text = text.Replace(now, before, StringComparison.Ordinal);
        return text;
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            bare.Append(rune.Value switch { 'đ' => "d", 'Đ' => "D", _ => rune.ToString() });
        }
        return bare.ToString();
    }
}
