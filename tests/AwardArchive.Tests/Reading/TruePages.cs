using AwardArchive.Demo;
using AwardArchive.Recognition;
using DemoPaper = AwardArchive.Demo.Paper;

namespace AwardArchive.Tests.Reading;

/// <summary>The pages of a generated paper as an engine would give them that never errs: its true words, where they stand.</summary>
internal static class TruePages
{
    private const float Dpi = 200f / 72;

    private static readonly EngineInfo Engine = new("truth", "1", null, new Dictionary<string, string>());

    public static IReadOnlyList<PageWords> Of(DemoPaper paper, DemoFonts fonts)
    {
        var painter = new SheetPainter(fonts, paper.Face);
        return [.. paper.Sheets.Select((sheet, i) => new PageWords(i + 1, (int)(Sheet.Width * Dpi), (int)(Sheet.Height * Dpi), WordsOf(sheet, painter), Engine))];
    }

    private static Word[] WordsOf(Sheet sheet, SheetPainter painter) =>
    [
        .. painter.Bounds(sheet).Select(placed => new Word(
            placed.Word.Text, (int)(placed.Ink.Left * Dpi), (int)(placed.Ink.Top * Dpi), (int)(placed.Ink.Width * Dpi) + 1,
            (int)(placed.Ink.Height * Dpi) + 1, 1, placed.Word.Line, placed.Word.Block)),
    ];
}
