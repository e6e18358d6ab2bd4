namespace AwardArchive.Recognition.Workers;

/// <summary>Recognizes the text on prepared page images, one after the other, on the calling thread.</summary>
internal interface IOcrEngine : IDisposable
{
    EngineInfo Info { get; }

    /// <returns>Words in reading order, boxes in pixels of the page before its preparation; empty for a blank page.</returns>
    IReadOnlyList<Word> Recognize(PreparedPage page);
}
