using AwardArchive.Archive;

namespace AwardArchive.Indexing.Suggestions;

/// <summary>What one document lets be proposed: its number, what its head says.</summary>
internal static class SuggestionsOfDocument
{
    public static IReadOnlySet<Suggestion> Of(DocumentFacts facts, IReadOnlyList<Page> pages)
    {
        var suggestions = new HashSet<Suggestion>();
        if (facts.Number is { } number) suggestions.Add(new(SuggestionKind.Number, facts.Symbol is { } symbol ? $"{number.Value}/{symbol.Value}" : number.Value));
        foreach (var phrase in new[] { facts.Kind, facts.Award, facts.Issuer, facts.Title }.OfType<Fact>())
        {
            if (phrase.Value.Length <= Suggestion.MaxLength) suggestions.Add(new(SuggestionKind.Phrase, phrase.Value));
        }
        return suggestions;
    }
}
