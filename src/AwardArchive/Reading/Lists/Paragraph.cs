using System.Text.RegularExpressions;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Lines of running text that belong together.</summary>
/// <param name="Run">All their words.</param>
/// <param name="Begin">Where its words begin behind the number or bullet, in characters of the run; 0 where there is none.</param>
internal sealed record Paragraph(TextRun Run, int Begin)
{
    // In pitches.
    private const double NewParagraph = 1.2;

    private static readonly Regex Marker = new(@"^(?:\d{1,3}\s?[./)\-:]+|[-–+*•·]|[a-zđ]\))\s*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"9, Ông …": recognition takes the dot for a comma.</summary>
    private static readonly Regex CommaMarker = new(@"^\d{1,2},\s+\p{Lu}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool IsItem => Begin > 0;

    /// <param name="pages">Of each page the lines that belong to no table.</param>
    public static IReadOnlyList<Paragraph> Of(IReadOnlyList<IReadOnlyList<ListLine>> pages)
    {
        var paragraphs = new List<Paragraph>();
        var open = new List<ListLine>();
        foreach (var lines in pages)
        {
            var pitch = PitchOf(lines);
            var right = lines.Select(line => line.Box.Right).DefaultIfEmpty().Max();
            foreach (var line in lines)
            {
                if (!line.Text.Any(char.IsLetter)) continue; // a page's number
                if (open.Count > 0 && Begins(line, open, pitch, right))
                {
                    paragraphs.Add(Of(open));
                    open.Clear();
                }
                open.Add(line);
            }
        }
        if (open.Count > 0) paragraphs.Add(Of(open));
        return paragraphs;
    }

    private static Paragraph Of(List<ListLine> lines)
    {
        var run = new TextRun(lines[0].Page, [.. lines.SelectMany(line => line.Words)], 0);
        return new(run, MarkerIn(run.Text));
    }

    private static int MarkerIn(string text) => CommaMarker.Match(text) is { Success: true } comma ? comma.Length - 1 : Marker.Match(text).Length;

    private static bool Begins(ListLine line, List<ListLine> open, double pitch, int right)
    {
        var last = open[^1];
        // "Quảng Nam / - Đà Nẵng": a dash between words at the end of a full line.
        var isDash = line.Text[0] is '-' or '–' && char.IsLetterOrDigit(last.Text[^1]) && last.Box.Right >= right - (2 * pitch);
        if (isDash) return false;
        if (MarkerIn(line.Text) > 0 || Folding.Fold(line.Words[0].Text) is "dieu") return true;
        if (line.Page == last.Page && line.Level - last.Level > NewParagraph * pitch) return true;
        return last.Text[^1] is '.' or ';' or ':' && char.IsUpper(line.Text[0]);
    }

    private static double PitchOf(IReadOnlyList<ListLine> lines)
    {
        var steps = lines.Zip(lines.Skip(1), (above, below) => below.Level - above.Level).Order().ToArray();
        return steps.Length == 0 ? double.MaxValue : steps[steps.Length / 3];
    }
}
