using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <summary>Gives words their other readings, and corrects the few of which it is sure.</summary>
internal sealed class LanguageKnowledge(Lexicon lexicon, ConfusionModel confusions)
{
    private const int MaxAlternatives = 4;

    /// <summary>Less likely readings would only find what is not there.</summary>
    private const double LeastLikely = 0.005;

    public double Margin { get; init; } = 3;

    public double Lead { get; init; } = 1.5;

    private readonly WordReadings _readings = new(lexicon, confusions);

    public static LanguageKnowledge Default { get; } = new(Lexicon.Default, ConfusionModel.Learnt);

    /// <summary>The same words in the same order; text changes only where a correction is taken.</summary>
    public IReadOnlyList<Word> Read(IReadOnlyList<Word> words)
    {
        var cores = words.Select(word => WordCore.Of(word.Text)).ToArray();
        var normals = cores.Select(core => core.IsWord ? NormalForm.OfWord(core.Core) : "").ToArray();
        return [.. words.Select((word, i) => Read(words, cores, normals, i))];
    }

    private Word Read(IReadOnlyList<Word> words, WordCore[] cores, string[] normals, int i)
    {
        var (word, core) = (words[i], cores[i]);
        if (core.Length == 0) return word;
        if (!core.IsWord)
            return NumberReadings.OfMixed(core.Core) is { } number ? word with { Alternatives = [new(core.With(number), 0.5)] } : word;

        var neighbors = new Neighbors(At(-2), At(-1), At(1), At(2));
        var readings = _readings.Of(normals[i], word.Confidence, neighbors);
        var total = readings.Sum(reading => Math.Exp(reading.Score - readings[0].Score));
        var taken = readings[0].Word != normals[i] && IsSure(readings, normals[i], core, neighbors);
        var alternatives = new List<AlternativeReading>();
        foreach (var reading in readings)
        {
            if (reading.Word == (taken ? readings[0].Word : normals[i])) continue;
            var likely = Math.Exp(reading.Score - readings[0].Score) / total;
            if (alternatives.Count == MaxAlternatives || likely < LeastLikely) break;
            alternatives.Add(new(core.With(core.Spell(reading.Word)), Math.Round(likely, 4)));
        }
        if (NumberReadings.OfLetters(core.Core) is { } digits) alternatives.Insert(0, new(core.With(digits), 0.5));
        return word with { Text = taken ? core.With(core.Spell(readings[0].Word)) : word.Text, Alternatives = alternatives };

        string At(int offset)
        {
            var at = i + offset;
            return at >= 0 && at < words.Count && words[at].Block == word.Block ? normals[at] : "";
        }
    }

    private bool IsSure(IReadOnlyList<ScoredReading> readings, string word, WordCore core, in Neighbors neighbors)
    {
        var best = readings[0];
        if (best.Score - readings.First(reading => reading.Word == word).Score < Margin) return false;
        if (readings.Count > 1 && readings[1].Word != word && best.Score - readings[1].Score < Lead) return false;
        if (!core.IsCapitalized) return true;
        return InPhraseOfThree(best.Word, neighbors);
    }

    private bool InPhraseOfThree(string word, in Neighbors neighbors) =>
        lexicon.HasTriple(neighbors.SecondBefore, neighbors.Before, word)
        || lexicon.HasTriple(neighbors.Before, word, neighbors.After)
        || lexicon.HasTriple(word, neighbors.After, neighbors.SecondAfter);
}
