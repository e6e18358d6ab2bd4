using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>Xapian with its own term generator and query parser over bare text, any word, BM25; a process for each client, talked to by lines.</summary>
internal sealed class Xapian : ISearchEngine
{
    // Debian's own: python3-xapian is built for it.
    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "xapian_peer.py");

    private readonly string database;
    private readonly List<Guid> ids = [];
    private readonly ConcurrentBag<Process> idle = [];

    private Xapian(string folder, string version)
    {
        database = Path.Combine(folder, "xapian");
        Version = $"Xapian {version}";
    }

    public static async Task<Xapian> CreateAsync(string folder) => new(folder, (await Run.OutputAsync(Python, Script, "version")).Trim());

    public string Name => "Xapian";

    public string Version { get; }

    public long IndexBytes => FolderSize.Of(database);

    public bool Answers(EngineQueryKind kind) => kind == EngineQueryKind.Words;

    public async Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        var timed = new TimedPapers(papers);
        using var builder = Start("build");
        try
        {
            foreach (var paper in timed)
            {
                ids.Add(paper.Id);
                await SendAsync(builder, paper.Text, paper.Title, cancellationToken);
            }
            builder.StandardInput.Close();
            await builder.StandardOutput.ReadToEndAsync(cancellationToken);
            await builder.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!builder.HasExited) builder.Kill();
        }
        return builder.ExitCode == 0 ? timed.Elapsed : throw new InvalidOperationException($"Xapian's builder ended with {builder.ExitCode}.");
    }

    public async Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        var process = idle.TryTake(out var waiting) ? waiting : Start("search");
        await SendAsync(process, query.Text, null, CancellationToken.None);
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Xapian's searcher has ended.");
        idle.Add(process);
        using var answer = JsonDocument.Parse(line);
        return new(answer.RootElement.GetProperty("total").GetInt32(), [.. answer.RootElement.GetProperty("top").EnumerateArray().Select(row => ids[row.GetInt32()])]);
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var process))
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private Process Start(string verb) =>
        Process.Start(new ProcessStartInfo(Python, [Script, verb, database]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static async Task SendAsync(Process process, string text, string? title, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { text = PeerText.Bare(text), title }).AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
    }
}
