using AwardArchive.Indexing;
using AwardArchive.Places;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>Sees in a query what has other names: abbreviations both ways, places and what they were called before and since.</summary>
/// <remarks>The query is widened, never changed: what was typed ranks first.</remarks>
internal sealed class Synonyms(Gazetteer gazetteer)
{
    private const int LongestSpan = 8;
    private const int MostOfSpan = 10;
    private const float AbbreviationWeight = 0.9f;

    /// <param name="query">As typed.</param>
    /// <param name="cancellationToken">Ends the reading of the imported places, which happens once.</param>
    public async ValueTask<SearchQuery> WidenAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var places = new PlaceSynonyms(await gazetteer.HistoryAsync(cancellationToken), query);
        var name = RunningWords.Of(query).Name;
        var parts = new List<QueryPart>();
        for (var at = 0; at < query.Required.Count;)
        {
            var span = LongestAt(query.Required, at, name, places);
            parts.Add(span ?? WithPlaces(query.Required[at], places));
            at += span?.Typed.Count ?? 1;
        }
        return new(parts, query.Excluded, query.Truncated); // the leaves are other ones
    }

    private static SpanPart? LongestAt(IReadOnlyList<QueryPart> parts, int first, IReadOnlyList<SearchWord> name, PlaceSynonyms places)
    {
        var typed = new List<WordsPart>();
        SpanPart? longest = null;
        for (var at = first; at < parts.Count && typed.Count < LongestSpan; at++)
        {
            if (parts[at] is not WordsPart { Form: WordForm.Plain } word || name.Contains(word.Words[0])) break;
            typed.Add(word);
            SearchWord[] words = [.. typed.Select(part => part.Words[0])];
            if (Distinct(words, AbbreviationsOf(words).Concat(places.Of(words))) is { Count: > 0 } synonyms) longest = new([.. typed], synonyms);
        }
        return longest;
    }

    /// <summary><c>nơi:"xã Gio Linh"</c></summary>
    private static QueryPart WithPlaces(QueryPart part, PlaceSynonyms places) =>
        part is FieldPart { Field: QueryField.Place, Words.Words: var words } field ? field with { Synonyms = Distinct(words, places.Of(words)) } : part;

    private static IEnumerable<OtherName> AbbreviationsOf(IReadOnlyList<SearchWord> words)
    {
        // Capitals tell short forms from words: only whether there was one at the beginning is known here.
        var text = string.Join(' ', words.Select(word => word.IsCapital ? word.Exact.ToUpperInvariant() : word.Exact));
        var others = words.Count == 1 ? Abbreviations.Expand(text).Select(found => found.Phrase) : Abbreviations.Shorten(text).Select(found => found.ShortForm);
        return others.Select(other => new OtherName(other, MatchKind.Abbreviation, AbbreviationWeight));
    }

    private static List<Synonym> Distinct(IReadOnlyList<SearchWord> typed, IEnumerable<OtherName> others)
    {
        var synonyms = new List<Synonym>();
        foreach (var (text, reason, weight) in others)
        {
            var words = AnalyzedText.Of(text).Words.Select(word => new SearchWord(word.Forms, word.IsCapital)).ToList();
            if (words.Count == 0 || synonyms.Count == MostOfSpan || words.SequenceEqual(typed)) continue;
            var part = new WordsPart(words, words.Count == 1 ? WordForm.Plain : WordForm.Phrase) { StandsFor = string.Join(' ', typed), Reason = reason };
            if (!synonyms.Exists(known => known.Words.Equals(part))) synonyms.Add(new(part, weight));
        }
        return synonyms;
    }
}

/// <param name="Text">As it may be printed.</param>
/// <param name="Reason">What makes it a name of the same.</param>
/// <param name="Weight">Against the words as typed, which weigh 1.</param>
internal readonly record struct OtherName(string Text, MatchKind Reason, float Weight);
