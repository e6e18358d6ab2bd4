using System.Globalization;
using System.Text.RegularExpressions;
using AwardArchive.Recognition.Workers;

namespace AwardArchive.Benchmarks;

/// <summary>Which way up a page lies: what our measurement of its ink says, and how the page was read in the end, beside Tesseract's own detection (<c>--psm 0</c>, osd.traineddata).</summary>
internal static partial class PositionComparison
{
    private const ulong Seed = 1975;
    private const int Documents = 72;
    private const int MaxPixels = 100_000_000;

    /// <summary>Three of four pages lie turned by 90, 180 or 270 degrees.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var documents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Documents;
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var pages = await RecognitionPages.GenerateAsync(new() { Seed = Seed, Count = documents, Turned = 0.75f }, folder.FullName);
            Console.WriteLine($"pages     {RecognitionPages.Describe(pages)}, seed {Seed}, {documents} documents");
            _ = Ours(pages[0].Image); // what is compiled then is compiled once for thousands of pages
            await using var recognition = new OurRecognition(folder.FullName, options => options.Workers = 1);
            var (ours, read, osd) = (new Answers(), new Answers(), new Answers());
            foreach (var page in pages)
            {
                var upright = (360 - page.Rotation) % 360;
                ours.Add(page, upright, await TimedAsync(() => Task.FromResult<int?>(Ours(page.Image))));
                read.Add(page, upright, await TimedAsync(async () => await recognition.TurnOfAsync(page)));
                osd.Add(page, upright, await TimedAsync(() => OsdAsync(page.Image)));
            }
            Console.WriteLine();
            Console.WriteLine("| pages | | right | wrong | undecided | CPU ms a page | as read: right | wrong | undecided | CPU ms a page, reading included | OSD: right | wrong | undecided | CPU ms a page |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            foreach (var group in pages.GroupBy(page => page.Group)) Print(group.Key, group);
            foreach (var group in pages.GroupBy(page => page.Rotation).OrderBy(group => group.Key)) Print($"{group.Key}°", group);
            Print("total", pages);
            return 0;

            void Print(string name, IEnumerable<BenchmarkPage> which)
            {
                var list = which.ToList();
                Console.WriteLine($"| {name} | {list.Count} | {ours.Of(list)} | {read.Of(list)} | {osd.Of(list)} |");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int? Degrees, double Seconds)> TimedAsync(Func<Task<int?>> detect)
    {
        var before = CpuTime.Seconds();
        var degrees = await detect();
        return (degrees, CpuTime.Seconds() - before);
    }

    /// <summary>Degrees clockwise that make it upright: the page's file decoded, its ink found, its position measured.</summary>
    private static int Ours(string image)
    {
        using var page = PageImage.Read(image, 0, null, MaxPixels);
        using var gray = page.Gray();
        using var ink = PageInk.Of(gray, page.Resolution);
        return ink is null ? 0 : PagePosition.Detect(ink).Quarters * 90;
    }

    /// <returns>Null when it finds too few letters to tell.</returns>
    private static async Task<int?> OsdAsync(string image)
    {
        var output = await Run.EverythingAsync("tesseract", image, "-", "--psm", "0");
        return Rotate().Match(output) is { Success: true } rotate ? int.Parse(rotate.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^Rotate: (\d+)", RegexOptions.Multiline)]
    private static partial Regex Rotate();

    private sealed class Answers
    {
        private readonly Dictionary<BenchmarkPage, (bool? IsRight, double Seconds)> _answers = [];

        public void Add(BenchmarkPage page, int upright, (int? Degrees, double Seconds) answer) =>
            _answers[page] = (answer.Degrees is { } degrees ? degrees == upright : null, answer.Seconds);

        public string Of(List<BenchmarkPage> pages)
        {
            var answers = pages.ConvertAll(page => _answers[page]);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{answers.Count(answer => answer.IsRight is true)} | {answers.Count(answer => answer.IsRight is false)} | {answers.Count(answer => answer.IsRight is null)} | {answers.Average(answer => answer.Seconds) * 1000:0}");
        }
    }
}
