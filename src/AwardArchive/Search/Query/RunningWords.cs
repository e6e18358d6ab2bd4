using System.Collections.Frozen;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>Words that were typed one after another without signs, and the person's name among them.</summary>
/// <param name="Words">In order; a phrase between them counts with its words.</param>
/// <param name="Name">The words of <paramref name="Words"/> that look like a name, family name first; empty when none does.</param>
internal sealed record RunningWords(IReadOnlyList<SearchWord> Words, IReadOnlyList<SearchWord> Name)
{
    private const int MaxNameWords = 5;

    private static readonly FrozenSet<string> Titles = "ong ba cu me ma anh chi co bac dong chi liet si ls vo chong con".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static RunningWords Of(SearchQuery query)
    {
        var parts = query.Typed.ToList();
        var words = parts.OfType<WordsPart>().Where(part => part.Form is WordForm.Plain).Select(part => part.Words[0]).ToList();
        return new(words, parts.Count == words.Count || words.Exists(word => word.IsCapital) ? NameIn(words) : []);
    }

    /// <summary>Typed in capitals: the first run of them that a family name begins. Else all that follows titles, when a family name begins it.</summary>
    public static IReadOnlyList<SearchWord> NameIn(IReadOnlyList<SearchWord> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            if (!FamilyNames.IsCommonFolded(words[first].Folded)) continue;
            var count = 0;
            while (first + count < words.Count && words[first + count].IsCapital) count++;
            if (count is >= 2 and <= MaxNameWords) return [.. words.Skip(first).Take(count)];
        }
        var start = 0;
        while (start < words.Count && Titles.Contains(words[start].Folded) && !(words.Count - start <= MaxNameWords && FamilyNames.IsCommonFolded(words[start].Folded) && start > 0)) start++;
        var rest = words.Count - start;
        return rest is >= 2 and <= MaxNameWords && FamilyNames.IsCommonFolded(words[start].Folded) && !words.Any(word => word.IsCapital) ? [.. words.Skip(start)] : [];
    }
}
