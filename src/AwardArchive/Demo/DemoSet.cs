using AwardArchive.Demo.Papers;

namespace AwardArchive.Demo;

/// <summary>A mix to be drawn.</summary>
internal sealed record DemoOptions
{
    public ulong Seed { get; init; } = 1;

    /// <value>Documents; 1 or more. Default 12.</value>
    public int Count { get; init; } = 12;

    /// <value>Each is as likely. Default all.</value>
    public IReadOnlyList<DemoLevel> Levels { get; init; } = Enum.GetValues<DemoLevel>();

    /// <value>Share of documents whose pages lie turned by 90, 180 or 270 degrees, 0 to 1. Default none.</value>
    public float Turned { get; init; }
}

/// <summary>Demo documents to be made by <see cref="DemoGenerator"/>.</summary>
internal sealed record DemoSet(IReadOnlyList<DemoSpec> Documents)
{
    /// <summary>What sets are drawn from. A seed names its scans for ever: kinds that came later stay out.</summary>
    private static readonly DemoKind[] DrawnKinds =
    [
        DemoKind.ProvinceDecision, DemoKind.MotherDecision, DemoKind.StateCouncilDecision, DemoKind.MinistersDecision, DemoKind.WartimeDecision,
        DemoKind.RecipientList, DemoKind.Submission, DemoKind.MotherDeclaration, DemoKind.Minutes, DemoKind.MeritCertificate, DemoKind.OrderCertificate,
        DemoKind.DeathNotice, DemoKind.Letter,
    ];

    /// <summary>What <c>award-archive demo</c> writes: every kind that sets are drawn from, half of the papers in the official form of scans.</summary>
    public static DemoSet Default { get; } = new(
    [
        new(DemoKind.MotherDecision, DemoLevel.Office, DemoContainer.PdfColor, 101, Rows: 60),
        new(DemoKind.ProvinceDecision, DemoLevel.Clean, DemoContainer.PdfColor, 102, Rows: 36),
        new(DemoKind.StateCouncilDecision, DemoLevel.Old, DemoContainer.PdfColor, 103, Rows: 34),
        new(DemoKind.MinistersDecision, DemoLevel.Old, DemoContainer.TiffJpeg, 104),
        new(DemoKind.WartimeDecision, DemoLevel.Old, DemoContainer.PdfColor, 105),
        new(DemoKind.RecipientList, DemoLevel.Office, DemoContainer.PdfGray, 106, Rows: 58),
        new(DemoKind.RecipientList, DemoLevel.Fax, DemoContainer.TiffGroup4, 107, Rows: 40),
        new(DemoKind.Submission, DemoLevel.Office, DemoContainer.PdfColor, 108),
        new(DemoKind.MotherDeclaration, DemoLevel.Office, DemoContainer.PdfColor, 109),
        new(DemoKind.Minutes, DemoLevel.Clean, DemoContainer.TiffLzw, 110),
        new(DemoKind.MeritCertificate, DemoLevel.Old, DemoContainer.PdfColor, 111),
        new(DemoKind.OrderCertificate, DemoLevel.Office, DemoContainer.Jpeg, 112),
        new(DemoKind.DeathNotice, DemoLevel.Old, DemoContainer.PdfColor, 113),
        new(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.Png, 114),
        new(DemoKind.Letter, DemoLevel.Office, DemoContainer.PdfGroup4, 115),
        new(DemoKind.MotherDecision, DemoLevel.Clean, DemoContainer.BornDigitalPdf, 116, Rows: 30),
    ]);

    /// <summary>One document, for a test.</summary>
    public static DemoSet One(DemoKind kind, DemoLevel level, DemoContainer container, ulong seed = 1) => new([new(kind, level, container, seed, Rows: 4)]);

    /// <summary>Scans of all levels and containers with exactly so many pages; the same for ever.</summary>
    /// <exception cref="MissingFontException">A font package is not installed: pages are counted by laying them out.</exception>
    public static DemoSet Benchmark(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pages);
        using var fonts = new DemoFonts();
        var documents = new List<DemoSpec>();
        var random = new SplitMix64(20150210);
        while (pages > 0)
        {
            var spec = Draw(random, documents.Count, Enum.GetValues<DemoLevel>(), turned: 0);
            var length = DemoPapers.LayOut(spec, fonts).Sheets.Count;
            // A certificate has one page, whatever its seed.
            if (length > pages) (spec, length) = (spec with { Kind = DemoKind.MeritCertificate }, 1);
            documents.Add(spec);
            pages -= length;
        }
        return new(documents);
    }

    /// <summary>As the options say.</summary>
    public static DemoSet Mix(DemoOptions options)
    {
        var random = new SplitMix64(options.Seed);
        return new([.. Enumerable.Range(0, options.Count).Select(i => Draw(random, i, options.Levels, options.Turned))]);
    }

    private static DemoSpec Draw(SplitMix64 random, int ordinal, IReadOnlyList<DemoLevel> levels, float turned)
    {
        // Half of all scans are in the official form; a fax is black and white whatever holds it.
        var level = levels[(int)(random.Next() % (ulong)levels.Count)];
        var container = level is DemoLevel.Fax
            ? random.Pick(DemoContainer.TiffGroup4, DemoContainer.PdfGroup4)
            : ordinal % 2 == 0
                ? DemoContainer.PdfColor
                : random.Pick(DemoContainer.PdfGray, DemoContainer.TiffJpeg, DemoContainer.TiffGroup4, DemoContainer.PdfGroup4, DemoContainer.Jpeg);
        return new(DrawnKinds[(ordinal * 5) % DrawnKinds.Length], level, container, random.Next(), Turned: random.Chance(turned));
    }
}
