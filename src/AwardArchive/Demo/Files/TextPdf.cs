using SkiaSharp;

namespace AwardArchive.Demo.Files;

/// <summary>A born-digital PDF: text with embedded fonts.</summary>
internal static class TextPdf
{
    public static void Write(string path, Paper paper, SheetPainter painter)
    {
        using var stream = new SKFileWStream(path);
        if (!stream.IsValid) throw new IOException($"Cannot write '{path}'.");
        using var pdf = SKDocument.CreatePdf(stream);
        foreach (var sheet in paper.Sheets)
        {
            painter.Print(pdf.BeginPage(Sheet.Width, Sheet.Height), sheet, SKColors.Black);
            pdf.EndPage();
        }
        pdf.Close();
    }
}
