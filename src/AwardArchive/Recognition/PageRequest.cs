namespace AwardArchive.Recognition;

/// <summary>How one page is to be recognized; what is null is as the settings say.</summary>
/// <param name="PageSegmentation">Tesseract's <c>--psm</c>.</param>
/// <param name="Language">Tesseract's names of language data, joined by <c>+</c>.</param>
/// <param name="Known">Where to look for the same image first; null: nowhere.</param>
internal sealed record PageRequest(int? PageSegmentation = null, string? Language = null, KnownImages? Known = null);

/// <summary>Page images recognized before, as one original needs them.</summary>
/// <param name="Pages">Those that are known and may be reused.</param>
/// <param name="OriginalSha256">Of the original's bytes: it need not be read through for each of its pages.</param>
internal sealed record KnownImages(IKnownPages Pages, string OriginalSha256);

/// <summary>Pages recognized before, as far as a document may know of them.</summary>
internal interface IKnownPages
{
    /// <summary>Looks for a page that was made from the same image in the same way.</summary>
    /// <param name="source">As <see cref="PageOrigin.Sha256"/> gives it.</param>
    /// <param name="page">The number that the words shall bear.</param>
    /// <param name="scratchFolder">For a copy of the page image.</param>
    /// <returns>Null when it is not known, or what was kept of it is not whole.</returns>
    Task<RecognizedPage?> FindAsync(string source, int page, string scratchFolder, CancellationToken cancellationToken);
}
