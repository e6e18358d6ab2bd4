namespace AwardArchive.Recognition.Exports;

/// <summary>The forms in which recognized pages leave the archive.</summary>
internal enum ExportFormat
{
    /// <summary>UTF-8, pages divided by form feed.</summary>
    Text,

    /// <summary>One object: the file and, for each page, its words with boxes.</summary>
    Json,

    /// <summary>ALTO 4.4, one file with all pages (https://www.loc.gov/standards/alto/).</summary>
    Alto,

    /// <summary>hOCR 1.2 (http://kba.github.io/hocr-spec/1.2/).</summary>
    Hocr,

    /// <summary>The page images with invisible text over them.</summary>
    Pdf,
}

/// <summary>Draws an image on white and writes it as a plain PNG, in a process of its own.</summary>
/// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
internal delegate Task FlattenImage(string path, string pngPath, CancellationToken cancellationToken);

internal static class ExportFormats
{
    /// <summary>As Tesseract names its files of the same forms.</summary>
    public static string Extension(this ExportFormat format) => format switch
    {
        ExportFormat.Text => ".txt",
        ExportFormat.Json => ".json",
        ExportFormat.Alto => ".xml",
        ExportFormat.Hocr => ".hocr",
        _ => ".pdf",
    };

    /// <param name="format">What to write.</param>
    /// <param name="output">Written to front to back, asynchronously, and left open; need not seek.</param>
    /// <param name="fileName">Of the original, for people.</param>
    /// <param name="flatten">For page images that PDF cannot hold as they are.</param>
    public static IPageExport Open(this ExportFormat format, Stream output, string fileName, FlattenImage? flatten = null) => format switch
    {
        ExportFormat.Text => new TextExport(output),
        ExportFormat.Json => new JsonExport(output, fileName),
        ExportFormat.Alto => new AltoExport(output, fileName),
        ExportFormat.Hocr => new HocrExport(output, fileName),
        _ => new SearchablePdf(output, fileName, flatten),
    };
}
