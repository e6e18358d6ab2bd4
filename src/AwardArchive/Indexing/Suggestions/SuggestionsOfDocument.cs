using AwardArchive.Archive;

namespace AwardArchive.Indexing.Suggestions;

/// <summary>What one document lets be proposed: its number, what its head says, and the persons that its pages name.</summary>
internal static class SuggestionsOfDocument
{
    /// <summary>A list of three hundred rows has fewer.</summary>
    private const int MaxPersons = 5_000;

    /// <param name="pages">Each with the text it is of.</param>
    public static IReadOnlySet<Suggestion> Of(DocumentFacts facts, IEnumerable<(string Text, AnalyzedText Analyzed)> pages)
    {
        var suggestions = new HashSet<Suggestion>();
        foreach (var person in pages.SelectMany(page => PersonsOf(page.Text, page.Analyzed.Words)).Take(MaxPersons)) suggestions.Add(new(SuggestionKind.Person, person));
        if (facts.Number is { } number) suggestions.Add(new(SuggestionKind.Number, facts.Symbol is { } symbol ? $"{number.Value}/{symbol.Value}" : number.Value));
        foreach (var phrase in new[] { facts.Kind, facts.Award, facts.Issuer, facts.Title }.OfType<Fact>())
        {
            if (phrase.Value.Length <= Suggestion.MaxLength) suggestions.Add(new(SuggestionKind.Phrase, phrase.Value));
        }
        return suggestions;
    }

    private static IEnumerable<string> PersonsOf(string text, IReadOnlyList<AnalyzedWord> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            // The longest that stands in one line: below a name in a list stands the next row.
            var given = PersonNames.GivenNames(words, first).TakeWhile(next => !text.AsSpan(words[first].Start..words[first + next].Start).Contains('\n'))
                .DefaultIfEmpty(0).Last();
            if (given == 0) continue;
            yield return string.Join(' ', words.Skip(first).Take(given + 1).Select(word => char.ToUpperInvariant(word.Exact[0]) + word.Exact[1..]));
            first += given;
        }
    }
}
