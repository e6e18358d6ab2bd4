using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Capture;

/// <summary>What may come through the door.</summary>
public sealed class CaptureOptions
{
    public const string Section = "Capture";

    /// <value>Largest file. 1 KiB to 64 GiB. Default 2 GiB.</value>
    [Range(1L << 10, 64L << 30)]
    public long MaxBytes { get; set; } = 2L << 30;

    /// <value>Most pages of one file. 1 to 100,000. Default 5,000.</value>
    [Range(1, 100_000)]
    public int MaxPages { get; set; } = 5_000;

    /// <value>Most pixels of one page image. 1 million to 2 billion. Default 250 million: A0 at 300 dpi has 139 million.</value>
    [Range(1_000_000, 2_000_000_000)]
    public long MaxPixels { get; set; } = 250_000_000;

    /// <value>Longest side of a page image in pixels. 1,000 to 65,535. Default 40,000.</value>
    [Range(1_000, 65_535)]
    public int MaxSide { get; set; } = 40_000;

    /// <value>How long pdfinfo may look at one PDF. 1 second to 10 minutes. Default 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PdfTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>Address space of pdfinfo. 64 MiB to 64 GiB. Default 1 GiB.</value>
    [Range(64L << 20, 64L << 30)]
    public long PdfMemoryBytes { get; set; } = 1L << 30;

    /// <value>Processes that look into files and make images for the screen. 1 to 256. Default: the cores of this machine, at least 2.</value>
    [Range(1, 256)]
    public int FileWorkers { get; set; } = Math.Max(2, Environment.ProcessorCount);

    /// <value>How long one of them may take over a file. 1 second to 1 hour. Default 2 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>Writable memory of one of them. 512 MiB to 64 GiB. Default 2 GiB: an image of <see cref="MaxPixels"/> takes 1.</value>
    [Range(512L << 20, 64L << 30)]
    public long FileMemoryBytes { get; set; } = 2L << 30;

    /// <value>Files after which one is replaced, so that what took it over does not stay. 1 to 100,000. Default 500.</value>
    [Range(1, 100_000)]
    public int RecycleAfterFiles { get; set; } = 500;
}
