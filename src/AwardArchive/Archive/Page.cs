using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>One page of a document. A row of the catalog, keyed by document and number.</summary>
public sealed class Page
{
    public Guid DocumentId { get; init; }

    /// <summary>From 1, in the order of the original.</summary>
    public int Number { get; init; }

    /// <summary>Of a page of a part: the scan that it came with. Its image and words stay stored under that name.</summary>
    public Guid? ScanId { get; init; }

    /// <summary>Of a page of a part: its number in the scan.</summary>
    public int? ScanPage { get; init; }

    /// <summary>Under which name its image and words are stored: that of the page in the file that arrived, whichever document it belongs to now.</summary>
    [JsonIgnore]
    public PagePlace Place => new(ScanId ?? DocumentId, ScanPage ?? Number);

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

    /// <summary>Other readings of words in <see cref="Text"/>, ascending; what the index is rebuilt from, too. A list once set is not changed.</summary>
    public IReadOnlyList<TextAlternative> Alternatives { get; set; } = [];

    /// <summary>Whether the page bears no more ink than dirt: it has no words because there are none.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Why a person should look at it; null when nobody need.</summary>
    public PageReview? Review { get; set; }

    /// <summary>Number of the <see cref="PageRecognition"/> that counts: whose words these are.</summary>
    public int Recognition { get; set; } = 1;

    /// <summary>Number of the <see cref="PageRecognition"/> with which the page image was stored.</summary>
    public int Image { get; set; } = 1;

    /// <summary>The highest number given to a <see cref="PageRecognition"/> of this page.</summary>
    public int LastRecognition { get; set; } = 1;

    public ChoiceBy ChosenBy { get; set; }

    /// <summary>The page is to be recognized again, and meanwhile stays as it is; null when nobody asks.</summary>
    public RecognitionWish? Wish { get; set; }

    /// <summary>Why the last wish could not be fulfilled, for a person, in Vietnamese; null when it could.</summary>
    public string? WishFailure { get; set; }

    /// <summary>Of its document: pages that came by themselves are recognized before those of bulk loads.</summary>
    public bool IsBulk { get; init; }

    /// <summary>When it is recognized, among pages that wait: the lower, the earlier. See <see cref="Batch"/>.</summary>
    public long Turn { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public Guid? LeaseOwner { get; set; }
}
