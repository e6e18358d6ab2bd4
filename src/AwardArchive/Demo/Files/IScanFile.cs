namespace AwardArchive.Demo.Files;

/// <summary>A file that takes scanned pages one by one, in order; complete when disposed of.</summary>
internal interface IScanFile : IDisposable
{
    void Add(ScannedPage page);
}
