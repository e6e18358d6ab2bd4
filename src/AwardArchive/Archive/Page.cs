namespace AwardArchive.Archive;

/// <summary>One page of a document. A row of the catalog, keyed by document and number.</summary>
public sealed class Page
{
    public Guid DocumentId { get; init; }

    /// <summary>From 1, in the order of the original.</summary>
    public int Number { get; init; }

    public PageStatus Status { get; set; }

    /// <summary>For a person, in Vietnamese; null unless the page needs attention.</summary>
    public string? Reason { get; set; }

    /// <summary>Of the stored page image, in pixels; 0 until it is stored.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary><c>image/jpeg</c> or <c>image/png</c>; null until the image is stored.</summary>
    public string? ImageMediaType { get; set; }

    /// <summary>Mean confidence of its words, 0 to 1; null for a page without words.</summary>
    public double? Confidence { get; set; }

    /// <summary>NFC, lines divided by <c>\n</c>. What the index is rebuilt from.</summary>
    public string Text { get; set; } = "";

    public int Attempts { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }
}
