using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>How often each word stands in one part of all names, with what is known beforehand mixed in so that a small archive is not sure of much.</summary>
/// <param name="beforehand">The share of a word in the population at large.</param>
internal sealed class Shares(Func<string, double> beforehand)
{
    /// <summary>What is known beforehand counts as so many names.</summary>
    private const double Weight = 200;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> initials = new(StringComparer.Ordinal);
    private int total;

    public void Add(string word)
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
        var bare = Folding.Fold(word);
        folded[bare] = folded.GetValueOrDefault(bare) + 1;
        var letters = Initials(bare);
        initials[letters] = initials.GetValueOrDefault(letters) + 1;
        total++;
    }

    /// <summary>Of all that have these initials.</summary>
    public double OfInitials(string words) => (initials.GetValueOrDefault(Initials(Folding.Fold(words))) + 1) / (total + Weight);

    /// <summary>Of all words that are this one without their marks.</summary>
    public double OfFolded(string bare) => (folded.GetValueOrDefault(bare) + (Weight * beforehand(bare))) / (total + Weight);

    /// <summary>Among all others: the mention that is asked for does not count itself, for else no misread word were rare. Above 0, at most 1.</summary>
    public double Of(string word) => (Math.Max(0, counts.GetValueOrDefault(word) - 1) + (Weight * beforehand(word))) / (total + Weight);

    private static string Initials(string words) => string.Concat(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]));
}
