namespace AwardArchive.Recognition.Workers;

/// <summary>Recognizes the text on prepared page images, one after the other, on the calling thread.</summary>
internal interface IOcrEngine : IDisposable
{
    EngineInfo Info { get; }

    /// <param name="pageSegmentation">Other than the settings', as <c>--psm</c>.</param>
    /// <param name="budget">When it is spent, rows that were missed are not looked at again.</param>
    PageReading Recognize(PreparedPage page, int? pageSegmentation, RetryBudget budget);
}

/// <param name="Words">In reading order, boxes in pixels of the page before its preparation; empty for a blank page.</param>
/// <param name="Coverage">Of the area of all that looks like rows of text, what was read as words; 0 without words.</param>
internal sealed record PageReading(IReadOnlyList<Word> Words, double Coverage);
