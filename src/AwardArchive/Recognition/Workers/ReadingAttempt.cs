using System.Globalization;
using AwardArchive.Recognition.Language;
using AwardArchive.Vietnamese;
using static System.FormattableString;

namespace AwardArchive.Recognition.Workers;

/// <summary>What recognition made of a page that lay one way and was prepared one way.</summary>
/// <param name="Steps">As <see cref="PreparedPage.Steps"/>, and when there were several attempts <c>tries</c> (how many), <c>attempts</c>
/// (each with its quality, in their order) and <c>kept</c> (which).</param>
internal sealed record ReadingAttempt(string Name, PageReading Reading, IReadOnlyDictionary<string, string> Steps, bool IsBlank)
{
    // Mean of the letters. Of 95 generated pages the two read upside down had 0.34 and 0.40, the poorest other 0.73.
    private const double Sound = 0.6;

    // Below it something else than the way up is tried as well. Of 27 generated pages (seed 5) one fax had 0.69 and came to 0.86; two had 0.75 and 0.77
    // and were not read better by anything, at the cost of eight more readings.
    private const double Good = 0.72;

    // A word less sure than this says more against an attempt than for it, however many there are.
    private const double Worthless = 0.5;

    // Of the confidence that a word is given which no Vietnamese one can be.
    private const double Impossible = 0.6;

    // The ink's statistics more often mistake up for down than rows for columns.
    private static readonly int[] OtherWays = [2, 3, 2];

    private readonly int _letters = Reading.Words.Sum(word => word.Text.Length);

    /// <summary>As <see cref="PreparedPage.Regions"/>: of the page as it lay then.</summary>
    public IReadOnlyList<PageRegion> Regions { get; init; } = [];

    public IReadOnlyList<Word> Words => Reading.Words;

    /// <summary>Whether it was prepared as pages usually are: what had to be taken out by another preparation is still on the page.</summary>
    public bool IsUsual { get; init; }

    /// <summary>From 0 to 1: how sure the engine is of the letters, how many words are possible ones, and how much of the rows became words.</summary>
    public double Quality => _letters == 0 ? 0 : Reading.Coverage * Words.Sum(word => Belief(word) * word.Text.Length) / _letters;

    private double Gain => Words.Sum(word => (Belief(word) - Worthless) * word.Text.Length);

    private bool IsSound => IsBlank || Words.Sum(word => word.Confidence * word.Text.Length) >= Sound * _letters && _letters > 0;

    private bool IsGood => IsBlank || Quality >= Good;

    /// <summary>
    /// Recognizes a page as its ink says it lies and is prepared; where that gives poor words, the other ways up and other preparations too,
    /// and keeps the best.
    /// </summary>
    /// <param name="page">Is left turned as it was read best.</param>
    /// <param name="time">After which nothing more is tried.</param>
    public static ReadingAttempt Best(IOcrEngine engine, PageImage page, TimeSpan time)
    {
        var budget = new RetryBudget(time);
        var best = Of(engine, page, Treatment.Usual, budget, turn: true);
        var (tried, quarters) = (new List<ReadingAttempt> { best }, page.Quarters);
        foreach (var turn in OtherWays)
        {
            if (best.IsSound || budget.IsSpent) break;
            page.Turn(turn);
            if (Try(Treatment.Usual, Invariant($"{page.Quarters * 90}°"))) quarters = page.Quarters;
        }
        if (page.Quarters != quarters) page.Turn((quarters - page.Quarters + 4) % 4);
        foreach (var treatment in Treatment.Others)
        {
            if (best.IsGood || budget.IsSpent) break;
            Try(treatment, treatment.Name);
        }
        return tried.Count == 1 ? best : best with { Steps = WithAttempts(best, tried) };

        bool Try(Treatment treatment, string name)
        {
            ReadingAttempt other;
            try
            {
                other = Of(engine, page, treatment, budget, turn: false) with { Name = name };
            }
            catch (InvalidOperationException)
            {
                // There was no memory for it, or the engine gave up: that is no reason to lose what was read before.
                return false;
            }
            tried.Add(other);
            if (other.Gain <= best.Gain) return false;
            best = other;
            return true;
        }
    }

    private static ReadingAttempt Of(IOcrEngine engine, PageImage page, Treatment treatment, RetryBudget budget, bool turn)
    {
        using var prepared = PagePreparation.Prepare(page, treatment, turn);
        var reading = prepared.IsBlank ? new([], 1) : engine.Recognize(prepared, treatment.PageSegmentation, budget);
        return new(treatment.Name, reading, prepared.Steps, prepared.IsBlank) { Regions = prepared.Regions, IsUsual = treatment == Treatment.Usual };
    }

    private static double Belief(Word word)
    {
        var core = WordCore.Of(word.Text).Core;
        var isPossible = core.Length > 0 && (core.Any(char.IsAsciiDigit) || Syllable.IsPossible(NormalForm.OfWord(core)));
        return isPossible ? word.Confidence : Impossible * word.Confidence;
    }

    private static Dictionary<string, string> WithAttempts(ReadingAttempt best, List<ReadingAttempt> tried) => new(best.Steps)
    {
        ["tries"] = tried.Count.ToString(CultureInfo.InvariantCulture),
        ["attempts"] = string.Join(", ", tried.Select(attempt => Invariant($"{attempt.Name} {attempt.Quality:0.00}"))),
        ["kept"] = best.Name,
    };
}
