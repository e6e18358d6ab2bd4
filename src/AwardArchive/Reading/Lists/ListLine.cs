using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Reading.Lists;

/// <summary>Words of one page at one height, from left to right, whatever lines the engine saw.</summary>
/// <param name="Level">Height of the line its letters stand on, the page's slope taken out; in pixels.</param>
internal sealed record ListLine(int Page, IReadOnlyList<Word> Words, double Level)
{
    public TextRun Run { get; } = new(Page, Words, Level);

    public string Text => Run.Text;

    public Box Box => Run.Box;

    /// <summary>Its words in groups with a gap wider than <paramref name="gap"/> pixels between.</summary>
    public IEnumerable<ListLine> Pieces(double gap)
    {
        var first = 0;
        for (var i = 1; i <= Words.Count; i++)
        {
            if (i < Words.Count && Words[i].X - Words[i - 1].Box.Right <= gap) continue;
            yield return new(Page, [.. Words.Skip(first).Take(i - first)], Level);
            first = i;
        }
    }
}
