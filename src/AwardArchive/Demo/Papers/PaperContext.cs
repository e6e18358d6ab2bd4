namespace AwardArchive.Demo.Papers;

/// <summary>What every paper needs: its writer, its random numbers, and the phrases that all of them share.</summary>
internal sealed class PaperContext(PaperWriter writer, SplitMix64 random, int? rows)
{
    public const string Republic = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    public PaperWriter Writer { get; } = writer;

    public SplitMix64 Random { get; } = random;

    /// <summary>Recipients in the list: the spec's, or drawn from the range.</summary>
    public int Rows(int fewest, int most) => rows ?? Random.Between(fewest, most);

    /// <summary>The head of a paper: issuing body and number at the left, name of the State, place and date at the right.</summary>
    /// <param name="issuer">Lines, the body above first; the last <paramref name="own"/> of them are the issuer's own name.</param>
    /// <param name="underNumber">Lines below the number: the V/v of a letter.</param>
    public void Head(
        string[] issuer, string number, string place, DateOnly date, int own = 1, string state = Republic, string[]? underNumber = null)
    {
        var size = Writer.HeadSize;
        var left = new List<ColumnLine>();
        for (var i = 0; i < issuer.Length; i++)
        {
            var isOwn = i >= issuer.Length - own;
            left.Add(new(issuer[i], isOwn ? InkStyle.Bold : InkStyle.Regular, size, Underline: i == issuer.Length - 1 ? 0.4f : 0));
        }
        left.Add(new(number, Size: Writer.Size, Gap: 4));
        foreach (var line in underNumber ?? []) left.Add(new(line, Size: size));
        Writer.Columns(
            left.ToArray(),
            [
                new(state, InkStyle.Bold, size),
                new(Motto, InkStyle.Bold, Writer.Size - 0.5f, Underline: 0.95f),
                new($"{place}, {InWords(date)}", InkStyle.Italic, Writer.Size, Gap: 4),
            ]);
        Writer.Space(10);
    }

    /// <summary>The head of a form that people fill in: its number, the name and motto of the State, type word and trích yếu.</summary>
    /// <param name="number"><c>01a/BMAH</c>.</param>
    /// <param name="space">Below the motto, in points.</param>
    public void FormHead(string number, float space, string type, string summary)
    {
        Writer.Columns([], [new($"Mẫu số {number}", InkStyle.Bold, 12)], 0.6f);
        Writer.Centered(Republic, InkStyle.Bold, 13);
        Writer.Centered(Motto, InkStyle.Bold, 13.5f, 0.95f);
        Writer.Space(space);
        Title(type, summary);
    }

    /// <summary>Type word and trích yếu, centered.</summary>
    public void Title(string type, params ReadOnlySpan<string> summary)
    {
        Writer.Centered(type, InkStyle.Bold, 14.5f);
        for (var i = 0; i < summary.Length; i++)
            Writer.Centered(summary[i], InkStyle.Bold, 13.5f, i == summary.Length - 1 ? 0.3f : 0);
        Writer.Space(8);
    }

    /// <summary>The authorities in italics, one paragraph each; the comma of the last leads on to the decision.</summary>
    public void Grounds(params ReadOnlySpan<string> grounds)
    {
        for (var i = 0; i < grounds.Length; i++)
            Writer.Paragraph(grounds[i] + (i == grounds.Length - 1 ? "," : ";"), InkStyle.Italic);
    }

    /// <summary>"Nơi nhận:" and its lines.</summary>
    public ColumnLine[] Receivers(params ReadOnlySpan<string> lines)
    {
        var receivers = new List<ColumnLine> { new("Nơi nhận:", InkStyle.BoldItalic, 12, Flush: true) };
        foreach (var line in lines) receivers.Add(new(line, Size: Writer.IsTyped ? Writer.HeadSize : 11, Flush: true));
        return receivers.ToArray();
    }

    public static ColumnLine[] Authority(params ReadOnlySpan<string> lines)
    {
        var authority = new ColumnLine[lines.Length];
        for (var i = 0; i < lines.Length; i++) authority[i] = new(lines[i], InkStyle.Bold);
        return authority;
    }

    /// <summary>Days below 10 and the months 1 and 2 with a zero, as the rules ask.</summary>
    public static string InWords(DateOnly date) =>
        $"ngày {date.Day:00} tháng {(date.Month < 3 ? $"0{date.Month}" : $"{date.Month}")} năm {date.Year}";

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Slashed(DateOnly date) => $"{date.Day:00}/{date.Month:00}/{date.Year}";
}
