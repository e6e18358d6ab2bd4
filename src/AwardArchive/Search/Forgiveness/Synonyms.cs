using AwardArchive.Indexing;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>Sees in a query what has other names: abbreviations both ways, places and what they were called before.</summary>
/// <remarks>The query is widened, never changed: what was typed ranks first.</remarks>
internal static class Synonyms
{
    private const int LongestSpan = 8;
    private const int MostOfSpan = 6;
    private const float AbbreviationWeight = 0.9f;
    private const float SpellingWeight = 0.9f;
    private const float MadeOfWeight = 0.4f;
    private const float PartOfWeight = 0.6f;

    public static SearchQuery Widen(SearchQuery query)
    {
        var name = RunningWords.Of(query).Name;
        var parts = new List<QueryPart>();
        for (var at = 0; at < query.Required.Count;)
        {
            var span = LongestAt(query.Required, at, name);
            parts.Add(span ?? query.Required[at]);
            at += span?.Typed.Count ?? 1;
        }
        return new(parts, query.Excluded, query.Truncated); // the leaves are other ones
    }

    private static SpanPart? LongestAt(IReadOnlyList<QueryPart> parts, int first, IReadOnlyList<SearchWord> name)
    {
        var typed = new List<WordsPart>();
        SpanPart? longest = null;
        for (var at = first; at < parts.Count && typed.Count < LongestSpan; at++)
        {
            if (parts[at] is not WordsPart { Form: WordForm.Plain } word || name.Contains(word.Words[0])) break;
            typed.Add(word);
            if (Of(typed) is { Count: > 0 } synonyms) longest = new([.. typed], synonyms);
        }
        return longest;
    }

    private static List<Synonym> Of(List<WordsPart> typed)
    {
        // Capitals tell short forms from words: only whether there was one at the beginning is known here.
        var text = string.Join(' ', typed.Select(part => part.Words[0].IsCapital ? part.Words[0].Exact.ToUpperInvariant() : part.Words[0].Exact));
        var synonyms = new List<Synonym>();
        var meanings = typed.Count == 1 ? Abbreviations.Expand(text).Select(found => found.Phrase) : Abbreviations.Shorten(text).Select(found => found.ShortForm);
        foreach (var other in meanings) Add(other, MatchKind.Abbreviation, AbbreviationWeight);
        if (PlacesOf(text, typed.Count) is { Count: > 0 } places)
        {
            foreach (var spelling in places.SelectMany(place => place.Spellings.Prepend(place.Name))) Add(spelling, MatchKind.Place, SpellingWeight);
            foreach (var link in Linked(text, PlaceRelations.MadeOf)) Add(link.Name, MatchKind.Place, MadeOfWeight);
            foreach (var link in Linked(text, PlaceRelations.PartOf)) Add(link.Name, MatchKind.Place, PartOfWeight);
        }
        return synonyms;

        void Add(string other, MatchKind reason, float weight)
        {
            var words = AnalyzedText.Of(other).Words.Select(word => new SearchWord(word.Forms, word.IsCapital)).ToList();
            if (words.Count == 0 || synonyms.Count == MostOfSpan || words.Select(word => word.Exact).SequenceEqual(typed.Select(part => part.Words[0].Exact))) return;
            var part = new WordsPart(words, words.Count == 1 ? WordForm.Plain : WordForm.Phrase) { StandsFor = string.Join(' ', typed), Reason = reason };
            if (!synonyms.Exists(known => known.Words.Equals(part))) synonyms.Add(new(part, weight));
        }
    }

    /// <summary>Names of communes are everyday words, and so are many of one word: those need their type before them.</summary>
    private static List<Place> PlacesOf(string text, int words)
    {
        var (type, _) = PlaceName.Split(text);
        return [.. PlaceHistory.BuiltIn.Search(text).Where(place => type is not null || (words > 1 && place.Level is PlaceLevel.Province or PlaceLevel.District))];
    }

    private static IEnumerable<Place> Linked(string text, PlaceRelations relation) =>
        PlaceHistory.BuiltIn.Expand(text, relation, PlaceEvidence.Seen).Where(link => link.Place.Level is PlaceLevel.Province or PlaceLevel.District).Select(link => link.Place);
}
