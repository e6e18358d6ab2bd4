using System.Diagnostics.CodeAnalysis;

namespace AwardArchive.Vietnamese;

/// <summary>The name of a person in its parts: <c>Ông Nguyễn Văn Hòa (bí danh Ba Hòa)</c>.</summary>
/// <param name="Titles">What stood before it, as written: <c>Ông</c>, <c>LS</c>.</param>
/// <param name="Family">Null of a name of one word: <c>mẹ Suốt</c>.</param>
/// <param name="Middle">As written, words divided by one blank; null where there is none.</param>
/// <param name="Given">The last word: by it persons are sorted and called.</param>
/// <param name="Aliases">Other names of the same person that stood with it; they have none of their own.</param>
/// <param name="Start">Of the family name in the text as given, UTF-16 units.</param>
/// <param name="End">After the given name.</param>
/// <remarks>
/// Two persons may bear one name, and one person two: what is compared here are names. Where a title is also a word of names (<c>Anh</c>,
/// <c>Ông</c>), it is taken for the title when a family name of the table follows, or when it is written small.
/// </remarks>
public sealed record PersonName(
    IReadOnlyList<string> Titles, string? Family, string? Middle, string Given, IReadOnlyList<PersonName> Aliases, int Start, int End)
{
    /// <summary>Words of the longest name; what is longer is a sentence.</summary>
    private const int MaxWords = 8;

    /// <summary>Letters of the longest text that is a name with its titles and aliases.</summary>
    private const int MaxLength = 500;

    /// <summary>Family, middle and given name, without titles and aliases.</summary>
    public string Full => string.Join(' ', new[] { Family, Middle, Given }.OfType<string>());

    /// <summary>Reads a text that is a name, with titles and aliases, and nothing else.</summary>
    /// <param name="text">In any composition: <c>Tô (Phạm Văn Đồng)</c>, <c>LS. Nguyễn T. Hòa, tức Ba</c>, <c>N.T. Hòa</c>.</param>
    /// <returns>False when there is no name in it, or more than a name.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name)
    {
        name = null;
        if (text is null || text.Length > MaxLength) return false;
        List<PersonName> names = [];
        foreach (var (start, end, isAlias) in AliasWords.Split(text))
        {
            if (isAlias == (names.Count == 0)) return false;
            if (PersonNameParts.Read(text, start, end) is not { } read) return false;
            names.Add(read);
        }
        if (names.Count == 0 || names.Any(one => PersonNameParts.WordCount(one) > MaxWords)) return false;
        name = names[0] with { Aliases = names[1..] };
        return true;
    }

    /// <summary>How alike two names are, each with its aliases.</summary>
    public NameComparison Compare(PersonName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var best = new NameComparison(NameMatcher.Compare(this, other), ThroughAlias: false);
        foreach (var (one, another) in
            from mine in Aliases.Prepend(this)
            from theirs in other.Aliases.Prepend(other)
            select (mine, theirs))
        {
            var match = NameMatcher.Compare(one, another);
            if (match > best.Match) best = new(match, ThroughAlias: true);
        }
        return best;
    }
}
