using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.ResistanceAward;

/// <summary>What one entry says by itself.</summary>
/// <param name="Award">Canonical, with its class; null where no known award was made out.</param>
/// <param name="IsResistance">Null where no known award was made out.</param>
/// <param name="IsPerson">Null where name, year of birth and home place do not settle it.</param>
/// <param name="Why">In Vietnamese.</param>
internal sealed record EntryReading(string? Award, bool? IsResistance, bool? IsPerson, string Why)
{
    // With "chống Mỹ" and "chống Pháp". Huân and Huy are two awards; either answers the question.
    private static readonly string[] Resistance = ["Huân chương Kháng chiến", "Huy chương Kháng chiến"];

    public bool? Names => (IsResistance, IsPerson) switch
    {
        (false, _) or (_, false) => false,
        (true, true) => true,
        _ => null,
    };

    public static EntryReading Of(NamedPerson person, AwardEntry entry)
    {
        var awards = AwardNames.Find(entry.Award);
        var resistance = awards.Where(award => Array.Exists(Resistance, name => award.Name.StartsWith(name, StringComparison.Ordinal))).ToList();
        AwardMention? named = resistance.Count > 0 ? resistance[0] : awards.Count > 0 ? awards[0] : null;
        var (isPerson, why) = IsOf(person, entry);
        bool? isResistance = awards.Count == 0 ? null : resistance.Count > 0;
        var about = isResistance switch
        {
            null => "không rõ là hình thức khen thưởng nào",
            false => "không phải Huân chương, Huy chương Kháng chiến",
            true => "là khen thưởng kháng chiến",
        };
        return new(named is { } award ? $"{award.Name}{(award.Class is { } rank ? $" hạng {rank}" : "")}" : null, isResistance, isPerson, $"{about}; {why}.");
    }

    /// <summary>A name alone is nobody, and namesakes in one commune are common: it takes the year of birth, or an officer's word.</summary>
    private static (bool? Is, string Why) IsOf(NamedPerson person, AwardEntry entry)
    {
        if (entry.SamePerson is { } said) return (said, said ? "cán bộ đã xác nhận là người này" : "cán bộ đã xác nhận là người khác");
        var match = PersonName.TryParse(person.Name, out var asked) && PersonName.TryParse(entry.Name, out var read) ? asked.Compare(read).Match : (NameMatch?)null;
        if (match == NameMatch.Different) return (false, "họ tên khác");
        bool? year = person.BirthYear is { } born && entry.BirthYear is { } written ? born == written : null;
        bool? place = person.HomePlace is { } home && entry.HomePlace is { } stated ? SharePlace(home, stated) : null;
        return (match, year, place) switch
        {
            (_, false, true) => (null, "quê quán giống, nhưng năm sinh khác"),
            (_, false, _) => (false, "năm sinh khác, quê quán không giống"),
            (NameMatch.Equal or NameMatch.MarksMissing, true, true) => (true, "họ tên, năm sinh và quê quán giống"),
            (NameMatch.Equal, true, null) => (true, "họ tên và năm sinh giống"),
            (NameMatch.Equal, true, false) => (null, "họ tên và năm sinh giống, nhưng quê quán ghi khác"),
            (NameMatch.Equal, _, true) => (null, "họ tên và quê quán giống, nhưng trong một xã thường có người trùng tên; cần năm sinh"),
            (NameMatch.Equal, _, _) => (null, "chỉ có họ tên giống; cần năm sinh"),
            (null, _, _) => (null, "họ tên không đọc được thành tên người"),
            _ => (null, "họ tên gần giống"),
        };
    }

    /// <summary>Whether any part is the same, the kind of unit aside. That none is says nothing: places were renamed and merged.</summary>
    private static bool SharePlace(string one, string other) => Parts(one).Intersect(Parts(other)).Any();

    private static IEnumerable<string> Parts(string place) =>
        place.Split([',', ';', '-'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => PlaceName.Key(PlaceName.Split(part).Name)).Where(key => key.Length > 0);
}
