using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>A person's name with some of its words misread, as phrases that are cheap to find.</summary>
/// <remarks>
/// What a word is misread as is often a common word itself (<c>Hương</c>, <c>Thương</c>), which stands on nearly every page; beside a common neighbor the two are
/// one term, which is in few documents. So what is common is looked for together with its neighbor, and only the rest by itself.
/// </remarks>
internal sealed class MisreadName(IReadOnlyList<SearchWord> name, Vocabulary vocabulary)
{
    /// <summary>Spellings of a pair of words that are read as typed, marks excepted.</summary>
    private const int MaxSpellings = 12;

    /// <param name="misread">Words by their place in the name, and what each may have been read as.</param>
    /// <returns>Places of phrases; each finds a part of what all of them find.</returns>
    public IEnumerable<IReadOnlyList<PhrasePlace>> PlacesOf(params (int Word, IReadOnlyList<SimilarWord> Similar)[] misread)
    {
        IEnumerable<IReadOnlyList<Part>> phrases = [[]];
        foreach (var (word, similar) in misread)
        {
            var ways = WaysOf(word, similar, NeighborOf(word, misread));
            phrases = phrases.SelectMany(_ => ways, IReadOnlyList<Part> (parts, way) => [.. parts, way]);
        }
        return phrases.Select(Completed);
    }

    /// <summary>The common word beside it that is read well; null when there is none.</summary>
    private int? NeighborOf(int word, (int Word, IReadOnlyList<SimilarWord> Similar)[] misread)
    {
        foreach (var beside in (int[])[word - 1, word + 1])
        {
            if (beside >= 0 && beside < name.Count && name[beside].Forms.IsCommon && !misread.Any(other => other.Word == beside)) return beside;
        }
        return null;
    }

    private List<Part> WaysOf(int word, IReadOnlyList<SimilarWord> similar, int? neighbor)
    {
        var alone = similar.Where(read => neighbor is null || !CommonSyllables.Contains(read.Folded)).Select(read => read.Folded).ToList();
        var ways = new List<Part>();
        if (alone.Count > 0) ways.Add(new(new(word, alone), word, word));
        if (neighbor is not { } beside) return ways;
        var pairs = similar.Where(read => CommonSyllables.Contains(read.Folded))
            .SelectMany(read => beside < word
                ? PhraseTerms.SpellingsOf(vocabulary, name[beside].Folded, read.Folded)
                : PhraseTerms.SpellingsOf(vocabulary, read.Folded, name[beside].Folded)).ToList();
        var (first, last) = (Math.Min(word, beside), Math.Max(word, beside));
        if (pairs.Count > 0) ways.Add(new(new(first, pairs), first, last));
        return ways;
    }

    /// <summary>With the words that are read well.</summary>
    private List<PhrasePlace> Completed(IReadOnlyList<Part> parts)
    {
        var places = parts.Select(part => part.Place).ToList();
        for (var i = 0; i < name.Count; i++)
        {
            if (IsCovered(i)) continue;
            if (i + 1 < name.Count && !IsCovered(i + 1) && name[i].Forms.IsCommon && name[i + 1].Forms.IsCommon)
                places.Add(new(i, PhraseTerms.SpellingsOf(vocabulary, name[i].Folded, name[++i].Folded, MaxSpellings)));
            else places.Add(new(i, [name[i].Folded]));
        }
        return places;

        bool IsCovered(int word) => parts.Any(part => part.First <= word && word <= part.Last);
    }

    /// <param name="First">Word of the name that the place covers.</param>
    /// <param name="Last">Word of the name that the place covers.</param>
    private readonly record struct Part(PhrasePlace Place, int First, int Last);
}
