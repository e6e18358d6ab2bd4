using System.Text.Json;
using AwardArchive.Demo;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Benchmarks;

/// <summary>A page of the generator as the engine reads it, without language knowledge, beside what stands on it.</summary>
internal sealed record ReadPage(DemoLevel Level, TruthPage Truth, PageWords Words);

/// <summary>Recognizes upright pages of some seeds. Slow, so that what was read can be kept in a folder from one run to the next.</summary>
internal static class ReadPages
{
    // Documents of one to three pages: about forty pages.
    private const int DocumentsPerSeed = 24;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="seeds">Of the mixes.</param>
    /// <param name="kept">A folder for what was read, a file a seed; null keeps nothing. Empty it when recognition changes.</param>
    public static async Task<IReadOnlyList<ReadPage>> OfAsync(IEnumerable<ulong> seeds, string? kept)
    {
        var pages = new List<ReadPage>();
        foreach (var seed in seeds)
        {
            var file = kept is null ? null : Path.Combine(kept, $"seed-{seed}.json");
            if (file is not null && File.Exists(file))
            {
                pages.AddRange(JsonSerializer.Deserialize<List<ReadPage>>(await File.ReadAllTextAsync(file), Json)!);
                continue;
            }
            var read = await ReadAsync(seed);
            if (file is not null)
            {
                Directory.CreateDirectory(kept!);
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(read, Json));
            }
            pages.AddRange(read);
        }
        return pages;
    }

    private static async Task<List<ReadPage>> ReadAsync(ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-");
        try
        {
            var documents = DemoGenerator.Generate(DemoSet.Mix(new() { Seed = seed, Count = DocumentsPerSeed }), folder.FullName, CancellationToken.None);
            var options = Options.Create(new RecognitionOptions { Workers = 1 });
            var sandbox = OurRecognition.Sandbox(folder.FullName);
            await using var pool = new OcrWorkerPool(options, sandbox, TimeProvider.System, NullLogger<OcrWorkerPool>.Instance);
            var recognizer = new PageRecognizer(pool, new PageRasterizer(options, sandbox), options, TimeProvider.System);
            var pages = new List<ReadPage>();
            foreach (var document in documents)
            {
                foreach (var truth in document.Truth.Pages)
                {
                    var scratch = folder.CreateSubdirectory("scratch");
                    var recognized = await recognizer.RecognizeAsync(
                        document.Path, MediaType(document.Path), truth.Number, scratch.FullName, CancellationToken.None);
                    pages.Add(new(document.Truth.Level, truth, recognized.Words with { Words = [.. recognized.Words.Words.Select(AsRead)] }));
                    scratch.Delete(recursive: true);
                }
            }
            return pages;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Word AsRead(Word word) =>
        word with { Text = word.IsCorrected ? word.Alternatives[0].Text : word.Text, IsCorrected = false, Alternatives = [] };

    public static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".pdf" => "application/pdf",
        ".tif" => "image/tiff",
        ".png" => "image/png",
        _ => "image/jpeg",
    };
}
