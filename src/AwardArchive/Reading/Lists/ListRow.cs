using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Reading.Lists;

/// <summary>A row of a table: its words by column.</summary>
/// <param name="page">Where it begins.</param>
/// <param name="cells">The header's.</param>
/// <param name="above">What the headings say.</param>
/// <param name="certainty">How sure it is that the line opens a row.</param>
internal sealed class ListRow(int page, IReadOnlyList<HeaderCell> cells, HeadingsAbove above, double certainty)
{
    /// <summary>Of the height of its words: lines of a cell are one and a half apart.</summary>
    private const double SameLine = 0.75;

    private readonly List<Word>[] words = [.. cells.Select(_ => new List<Word>())];

    public int Page => page;

    public IReadOnlyList<HeaderCell> Cells => cells;

    public HeadingsAbove Above => above;

    public double Certainty => certainty;

    /// <summary>Around its words on the page where it begins.</summary>
    public Box Box { get; private set; }

    public int Lines { get; private set; }

    /// <summary>The words of the first column of a kind; null where there are none.</summary>
    public TextRun? this[ColumnKind kind] => TextOf(kind);

    /// <param name="isOverleaf">The row goes on at the top of the next page.</param>
    public void Add(ListLine line, TableColumns columns, bool isOverleaf = false)
    {
        foreach (var word in line.Words) words[columns.ColumnOf(word)].Add(word);
        if (!isOverleaf) Box = Lines == 0 ? line.Box : Box.Union(line.Box);
        Lines++;
    }

    private TextRun? TextOf(ColumnKind kind)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind == kind && words[i].Count > 0) return new(page, InOrder(words[i]), 0);
        }
        return null;
    }

    /// <summary>Line by line: a box too high or too low does not part a word from those beside it.</summary>
    private static List<Word> InOrder(List<Word> cell)
    {
        var ordered = new List<Word>();
        var line = new List<Word>();
        var (middles, heights) = (0.0, 0.0);
        foreach (var word in cell)
        {
            // Either way: the row may go on at the top of the next page.
            if (line.Count > 0 && Math.Abs(MiddleOf(word) - (middles / line.Count)) > SameLine * heights / line.Count)
            {
                ordered.AddRange(line.OrderBy(other => other.X));
                line.Clear();
                (middles, heights) = (0, 0);
            }
            line.Add(word);
            (middles, heights) = (middles + MiddleOf(word), heights + word.Height);
        }
        ordered.AddRange(line.OrderBy(other => other.X));
        return ordered;
    }

    private static double MiddleOf(Word word) => word.Y + (word.Height / 2.0);
}
