using System.Globalization;
using AwardArchive.Demo;
using AwardArchive.Tests;

namespace AwardArchive.Benchmarks;

/// <summary>A page to be recognized, as a picture of its own.</summary>
/// <param name="Group">Under which it is reported: a level of the generator, or a sample.</param>
/// <param name="Rotation">Degrees clockwise in which it lies.</param>
internal sealed record BenchmarkPage(string Image, string Group, string Truth, int Rotation)
{
    public string MediaType => Path.GetExtension(Image) == ".png" ? "image/png" : "image/jpeg";
}

/// <summary>The pages of the recognition benchmark with their truth.</summary>
internal static class RecognitionPages
{
    private const string Sample = "ke-hoach-26";

    public static async Task<IReadOnlyList<BenchmarkPage>> GenerateAsync(DemoOptions options, string folder)
    {
        var documents = DemoGenerator.Generate(DemoSet.Mix(options), Path.Combine(folder, "scans"), CancellationToken.None);
        foreach (var document in documents) File.Delete(document.TruthPath);
        var images = await PageImages.ExtractAsync(documents.Select(document => document.Path), Path.Combine(folder, "pages"));
        var truths = documents.SelectMany(document => document.Truth.Pages.Select(page => (document.Truth.Level, Page: page))).ToList();
        if (images.Count != truths.Count) throw new InvalidOperationException($"{images.Count} page images for {truths.Count} pages.");
        return [.. images.Zip(truths, (image, truth) => new BenchmarkPage(image, truth.Level.ToString(), truth.Page.Text, truth.Page.Rotation))];
    }

    /// <summary>
    /// The real document in its three containers. The born-digital one is drawn at 300 dpi, so that both sides get a picture: the text it
    /// carries would make the comparison too easy for who reads it.
    /// </summary>
    /// <returns>Empty when the samples are not beside this checkout.</returns>
    public static async Task<IReadOnlyList<BenchmarkPage>> SamplesAsync(string folder)
    {
        if (SamplesFolder() is not { } samples) return [];
        var drawn = Directory.CreateDirectory(Path.Combine(folder, "sample-drawn")).FullName;
        await Run.OutputAsync("pdftoppm", "-r", "300", "-gray", "-png", Path.Combine(samples, Sample + "-born-digital.pdf"), Path.Combine(drawn, "page"));
        var office = await PageImages.ExtractAsync([Path.Combine(samples, Sample + "-office.pdf")], Path.Combine(folder, "sample-office"));
        var fax = await PageImages.ExtractAsync([Path.Combine(samples, Sample + "-fax.tif")], Path.Combine(folder, "sample-fax"));
        var truth = SampleTruth(samples);
        return
        [
            .. PagesOf("Sample drawn", Directory.GetFiles(drawn).Order(StringComparer.Ordinal)),
            .. PagesOf("Sample office", office),
            .. PagesOf("Sample fax", fax),
        ];

        IEnumerable<BenchmarkPage> PagesOf(string group, IEnumerable<string> images) => images.Zip(truth, (image, text) => new BenchmarkPage(image, group, text, 0));
    }

    /// <summary>The born-digital sample as it came, and its pages' truth; null when it is not beside this checkout.</summary>
    public static (string Pdf, IReadOnlyList<string> Truth)? BornDigitalSample() =>
        SamplesFolder() is { } samples ? (Path.Combine(samples, Sample + "-born-digital.pdf"), SampleTruth(samples)) : null;

    private static string[] SampleTruth(string samples) =>
        [.. File.ReadAllText(Path.Combine(samples, Sample + ".txt")).Split('\f').Where(page => page.Trim().Length > 0)];

    /// <summary><c>../shared/samples</c> as seen from the root of the checkout.</summary>
    private static string? SamplesFolder()
    {
        var samples = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "samples");
        return File.Exists(Path.Combine(samples, Sample + ".txt")) ? samples : null;
    }

    public static string Describe(IReadOnlyList<BenchmarkPage> pages) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pages.Count} ({string.Join(", ", pages.CountBy(page => page.Group).Select(group => $"{group.Key} {group.Value}"))}; turned {pages.Count(page => page.Rotation != 0)})");
}
