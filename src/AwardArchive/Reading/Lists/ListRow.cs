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
            if (cells[i].Kind == kind && words[i].Count > 0) return new(page, words[i], 0);
        }
        return null;
    }
}
