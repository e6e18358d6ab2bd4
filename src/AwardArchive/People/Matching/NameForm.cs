using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>A name cut into the parts that are compared: in normal form, so that the place of the tone, i/y, case and composition are gone.</summary>
/// <param name="Family">Empty of a name of one word.</param>
/// <param name="Middle">Words divided by one blank; empty where there is none.</param>
/// <param name="Given">Empty only where nothing could be read.</param>
/// <param name="Aliases">Other names that stood with it.</param>
internal sealed record NameForm(string Family, string Middle, string Given, IReadOnlyList<NameForm> Aliases)
{
    // Digits that recognition puts for letters; a name has none.
    private const string Digits = "0158";
    private const string Letters = "olsb";

    /// <summary>Without blanks: what a torn word leaves the same.</summary>
    public string Joined { get; } = $"{Family}{Middle}{Given}".Replace(" ", "", StringComparison.Ordinal);

    public string FamilyFolded { get; } = Folding.Fold(Family);

    public string MiddleFolded { get; } = Folding.Fold(Middle);

    public string GivenFolded { get; } = Folding.Fold(Given);

    /// <summary>Without a single mark: then probably the paper has none.</summary>
    public bool IsBare { get; } = Folding.Fold(Family) == Family && Folding.Fold(Middle) == Middle && Folding.Fold(Given) == Given;

    /// <summary>The family name is a letter, and so are the middle names.</summary>
    public bool IsInitials { get; } = Family.Length == 1 && Middle.Split(' ').All(word => word.Length <= 1);

    /// <summary>Most names of women have it and hardly one of men; given names are counted apart by it.</summary>
    public bool HasThi { get; } = Folding.Fold(Middle).Split(' ')[0] == "thi";

    /// <summary>The same as <see cref="HasThi"/> where there is a middle name to tell it by; else null.</summary>
    public bool? Class => Middle.Length == 0 ? null : HasThi;

    /// <summary>The same as a paper without marks has it.</summary>
    public NameForm Bare() => IsBare ? this : new(FamilyFolded, MiddleFolded, GivenFolded, []);

    /// <summary>Never fails: what is no name is cut at its blanks.</summary>
    public static NameForm Of(string written)
    {
        var text = string.Concat(written.Select(LetterFor));
        return PersonName.TryParse(text, out var name) ? Of(name) : OfWords([.. Tokenizer.Tokenize(text).Select(token => token.Normal())]);
    }

    private static NameForm Of(PersonName name) => new(
        Key(name.Family), Key(name.Middle), Key(name.Given), [.. name.Aliases.Select(Of)]);

    private static NameForm OfWords(string[] words) => words switch
    {
        [] => new("", "", "", []),
        [var only] => new("", "", only, []),
        [var family, .. var middle, var given] => new(family, string.Join(' ', middle), given, []),
    };

    private static string Key(string? words) =>
        words is null ? "" : string.Join(' ', Tokenizer.Tokenize(words).Select(token => token.Normal()));

    private static char LetterFor(char written) => Digits.IndexOf(written, StringComparison.Ordinal) is >= 0 and var at ? Letters[at] : written;
}
