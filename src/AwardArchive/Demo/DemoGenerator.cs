using AwardArchive.Demo.Files;
using AwardArchive.Demo.Mothers;
using AwardArchive.Demo.Papers;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Demo;

/// <param name="Path">The scan.</param>
/// <param name="TruthPath">What stands on it.</param>
internal sealed record DemoDocument(string Path, string TruthPath, DemoTruth Truth);

/// <summary>
/// Makes scans of award papers about people who never lived, each with its truth beside it.
/// One page is in memory at a time.
/// </summary>
internal static class DemoGenerator
{
    /// <summary>Writes each document of the set and its truth; files of those names are replaced.</summary>
    /// <param name="set">What to make.</param>
    /// <param name="folder">Made when missing.</param>
    /// <param name="cancellationToken">Stops between two pages; files finished before stay.</param>
    /// <param name="made">Told of each document when both its files are complete.</param>
    /// <returns>In the order of the set.</returns>
    /// <remarks>A scan that bears its final name is complete, and its truth is there before it.</remarks>
    /// <exception cref="MissingFontException">A font package is not installed; nothing was written.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static IReadOnlyList<DemoDocument> Generate(
        DemoSet set, string folder, CancellationToken cancellationToken, IProgress<DemoDocument>? made = null)
    {
        using var fonts = new DemoFonts();
        // All of them first: without its fonts a set is not begun.
        foreach (var spec in set.Documents) _ = DemoPapers.LayOut(spec, fonts);

        Directory.CreateDirectory(folder);
        var documents = new List<DemoDocument>();
        foreach (var spec in set.Documents)
        {
            documents.Add(Make(spec, documents.Count + 1, folder, fonts, cancellationToken));
            made?.Report(documents[^1]);
        }
        return documents;
    }

    /// <summary>Writes the papers of a mother's dossier, and those that are not hers, each with its truth.</summary>
    /// <param name="level">What time and the scanner did to all of them.</param>
    /// <param name="folder">Made when missing.</param>
    /// <returns>In the order of the dossier's papers.</returns>
    /// <exception cref="MissingFontException">A font package is not installed.</exception>
    public static IReadOnlyList<DemoDocument> Generate(MotherDossier dossier, ulong seed, DemoLevel level, string folder, CancellationToken cancellationToken)
    {
        using var fonts = new DemoFonts();
        Directory.CreateDirectory(folder);
        var documents = new List<DemoDocument>();
        foreach (var (at, asked) in dossier.Papers.Index())
        {
            var spec = new DemoSpec(asked.Kind, level, DemoContainer.PdfColor, (seed * 1_000_003) + ((ulong)dossier.Number * 101) + (ulong)at + 1);
            using var writer = new PaperWriter(fonts, DemoFace.Termes);
            var facts = asked.Write(new(writer, new(spec.Seed), null));
            documents.Add(Make(new($"{dossier.Number:000}-{asked.Name}", DemoFace.Termes, facts, writer.Sheets), spec, at + 1, folder, fonts, cancellationToken));
        }
        return documents;
    }

    private static DemoDocument Make(DemoSpec spec, int ordinal, string folder, DemoFonts fonts, CancellationToken cancellationToken) =>
        Make(DemoPapers.LayOut(spec, fonts), spec, ordinal, folder, fonts, cancellationToken);

    private static DemoDocument Make(Paper paper, DemoSpec spec, int ordinal, string folder, DemoFonts fonts, CancellationToken cancellationToken)
    {
        var painter = new SheetPainter(fonts, paper.Face);
        var container = spec.Container switch
        {
            DemoContainer.Jpeg when paper.Sheets.Count > 1 => DemoContainer.TiffJpeg,
            DemoContainer.Png when paper.Sheets.Count > 1 => DemoContainer.TiffLzw,
            var asked => asked,
        };
        var path = Path.Combine(folder, $"{ordinal:00}-{paper.Slug}-{spec.Level.ToString().ToLowerInvariant()}{Extension(container)}");
        var partial = path + ".partial";
        try
        {
            IReadOnlyList<TruthPage> pages;
            if (container is DemoContainer.BornDigitalPdf)
            {
                TextPdf.Write(partial, paper, painter);
                pages = [.. paper.Sheets.Select((sheet, i) => TextPage(sheet, i + 1, painter))];
            }
            else
            {
                pages = Scan(partial, paper, spec, container, painter, cancellationToken);
            }

            var truth = new DemoTruth(Path.GetFileName(path), spec.Kind, spec.Level, container, paper.Face, spec.Seed, paper.Facts, pages);
            var truthPath = DemoTruth.PathBeside(path);
            truth.Write(truthPath);
            File.Move(partial, path, overwrite: true);
            return new(path, truthPath, truth);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static List<TruthPage> Scan(
        string path, Paper paper, DemoSpec spec, DemoContainer container, SheetPainter painter, CancellationToken cancellationToken)
    {
        var random = new SplitMix64(~spec.Seed);
        var scanner = new PageScanner(painter);
        var form = Form(container, spec.Level);
        var pages = new List<TruthPage>();
        using var file = Open(path, container);
        for (var i = 0; i < paper.Sheets.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var back = paper.Sheets[(i + 1) % paper.Sheets.Count];
            var turned = spec.Turned ? random.Pick(90, 180, 270) : 0;
            using var page = scanner.Scan(paper.Sheets[i], back, i + 1, spec.Level, form, turned, random.Fork());
            file.Add(page);
            pages.Add(page.Truth);
        }
        return pages;
    }

    private static TruthPage TextPage(Sheet sheet, int number, SheetPainter painter)
    {
        TruthWord[] words =
        [
            .. painter.Bounds(sheet).Select(item =>
            {
                var box = SKRectI.Ceiling(item.Ink, outwards: true);
                return new TruthWord(item.Word.Text, box.Left, box.Top, box.Width, box.Height, item.Word.Line, item.Word.Block);
            }),
        ];
        return new(number, (int)Sheet.Width, (int)Sheet.Height, 72, 72, 0, 0, PageScanner.TextOf(words), words);
    }

    private static ScanForm Form(DemoContainer container, DemoLevel level)
    {
        if (level is DemoLevel.Fax) return new(IsColor: false, IsBilevel: true, 204, 196);
        return container switch
        {
            DemoContainer.PdfColor => new(IsColor: true, IsBilevel: false, 200, 200),
            DemoContainer.PdfGroup4 or DemoContainer.TiffGroup4 => new(IsColor: false, IsBilevel: true, 300, 300),
            _ => new(IsColor: false, IsBilevel: false, 300, 300),
        };
    }

    private static IScanFile Open(string path, DemoContainer container) => container switch
    {
        DemoContainer.PdfColor or DemoContainer.PdfGray or DemoContainer.PdfGroup4 => new ScanPdf(path),
        DemoContainer.Jpeg => new ScanImage(path, isPng: false),
        DemoContainer.Png => new ScanImage(path, isPng: true),
        DemoContainer.TiffJpeg => new ScanTiff(path, Compression.JPEG),
        _ => new ScanTiff(path, Compression.LZW),
    };

    private static string Extension(DemoContainer container) => container switch
    {
        DemoContainer.Jpeg => ".jpg",
        DemoContainer.Png => ".png",
        DemoContainer.TiffLzw or DemoContainer.TiffJpeg or DemoContainer.TiffGroup4 => ".tif",
        _ => ".pdf",
    };
}
