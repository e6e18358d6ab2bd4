using System.Collections.Concurrent;
using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <param name="Word">Normal form.</param>
/// <param name="Score">Logarithm of how likely it is, up to a constant of the place.</param>
internal readonly record struct ScoredReading(string Word, double Score);

/// <summary>Weighs what may stand where a word was read: how like it looks, how usual it is, and what stands beside it.</summary>
internal sealed class WordReadings(Lexicon lexicon, ConfusionModel confusions)
{
    /// <summary>Two usual confusions of marks, or one letter misread at random.</summary>
    private const double MaxCost = 1;

    private const int MaxReadings = 24;

    // Pages repeat their words: what one costs to look up is paid once.
    private const int MaxRemembered = 20_000;

    // Of a cost of 1, which is a share of one in a hundred thousand.
    private const double CostWeight = 11.5;

    private const double UnknownWord = -3;
    private const double ImpossibleWord = -6;
    private const double InPhrase = 3;

    /// <summary>Of the engine: then a word that stands in its phrase is not looked at further, which saves a sixth of the time.</summary>
    private const double Sure = 0.95;

    /// <summary>By how much more the engine misreads where it is unsure.</summary>
    private const double Unsure = 3;

    private readonly ConcurrentDictionary<string, IReadOnlyList<PossibleReading>> _remembered = new(StringComparer.Ordinal);

    /// <summary>The word as read and all others it may be, best first.</summary>
    /// <param name="word">Normal form, letters only.</param>
    /// <param name="confidence">Of the engine, 0 to 1.</param>
    public IReadOnlyList<ScoredReading> Of(string word, double confidence, in Neighbors neighbors)
    {
        var context = Context(word, neighbors);
        var scored = new List<ScoredReading> { new(word, Prior(word) + context) };
        if (context > 0 && confidence >= Sure) return scored;
        foreach (var reading in LookUp(word))
        {
            if (reading.Word == word) continue;
            var score = (Unsure * (1 - confidence)) - (CostWeight * reading.Cost) + Prior(reading.Word) + Context(reading.Word, neighbors);
            scored.Add(new(reading.Word, score));
        }
        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Word, b.Word));
        return scored;
    }

    private IReadOnlyList<PossibleReading> LookUp(string word)
    {
        if (_remembered.Count > MaxRemembered) _remembered.Clear();
        return _remembered.GetOrAdd(word, static (word, self) => self.Search(word), this);
    }

    private IReadOnlyList<PossibleReading> Search(string word) => confusions.Readings(word, lexicon.Candidates, MaxCost, MaxReadings);

    private double Prior(string word) =>
        lexicon.Has(word) ? Math.Log(1 + lexicon.CountInPhrases(word)) : Syllable.IsPossible(word) ? UnknownWord : ImpossibleWord;

    private double Context(string word, in Neighbors neighbors)
    {
        var score = 0.0;
        if (lexicon.HasPair(neighbors.Before, word)) score += InPhrase;
        if (lexicon.HasPair(word, neighbors.After)) score += InPhrase;
        return score;
    }
}
