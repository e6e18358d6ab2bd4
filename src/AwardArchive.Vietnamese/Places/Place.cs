namespace AwardArchive.Vietnamese;

/// <summary>A unit of administration while it existed under one name and code. Two are the same only as the same object.</summary>
/// <param name="name">Without its type: <c>Đa Krông</c>.</param>
/// <param name="level">Which of the three levels.</param>
public sealed class Place(string name, PlaceLevel level)
{
    public string Name { get; } = name;

    public PlaceLevel Level { get; } = level;

    /// <summary>In small letters: <c>tỉnh</c>, <c>thành phố</c>, <c>huyện</c>, <c>thị trấn</c>; null where it is not known.</summary>
    public string? Type { get; init; }

    /// <summary>Of the statistics office. Alone it is no key: codes got another meaning on 1 July 2025.</summary>
    public string? Code { get; init; }

    /// <summary>First day; null where it is not known.</summary>
    public VietnameseDate? From { get; init; }

    /// <summary>Last day; null while it exists, or where it is not known.</summary>
    public VietnameseDate? To { get; init; }

    /// <summary>The unit that it belonged to; null of provinces, and where it is not known.</summary>
    public Place? Above { get; init; }

    /// <summary>Other ways to write the name that its letters do not show: <c>Đắc Lắc</c>.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>Whether it may have existed on a day, as far as its own days are known.</summary>
    public bool ExistedOn(VietnameseDate day) =>
        (From is not { } from || string.CompareOrdinal(from.ToString(), day.ToString()) <= 0)
        && (To is not { } to || string.CompareOrdinal(day.ToString(), to.ToString()) <= 0
            || day.ToString().StartsWith(to.ToString(), StringComparison.Ordinal));

    /// <summary>Type and name: <c>huyện Đa Krông</c>.</summary>
    public override string ToString() => Type is null ? Name : $"{Type} {Name}";
}

/// <summary>Since 1 July 2025 there are no districts.</summary>
public enum PlaceLevel
{
    Province,
    District,
    Commune,
}
