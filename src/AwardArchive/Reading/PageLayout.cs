using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>A page as runs of words from top to bottom: what stands below what, whatever order the engine read the columns in.</summary>
/// <param name="Runs">By height, then from left to right.</param>
/// <param name="Width">Of the page, in pixels.</param>
/// <param name="LeftMargin">Where its long lines begin, in pixels.</param>
/// <param name="Unit">The usual height of its words.</param>
/// <param name="Pitch">The usual distance from line to line inside a paragraph: a short page has as many paragraphs as lines.</param>
internal sealed record PageLayout(IReadOnlyList<TextRun> Runs, int Width, int LeftMargin, double Unit, double Pitch)
{
    /// <summary>Blanks of justified lines stay below it, the columns of a head keep more between them.</summary>
    private const double ColumnGap = 1.5;

    /// <summary>As many runs are looked at for the one below another.</summary>
    private const int LookAhead = 16;

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    /// <summary>Of the page, in pixels.</summary>
    public int Height { get; private init; }

    /// <summary>
    /// The usual distance from a run to the next that stands below it, not beside: cells of a table that stand between each other's lines make
    /// <see cref="Pitch"/> smaller than that of any text.
    /// </summary>
    public double LinePitch { get; private init; } = Pitch;

    /// <summary>The middle of its long lines, in pixels; null where there are too few.</summary>
    public double? TextCenter { get; private init; }

    /// <summary>All of its words as one run, from top to bottom: for what goes on from line to line. Null of a page without words.</summary>
    public TextRun? Flow { get; private init; }

    public static PageLayout Of(PageWords page)
    {
        if (page.Words.Count == 0) return new([], page.Width, 0, 1, 1) { Number = page.Page, Height = page.Height };
        var unit = Math.Max(1, Median(page.Words.Select(word => (double)word.Height)));
        var lines = page.Words.GroupBy(word => (word.Block, word.Line)).Select(line => line.OrderBy(word => word.X).ToArray()).ToArray();
        var slope = SlopeOf(lines, page.Width);
        var runs = lines
            .SelectMany(line => Split(line, unit * ColumnGap))
            .Select(words => new TextRun(page.Page, words, words.Average(word => MiddleOf(word, slope))))
            .OrderBy(run => Math.Round(run.Middle / (unit / 2)))
            .ThenBy(run => run.Box.X)
            .ToArray();
        var steps = runs.Zip(runs.Skip(1), (above, below) => below.Middle - above.Middle).Where(step => step > unit / 2).ToArray();
        var margin = runs.Where(run => run.Box.Width > page.Width * 0.4).Select(run => run.Box.X).DefaultIfEmpty(page.Width / 8).Min();
        var below = StepsBelow(runs, unit).ToArray();
        var middles = runs.Where(run => run.Box.Width > page.Width * 0.6).Select(run => run.Center).ToArray();
        return new(runs, page.Width, margin, unit, steps.Length > 0 ? Quantile(steps, 1 / 3.0) : unit * 2)
        {
            Number = page.Page,
            Height = page.Height,
            LinePitch = below.Length > 0 ? Quantile(below, 1 / 3.0) : unit * 2,
            TextCenter = middles.Length >= 3 ? Median(middles) : null,
            Flow = new(page.Page, [.. runs.SelectMany(run => run.Words)], 0),
        };
    }

    private static IEnumerable<double> StepsBelow(TextRun[] runs, double unit)
    {
        for (var i = 0; i < runs.Length; i++)
        {
            for (var j = i + 1; j < runs.Length && j <= i + LookAhead; j++)
            {
                if (runs[j].Middle - runs[i].Middle <= unit / 2 || !runs[i].IsAboveOrBelow(runs[j])) continue;
                yield return runs[j].Middle - runs[i].Middle;
                break;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Word>> Split(Word[] line, double gap)
    {
        var first = 0;
        for (var i = 1; i <= line.Length; i++)
        {
            if (i < line.Length && line[i].X - line[i - 1].Box.Right <= gap) continue;
            yield return line[first..i];
            first = i;
        }
    }

    /// <summary>Of a page that lies a little askew: how much its lines fall from left to right.</summary>
    private static double SlopeOf(Word[][] lines, int width)
    {
        var slopes = lines
            .Where(line => line[^1].X - line[0].X > width * 0.3)
            .Select(line => (MiddleOf(line[^1], 0) - MiddleOf(line[0], 0)) / (line[^1].X - line[0].X))
            .ToArray();
        return slopes.Length > 0 ? Median(slopes) : 0;
    }

    private static double MiddleOf(Word word, double slope) => word.Y + (word.Height / 2.0) - (slope * (word.X + (word.Width / 2.0)));

    private static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(sorted.Length * share)];
    }
}
