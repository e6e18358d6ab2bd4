namespace AwardArchive.Recognition.Exports;

/// <summary>A document being written, page by page: never more than one page of it is in memory.</summary>
internal interface IPageExport
{
    /// <summary>Writes the next page; one that was not recognized keeps its place.</summary>
    /// <param name="page">In order from 1, without gaps.</param>
    /// <param name="cancellationToken">What is written so far is then of no use.</param>
    /// <exception cref="InvalidDataException">The page's image cannot be held. Nothing of the page was written: it can be added without.</exception>
    Task AddAsync(ExportPage page, CancellationToken cancellationToken);

    /// <summary>Writes what comes after the last page. Without it the export is not whole.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
