namespace AwardArchive.Archive;

/// <summary>A bulk load: files that came together. A row of the catalog, made when the first of its documents is laid out.</summary>
/// <remarks>
/// Batches share the machines fairly, page by page: every page gets a turn as it is laid out, one higher than the page before it in its batch, and
/// not below the turn at which the others stand; the lowest turn is next. So a batch of ten pages that comes while one of a hundred thousand is
/// worked on is done after twenty. (Start-time fair queueing, Goyal, Vin and Cheng 1996, with pages of equal cost.)
/// </remarks>
public sealed class Batch
{
    /// <summary>Characters of a name, at most.</summary>
    public const int MaxName = 100;

    /// <summary>As its sender calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The turn of its last page.</summary>
    public long LastTurn { get; set; }
}
