using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Recognition;

/// <summary>How pages are recognized on this machine.</summary>
public sealed class RecognitionOptions
{
    public const string Section = "Recognition";

    internal const string LanguagePattern = "^[A-Za-z0-9_]+(\\+[A-Za-z0-9_]+)*$";

    /// <value>Pages recognized at the same time, each in a process of its own. 1 to 256. Default: the cores of this machine.</value>
    [Range(1, 256)]
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <value>Tesseract's names of language data, joined by <c>+</c>. Default <c>vie</c>.</value>
    [Required, RegularExpression(LanguagePattern)]
    public string Language { get; set; } = "vie";

    /// <value>The folder with <c>vie.traineddata</c>. Default null: <c>TESSDATA_PREFIX</c>, else where distributions put it.</value>
    public string? TessdataFolder { get; set; }

    /// <value>Tesseract's <c>--psm</c>; see <c>tesseract(1)</c>. 3 to 12. Default 4, one column of text of any size.</value>
    [Range(3, 12)]
    public int PageSegmentation { get; set; } = 4;

    /// <value>For one page, everything included. 1 second to 1 hour. Default 2 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>A page that is read poorly is tried the other ways up and by other preparations, and rows that were missed are read by themselves,
    /// until the page has taken this much processor time. 0 (never) to 1 hour. Default 20 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RetryBudget { get; set; } = TimeSpan.FromSeconds(20);

    /// <value>Writable memory of one process that works on a page. 512 MiB to 64 GiB. Default 2 GiB.</value>
    [Range(512L << 20, 64L << 30)]
    public long WorkerMemoryBytes { get; set; } = 2L << 30;

    /// <value>Larger pages are made smaller, and so marked. 1 to 400 million. Default 100 million: A3 at 600 dpi has 70.</value>
    [Range(1_000_000, 400_000_000)]
    public int MaxPagePixels { get; set; } = 100_000_000;

    /// <value>For PDF pages that must be drawn before they are recognized. 100 to 600. Default 300.</value>
    [Range(100, 600)]
    public int RenderDpi { get; set; } = 300;

    /// <value>For the page image of a born-digital PDF, which is only looked at. 72 to 600. Default 150.</value>
    [Range(72, 600)]
    public int ViewDpi { get; set; } = 150;

    /// <value>Pages after which a worker is replaced, so that leaks stay small. 1 to 100,000. Default 200.</value>
    [Range(1, 100_000)]
    public int RecycleAfterPages { get; set; } = 200;

    /// <value>After which a worker without work is ended. 1 second to 1 day. Default 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>Mean confidence of a page's words below which it is marked for a person to look at. 0 (never) to 1. Default 0.82,
    /// which parts the pages of the demo set with a word in eight wrong or more from the others.</value>
    [Range(0.0, 1.0)]
    public double ReviewBelowConfidence { get; set; } = 0.82;

    /// <value>How much surer the engine must be of a page's words for a new result to take the place of the old. 0 to 1. Default 0.03.</value>
    [Range(0.0, 1.0)]
    public double BetterByConfidence { get; set; } = 0.03;

    /// <value>Whether a page image that was recognized before, in the same way, lends its result. Default true.</value>
    public bool ReuseResults { get; set; } = true;

    /// <value>Whether workers and Poppler give way to everything else on this machine. Default true.</value>
    public bool YieldToOthers { get; set; } = true;

    /// <value>The program and arguments of a worker. Default empty: <c>ocr-worker</c> of this executable.</value>
    public IReadOnlyList<string> WorkerCommand { get; set; } = [];
}
