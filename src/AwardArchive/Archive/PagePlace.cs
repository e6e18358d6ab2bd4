namespace AwardArchive.Archive;

/// <summary>A page by its document and its number in it, from 1.</summary>
public readonly record struct PagePlace(Guid Document, int Page);
