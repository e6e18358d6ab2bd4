using AwardArchive.Demo;
using SkiaSharp;

namespace AwardArchive.Benchmarks;

/// <summary>What one worker process holds: at most, on large pages; and after many pages.</summary>
internal static class WorkerMemory
{
    // 300 dpi.
    private const int A4Width = 2480;
    private const int A4Height = 3508;

    private const long MostBytes = 250_000_000;

    /// <summary>The most that a worker ever held (VmHWM) over colored A4 pages at 300 dpi, as JPEG and as PNG.</summary>
    public static async Task RunAsync(string folder)
    {
        await using var recognition = new OurRecognition(folder, options => options.Workers = 1);
        foreach (var level in (DemoLevel[])[DemoLevel.Clean, DemoLevel.Office, DemoLevel.Old])
        {
            var page = await ColorPageAsync(level, folder);
            foreach (var (format, mediaType) in ((SKEncodedImageFormat, string)[])[(SKEncodedImageFormat.Jpeg, "image/jpeg"), (SKEncodedImageFormat.Png, "image/png")])
                await recognition.TextOfAsync(Resize(page, format, folder), mediaType);
        }
        var most = ProcessTree.Bytes(await recognition.WorkerIdAsync(), "VmHWM");
        Verdict.Print($"a worker held at most {most / 1e6:0} MB over A4 at 300 dpi in color (under 250 MB)", most < MostBytes);
    }

    /// <summary>What stays resident over many pages in a row through one worker, never replaced.</summary>
    public static async Task<int> RunLongAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1000;
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var whole = await RecognitionPages.GenerateAsync(new() { Seed = 1975, Count = 6, Turned = 0.2f }, folder.FullName);
            var parts = whole.Select(page => new BenchmarkPage(CutOff(page.Image), page.Group, "", page.Rotation)).ToList();
            Console.WriteLine($"pages     {count} through one worker: every tenth whole, of {RecognitionPages.Describe(whole)}, the others a quarter of such a page");
            await using var recognition = new OurRecognition(folder.FullName, options =>
                (options.Workers, options.RecycleAfterPages, options.IdleTimeout) = (1, 100_000, TimeSpan.FromHours(1)));

            var worker = 0;
            var resident = new SortedDictionary<int, long>();
            // The first hundred pages fill what is kept for ever: buffers, dictionaries of the model, compiled code.
            const int First = 100;
            for (var page = 1; page <= count; page++)
            {
                await recognition.TextOfAsync((page % 10 == 0 ? whole : parts)[page / 10 % whole.Count]);
                if (page != First && page % Math.Max(1, count / 10) != 0) continue;
                var id = await recognition.WorkerIdAsync();
                if (worker != 0 && worker != id) throw new InvalidOperationException("The worker was replaced: its memory cannot be compared.");
                worker = id;
                resident[page] = ProcessTree.Bytes(id, "VmRSS");
                Console.WriteLine($"  after {page,5} pages  {resident[page] / 1e6:0.0} MB resident, {ProcessTree.Bytes(id, "VmHWM") / 1e6:0.0} MB at most");
            }
            if (count <= First)
            {
                Console.WriteLine($"     {count} pages are too few to judge growth: more than {First} are needed");
                return 0;
            }
            var growth = (double)resident.Last().Value / resident[First];
            Verdict.Print($"after {resident.Last().Key} pages a worker holds {growth:0.00} of what it held after {First} (no growth: at most 1.10)", growth <= 1.1);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ColorPageAsync(DemoLevel level, string folder)
    {
        var document = DemoGenerator.Generate(
            DemoSet.One(DemoKind.ProvinceDecision, level, DemoContainer.PdfColor), Path.Combine(folder, $"color-{level}"), CancellationToken.None)[0];
        return (await PageImages.ExtractAsync([document.Path], Path.Combine(folder, $"color-{level}-pages")))[0];
    }

    private static string Resize(string image, SKEncodedImageFormat format, string folder)
    {
        using var page = SKBitmap.Decode(image);
        using var large = page.Resize(new SKImageInfo(A4Width, A4Height, SKColorType.Rgb888x, SKAlphaType.Opaque), new SKSamplingOptions(SKCubicResampler.Mitchell));
        return Save(large, format, Path.Combine(folder, "a4-color"));
    }

    /// <summary>The upper quarter.</summary>
    private static string CutOff(string image)
    {
        using var page = SKBitmap.Decode(image);
        using var part = new SKBitmap(new SKImageInfo(page.Width, page.Height / 4, page.ColorType, page.AlphaType));
        using (var canvas = new SKCanvas(part)) canvas.DrawBitmap(page, 0, 0, SKSamplingOptions.Default);
        return Save(part, SKEncodedImageFormat.Png, image + ".part.png");
    }

    private static string Save(SKBitmap bitmap, SKEncodedImageFormat format, string path)
    {
        using var file = File.Create(path);
        using var data = bitmap.Encode(format, 85);
        data.SaveTo(file);
        return path;
    }
}
