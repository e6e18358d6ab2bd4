using System.Globalization;
using System.Text;
using AwardArchive.Recognition;

namespace AwardArchive.Reading.Lists;

/// <summary>
/// A page as lines from one edge to the other. The engine's own lines are not asked for: on lists it takes a column for a block, or two rows
/// for a line. A word belongs to the line whose last word stands at the same height; how the page lies is measured from the lines so found.
/// </summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Unit">The usual height of its words, in pixels.</param>
internal sealed record ListPage(int Number, int Width, IReadOnlyList<ListLine> Lines, double Unit)
{
    /// <summary>In units: words of a line stand no further from its height.</summary>
    private const double SameLine = 0.5;

    /// <summary>In units: lines around the middle of a row are half a line apart, that is three quarters.</summary>
    private const double OneHeight = 0.35;

    /// <summary>In units: boxes of neighbors may overlap so much.</summary>
    private const double Overlap = 0.6;

    /// <summary>In units: no word of this size is higher, marks above and below included.</summary>
    private const double Tall = 1.7;

    /// <summary>In units: how far letters like g and ạ reach below the line.</summary>
    private const double Descent = 0.22;

    /// <summary>How much the next word moves a line's height.</summary>
    private const double Follow = 0.4;

    /// <summary>Of how many lines at nearly one height the nearest is looked for; a page has one.</summary>
    private const int MostRivals = 8;

    /// <summary>The slope is known better each time; no page needs more.</summary>
    private const int Passes = 3;

    private const string Ditto = "\"“”„″‟'’‘`´/\\-–—=";
    private const string Bullets = "+*•·";
    private const char DotBelow = '\u0323';

    public static ListPage Of(PageLayout page)
    {
        var words = page.Runs.SelectMany(run => run.Words).Where(IsText)
            .OrderBy(word => word.X).ThenBy(word => word.Y).ThenBy(word => word.Width).ThenBy(word => word.Text, StringComparer.Ordinal).ToArray();
        if (words.Length == 0) return new(0, page.Width, [], 1);
        var unit = Math.Max(1, Middle(words.Select(word => (double)word.Height)));
        var feet = Array.ConvertAll(words, word => FootOf(word, unit));
        var slope = 0.0;
        List<Chain> chains = [];
        for (var pass = 0; pass < Passes; pass++)
        {
            chains = ChainsOf(words, feet, slope, unit);
            slope = SlopeOf(chains, words, feet) ?? slope;
        }
        var number = page.Runs[0].Page;
        var lines = chains
            .Select(chain => new ListLine(number, [.. chain.Words.Select(i => words[i])], chain.Words.Average(i => feet[i] - (slope * CenterOf(words[i])))))
            .OrderBy(line => line.Level).ThenBy(line => line.Box.X).ToList();
        return new(number, page.Width, Joined(lines, unit), unit);
    }

    private static List<Chain> ChainsOf(Word[] words, double[] feet, double slope, double unit)
    {
        var all = new List<Chain>();
        var byHeight = new Dictionary<int, List<Chain>>();
        for (var i = 0; i < words.Length; i++)
        {
            var level = feet[i] - (slope * CenterOf(words[i]));
            var at = (int)Math.Floor(level / unit);
            Chain? nearest = null;
            for (var height = at - 1; height <= at + 1; height++)
            {
                if (!byHeight.TryGetValue(height, out var rivals)) continue;
                foreach (var rival in rivals.TakeLast(MostRivals))
                {
                    if (Math.Abs(rival.Level - level) <= SameLine * unit && rival.Right - (Overlap * unit) <= words[i].X
                        && (nearest is null || Math.Abs(rival.Level - level) < Math.Abs(nearest.Level - level)))
                        nearest = rival;
                }
            }
            if (nearest is null) all.Add(nearest = new() { Level = level });
            else Take(byHeight[(int)Math.Floor(nearest.Level / unit)], nearest);
            nearest.Words.Add(i);
            nearest.Right = words[i].Box.Right;
            nearest.Level += (level - nearest.Level) * Follow;
            var bucket = (int)Math.Floor(nearest.Level / unit);
            if (!byHeight.TryGetValue(bucket, out var there)) byHeight[bucket] = there = [];
            there.Add(nearest);
        }
        return all;
    }

    /// <summary>Boxes that overlap part a line in two, at nearly one height.</summary>
    private static List<ListLine> Joined(List<ListLine> lines, double unit)
    {
        var joined = new List<ListLine>();
        foreach (var line in lines)
        {
            if (joined.Count > 0 && line.Level - joined[^1].Level < OneHeight * unit)
                joined[^1] = new(line.Page, [.. joined[^1].Words.Concat(line.Words).OrderBy(word => word.X).ThenBy(word => word.Y)], joined[^1].Level);
            else joined.Add(line);
        }
        return joined;
    }

    /// <summary>It is among the last ones.</summary>
    private static void Take(List<Chain> chains, Chain chain) => chains.RemoveAt(chains.LastIndexOf(chain));

    /// <summary>What half of all lines, the long ones weighing more, fall less than.</summary>
    private static double? SlopeOf(List<Chain> chains, Word[] words, double[] feet)
    {
        var slopes = new List<(double Slope, double Weight)>();
        foreach (var chain in chains)
        {
            var (first, last) = (chain.Words[0], chain.Words[^1]);
            var run = CenterOf(words[last]) - CenterOf(words[first]);
            if (run > 0) slopes.Add(((feet[last] - feet[first]) / run, run * run));
        }
        slopes.Sort();
        var half = slopes.Sum(slope => slope.Weight) / 2;
        foreach (var (slope, weight) in slopes)
        {
            if ((half -= weight) <= 0) return slope;
        }
        return null;
    }

    /// <summary>The height of the line that its letters stand on.</summary>
    private static double FootOf(Word word, double unit)
    {
        if (word.Text.All(sign => Ditto.Contains(sign, StringComparison.Ordinal)))
            return word.Text.All(sign => sign is '-' or '–' or '—' or '=') ? word.Y + (word.Height / 2.0) + (0.3 * unit) : word.Y + (0.75 * unit);
        // A box that took in a speck or the next line: its letters stand around its middle.
        if (word.Height > Tall * unit) return word.Y + ((word.Height + unit) / 2);
        var hangs = word.Text.Normalize(NormalizationForm.FormD).Any(letter => letter is 'g' or 'p' or 'q' or 'y' or 'j' or DotBelow);
        return word.Box.Bottom - (hangs ? Descent * unit : 0);
    }

    private static bool IsText(Word word) => word.Text.Any(sign => char.IsDigit(sign) || (char.IsLetter(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.ModifierLetter))
        || word.Text.All(sign => Ditto.Contains(sign, StringComparison.Ordinal) || Bullets.Contains(sign, StringComparison.Ordinal));

    private static double CenterOf(Word word) => word.X + (word.Width / 2.0);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private sealed class Chain
    {
        public List<int> Words { get; } = [];

        public double Level { get; set; }

        public int Right { get; set; }
    }
}
