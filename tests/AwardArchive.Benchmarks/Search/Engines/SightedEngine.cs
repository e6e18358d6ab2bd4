using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>Our engine as somebody asks it.</summary>
internal sealed class SightedEngine(string name, OurEngine engine, Actor actor) : ISearchEngine
{
    public string Name => name;

    public string Version => engine.Version;

    public long IndexBytes => engine.IndexBytes;

    /// <inheritdoc cref="OurEngine.Segments"/>
    public int Segments
    {
        get
        {
            using var _ = Actor.Use(actor);
            return engine.Segments;
        }
    }

    public bool Answers(EngineQueryKind kind) => engine.Answers(kind);

    public Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken) => engine.BuildAsync(papers, cancellationToken);

    public async Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        using var _ = Actor.Use(actor);
        return await engine.SearchAsync(query);
    }

    /// <summary>Whoever made the engine ends it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
