using AwardArchive.Archive;

namespace AwardArchive.Verification.Checks;

/// <summary>A paper as people call it: <c>Quyết định 12/QĐ-CTN ngày 17-12-1994</c>.</summary>
internal static class PaperTitle
{
    /// <param name="fileName">Where its facts do not tell enough.</param>
    public static string Of(DocumentFacts? facts, string fileName)
    {
        var number = facts?.Number is { } digits ? facts.Symbol is { } symbol ? $"số {digits.Value}/{symbol.Value}" : $"số {digits.Value}" : null;
        var day = facts?.IssuedOn?.Value is { } issued ? $"ngày {Written(issued)}" : null;
        return facts?.Kind is null && number is null ? fileName : string.Join(' ', new[] { facts?.Kind?.Value ?? "Văn bản", number, day }.OfType<string>());
    }

    /// <summary>A day or a part of one, as Vietnamese papers write it.</summary>
    public static string Written(string iso) => string.Join('-', iso.Split('-').Reverse());
}
