namespace AwardArchive.Recognition.Workers;

/// <summary>How a page is prepared and read.</summary>
/// <param name="Name">For <see cref="EngineInfo.Parameters"/>.</param>
/// <param name="PageSegmentation">Other than the settings'.</param>
internal sealed record Treatment(string Name, int? PageSegmentation = null)
{
    private const int SparseText = 11;

    /// <summary>By what the page shows.</summary>
    public static readonly Treatment Usual = new("usual");

    /// <summary>What of a page that was read poorly may be the matter, the likeliest first.</summary>
    public static readonly IReadOnlyList<Treatment> Others =
    [
        new("front") { FrontOnly = true },
        new("large") { LargeLetters = true },
        new("light") { Flatten = true },
        new("sparse", SparseText),
    ];

    /// <summary>Whether pale strokes are dropped: print of the other side.</summary>
    public bool FrontOnly { get; private init; }

    /// <summary>Whether letters are brought to twice the usual height, and small ones made larger.</summary>
    public bool LargeLetters { get; private init; }

    /// <summary>Whether the paper is made white however even it is.</summary>
    public bool Flatten { get; private init; }
}
