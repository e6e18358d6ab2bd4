using AwardArchive.Recognition.Language;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// How a document spells its words: what stands on it more than once was hardly misread the same way each time, and phrases of the field and names
/// of places are known. By it the marks that one line lost are given back; letters are never changed.
/// </summary>
internal sealed class Spellings
{
    /// <summary>As many pages tell enough.</summary>
    private const int MostPages = 4;

    /// <summary>A phrase of the field, or a known place, counts as so many sure readings.</summary>
    private const double Known = 2;

    /// <summary>By so much another spelling must be ahead of the word as read.</summary>
    private const double Ahead = 1.4;

    private static readonly ILookup<(string, string), (string One, string Next)> OfPlaces = PlaceHistory.BuiltIn.Places
        .Where(place => place.Level != PlaceLevel.Commune)
        .SelectMany(place => PairsOf([.. place.Name.Split(' ').Select(word => Read.Of(word, 1))]))
        .Distinct()
        .ToLookup(pair => (pair.One.Folded, pair.Next.Folded), pair => (pair.One.Normal, pair.Next.Normal));

    /// <summary>Two words that stand side by side, without marks, and all ways they were read with how sure that was.</summary>
    private readonly Dictionary<(string, string), Dictionary<(string, string), double>> pairs = [];

    /// <param name="pages">From the page with the head on.</param>
    public Spellings(IEnumerable<PageLayout> pages)
    {
        foreach (var page in pages.Take(MostPages))
        {
            if (page.Flow is not { } flow) continue;
            var before = default(Read);
            foreach (var word in flow.Words)
            {
                var next = Read.Of(word.Text, word.Confidence);
                if (Touch(before, next)) Add(before, next);
                before = next;
            }
        }
    }

    /// <summary>The words with their marks as the document has them elsewhere.</summary>
    /// <param name="text">Words divided by blanks.</param>
    /// <returns>The text itself where nothing is to be mended.</returns>
    public string Mend(string text)
    {
        var words = text.Split(' ');
        var read = Array.ConvertAll(words, word => Read.Of(word, 0));
        for (var i = 0; i < words.Length; i++)
        {
            if (read[i].Normal.Length < 2) continue;
            var votes = new Dictionary<string, double>(StringComparer.Ordinal);
            if (i > 0 && Touch(read[i - 1], read[i])) Vote(votes, read[i - 1], read[i], first: false);
            if (i + 1 < words.Length && Touch(read[i], read[i + 1])) Vote(votes, read[i], read[i + 1], first: true);
            if (votes.Count < 2) continue;
            var best = votes.MaxBy(vote => vote.Value);
            if (best.Key == read[i].Normal || best.Value < votes.GetValueOrDefault(read[i].Normal) * Ahead) continue;
            var core = WordCore.Of(words[i]);
            words[i] = core.With(core.Spell(best.Key));
        }
        return string.Join(' ', words);
    }

    /// <summary>No sign between: "Thạch Hà, tỉnh" is not Hà Tĩnh.</summary>
    private static bool Touch(in Read one, in Read next) => one.Normal is { Length: > 0 } && next.Normal.Length > 0 && !one.Closes && !next.Opens;

    private void Add(in Read one, in Read next)
    {
        var key = (one.Folded, next.Folded);
        if (!pairs.TryGetValue(key, out var readings)) pairs[key] = readings = [];
        var pair = (one.Normal, next.Normal);
        readings[pair] = readings.GetValueOrDefault(pair) + Math.Min(one.Confidence, next.Confidence);
    }

    private void Vote(Dictionary<string, double> votes, in Read one, in Read next, bool first)
    {
        var key = (one.Folded, next.Folded);
        foreach (var ((normal, other), weight) in pairs.GetValueOrDefault(key) ?? [])
            Vote(first ? normal : other, Lexicon.Default.HasPair(normal, other) ? weight + Known : weight);
        foreach (var (normal, other) in OfPlaces[key]) Vote(first ? normal : other, Known);

        void Vote(string word, double weight) => votes[word] = votes.GetValueOrDefault(word) + weight;
    }

    private static IEnumerable<(Read One, Read Next)> PairsOf(Read[] words) => words.Zip(words.Skip(1));

    /// <param name="Normal">Its key; empty of what is no word.</param>
    /// <param name="Folded">The same without marks.</param>
    /// <param name="Confidence">Of the word.</param>
    /// <param name="Opens">A sign stands before it.</param>
    /// <param name="Closes">A sign stands behind it.</param>
    private readonly record struct Read(string Normal, string Folded, double Confidence, bool Opens, bool Closes)
    {
        public static Read Of(string text, double confidence)
        {
            var core = WordCore.Of(text);
            if (!core.IsWord) return new("", "", 0, false, false);
            var normal = NormalForm.OfWord(core.Core);
            return new(normal, Folding.Fold(normal), confidence, core.HasOpeningSigns, core.HasClosingSigns);
        }
    }
}
