using AwardArchive.Archive;

namespace AwardArchive.Indexing.Suggestions;

/// <summary>What one document lets be proposed: its number, what its head says, and the persons that its pages name.</summary>
internal static class SuggestionsOfDocument
{
    /// <summary>A list of three hundred rows has fewer.</summary>
    private const int MaxPersons = 5_000;

    public static IReadOnlySet<Suggestion> Of(DocumentFacts facts, IEnumerable<AnalyzedText> pages)
    {
        var suggestions = new HashSet<Suggestion>();
        foreach (var person in pages.SelectMany(PersonsOf).Take(MaxPersons)) suggestions.Add(new(SuggestionKind.Person, person));
        if (facts.Number is { } number) suggestions.Add(new(SuggestionKind.Number, facts.Symbol is { } symbol ? $"{number.Value}/{symbol.Value}" : number.Value));
        foreach (var phrase in new[] { facts.Kind, facts.Award, facts.Issuer, facts.Title }.OfType<Fact>())
        {
            if (phrase.Value.Length <= Suggestion.MaxLength) suggestions.Add(new(SuggestionKind.Phrase, phrase.Value));
        }
        return suggestions;
    }

    private static IEnumerable<string> PersonsOf(AnalyzedText page)
    {
        var words = page.Words;
        for (var first = 0; first < words.Count; first++)
        {
            var given = PersonNames.GivenNames(page, first).DefaultIfEmpty(0).Last(); // the longest
            if (given == 0) continue;
            yield return string.Join(' ', words.Skip(first).Take(given + 1).Select(word => char.ToUpperInvariant(word.Exact[0]) + word.Exact[1..]));
            first += given;
        }
    }
}
