namespace AwardArchive.Archive;

/// <summary>One accepted original and what has become of it. A row of the catalog.</summary>
public sealed class Document
{
    /// <summary>UUID version 7: sorts by time of arrival.</summary>
    public Guid Id { get; init; }

    /// <summary>The name it arrived under, cleaned for display; never used as a path.</summary>
    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public long ByteSize { get; init; }

    /// <summary>Of the original's bytes, 64 lower-case hexadecimal digits. Unique with <see cref="Copy"/>, but for papers of one scan, which share its original.</summary>
    public required string Sha256 { get; init; }

    /// <summary>0 for the first document that came as these bytes. Who hands them in and sees none of those that there are gets one more, with the next number: they learn nothing of the others.
    /// Of all of them the object in the store is the same one.</summary>
    public int Copy { get; set; }

    public DocumentStatus Status { get; set; }

    /// <summary>For a person, in Vietnamese; null unless the document needs attention or is withdrawn.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Known at the door, from the file itself.</summary>
    public int PageCount { get; set; }

    /// <summary>The scan of several papers that this one was cut from; null for what arrived by itself. A part has no original of its own.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>Of a part: its first page in the scan, from 1.</summary>
    public int? FirstPage { get; init; }

    /// <summary>The reading found heads of other papers in it, and nobody has decided about these cuts.</summary>
    public bool IsSplitProposed { get; set; }

    /// <summary>Of its reading, without the cuts that <see cref="IsSplitProposed"/> tells of; a column of its own, so that what a person should look at is read from an index.</summary>
    public int WarningCount { get; set; }

    /// <summary>Where the paper lies, in the words of who handed it in.</summary>
    public string? SourceReference { get; set; }

    /// <summary>The bulk load it came with; null for what somebody sent by itself, which goes first.</summary>
    public string? Batch { get; init; }

    /// <summary>Whether it came with a <see cref="Batch"/>; a column of its own, so that what is due next is read from an index.</summary>
    public bool IsBulk
    {
        get => Batch is not null;
        private init { } // for the catalog, which reads its rows into it
    }

    public Guid? DossierId { get; set; }

    /// <summary>Which sheets ("tờ") of its dossier it is; null where nobody has said it.</summary>
    public int? SheetFrom { get; set; }

    public int? SheetTo { get; set; }

    public Confidentiality Confidentiality { get; set; }

    /// <summary>What was read from the words; null until read.</summary>
    public DocumentFacts? Facts { get; set; }

    /// <summary>Words changed since the facts were read: they are read again, and meanwhile the document stays where it is.</summary>
    public bool IsReadingDue { get; set; }

    /// <summary>Grows with every committed change; the ETag of REST.</summary>
    public int Version { get; set; }

    /// <summary>Attempts at the present document-wide step (laying out pages, reading).</summary>
    public int Attempts { get; set; }

    /// <summary>Until when a worker holds the present step; null when nobody does.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }

    public List<Page> Pages { get; } = [];

    /// <summary>Where one of its pages stands in the original file, which says under which name image and words are stored.</summary>
    /// <param name="number">Of the page in this document, from 1.</param>
    public PagePlace PlaceOf(int number) => PartOf is { } scan ? new(scan, FirstPage!.Value + number - 1) : new(Id, number);
}
