using AwardArchive.Benchmarks.Search.Corpus;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <param name="Text">As a person types it; quoted stretches are phrases.</param>
/// <param name="Kind">What it is about, for engines that must be asked in another way for it.</param>
internal sealed record EngineQuery(string Text, EngineQueryKind Kind = EngineQueryKind.Words);

internal enum EngineQueryKind
{
    Words,

    /// <summary>A name that the scan may have misread.</summary>
    Fuzzy,

    /// <summary>Words, with the matching papers counted by kind and year.</summary>
    Facets,

    /// <summary>The beginning of what is typed, to be gone on with.</summary>
    Suggestion,
}

/// <param name="Total">Papers that match.</param>
/// <param name="Top">Ten at most, best first.</param>
internal sealed record EngineAnswer(int Total, IReadOnlyList<Guid> Top);

/// <summary>A search engine as its manual sets it up, over papers of the corpus.</summary>
internal interface ISearchEngine : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Name and version of what is measured.</summary>
    string Version { get; }

    /// <summary>What it can be asked at all.</summary>
    bool Answers(EngineQueryKind kind);

    /// <summary>Indexes all papers, durably. Called once, before any search.</summary>
    /// <returns>Time that was not the engine's: making or bringing the texts.</returns>
    Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken);

    /// <summary>Bytes on disk of what it searches in, without the texts.</summary>
    long IndexBytes { get; }

    /// <summary>The ten best with their titles or more, and the count. From several threads at once.</summary>
    Task<EngineAnswer> SearchAsync(EngineQuery query);
}
