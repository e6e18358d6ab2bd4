using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <summary>
/// Gives the words that an engine read their other readings, and corrects the few of which it is sure: never a word of digits, never what may
/// be a name, never a word of one letter that may be none. What was read becomes the first of the other readings, so that nothing is lost.
/// </summary>
/// <remarks>Deterministic; safe for use by several threads.</remarks>
internal sealed class LanguageKnowledge(Lexicon lexicon, ConfusionModel confusions)
{
    private const int MaxAlternatives = 4;

    /// <summary>Less likely readings would only find what is not there.</summary>
    private const double LeastLikely = 0.005;

    /// <summary>What a correction must be ahead of the word as read, and of the next reading; see decision 14 for how it was chosen.</summary>
    private const double Margin = 3;

    private const double Lead = 1.5;

    private readonly WordReadings _readings = new(lexicon, confusions);

    public static LanguageKnowledge Default { get; } = new(Lexicon.Default, ConfusionModel.Learnt);

    /// <summary>The same words in the same order, with other readings; the text changes only where a correction is taken.</summary>
    /// <param name="words">Of one page, as the engine gave them.</param>
    public IReadOnlyList<Word> Read(IReadOnlyList<Word> words)
    {
        var line = new WordsInContext(words);
        var numbers = new MisreadNumbers(line);
        return [.. Enumerable.Range(0, words.Count).Select(i => Read(line, numbers, i))];
    }

    private Word Read(WordsInContext page, MisreadNumbers numbers, int i)
    {
        var (word, core) = (page.Words[i], page.Cores[i]);
        if (numbers.Of(i) is { } number) return Corrected(word, number, NumberReadings.Of(word.Text).Where(reading => reading.Text != number));
        if (page.IsNumberOfArticle(i)) return Corrected(word, core.With("1"), []);
        // What a second look was preferred to.
        var others = new List<AlternativeReading>(word.Alternatives);
        others.AddRange(NumberReadings.Of(word.Text));
        if (page.JoinedWithNext(i, lexicon) is { } joined) others.Add(new(joined, WordsInContext.JoinedLikely));
        if (!core.IsWord || core.Length == 1) return word with { Alternatives = others };

        var normal = page.Normals[i];
        var neighbors = page.NeighborsOf(i);
        var readings = _readings.Of(normal, word.Confidence, neighbors);
        var sure = readings[0].Word != normal && IsSure(readings, normal, core, neighbors);
        var total = readings.Sum(reading => Math.Exp(reading.Score - readings[0].Score));
        others.AddRange(readings.Where(reading => reading.Word != normal && !(sure && reading == readings[0]))
            .Select(reading => new AlternativeReading(core.With(core.Spell(reading.Word)), Math.Round(Math.Exp(reading.Score - readings[0].Score) / total, 4)))
            .Where(reading => reading.Score >= LeastLikely));
        others = [.. others.DistinctBy(other => other.Text, StringComparer.Ordinal)];
        return sure ? Corrected(word, core.With(core.Spell(readings[0].Word)), Best(others)) : word with { Alternatives = [.. Best(others).Take(MaxAlternatives)] };
    }

    /// <summary>What was read comes first: it is what is known.</summary>
    private static Word Corrected(Word word, string text, IEnumerable<AlternativeReading> others) =>
        word with { Text = text, IsCorrected = true, Alternatives = [new(word.Text, 1), .. others.Take(MaxAlternatives - 1)] };

    private static IOrderedEnumerable<AlternativeReading> Best(IEnumerable<AlternativeReading> readings) => readings.OrderByDescending(reading => reading.Score);

    private bool IsSure(IReadOnlyList<ScoredReading> readings, string word, WordCore core, in Neighbors neighbors)
    {
        var best = readings[0];
        if (best.Word.Length < 2 || best.Score - readings.First(reading => reading.Word == word).Score < Margin) return false;
        if (readings[1].Word != word && best.Score - readings[1].Score < Lead) return false;
        // With a capital it may be a name, of a person or a place: only a phrase of the field says that it is not.
        return !core.IsCapitalized || InPhraseOfThree(best.Word, neighbors);
    }

    private bool InPhraseOfThree(string word, in Neighbors neighbors) =>
        lexicon.HasTriple(neighbors.SecondBefore, neighbors.Before, word)
        || lexicon.HasTriple(neighbors.Before, word, neighbors.After)
        || lexicon.HasTriple(word, neighbors.After, neighbors.SecondAfter);
}
