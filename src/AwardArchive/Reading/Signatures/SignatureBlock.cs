namespace AwardArchive.Reading.Signatures;

/// <summary>Lines of authority, and the name below them where one could be read.</summary>
/// <param name="Lines">At least one, from top to bottom: <c>TM. ỦY BAN NHÂN DÂN</c>, <c>KT. CHỦ TỊCH</c>, <c>PHÓ CHỦ TỊCH</c>.</param>
internal sealed record SignatureBlock(PageLayout Page, IReadOnlyList<TextRun> Lines, SignedName? Name)
{
    /// <summary>Lines of authority stand as close as lines of a paragraph, or a little wider.</summary>
    private const double LinePitches = 2.2;

    /// <summary>Room for the signature and the seal, in heights of a word.</summary>
    private const double SigningSpace = 22;

    /// <summary>In heights of a word, between the middles of an office and of the name below it.</summary>
    private const double OffCenter = 1.5;

    /// <summary>As many runs are looked at below a block.</summary>
    private const int LookAhead = 60;

    public int Top => Lines[0].Box.Y;

    public int Bottom => Math.Max(Lines[^1].Box.Bottom, Name?.Words.Max(word => word.Box.Bottom) ?? 0);

    public double Center => Lines.Average(line => line.Center);

    /// <summary>Whether a line can be the first of a block.</summary>
    public static bool Opens(TextRun run)
    {
        if (!run.IsCapitals || run.Words.Count > 14) return false;
        if (CapacityMark.ReadStart(run.Text) is not null) return true;
        var folded = Vietnamese.Folding.Fold(run.Text);
        return Offices.IsOffice(folded) || Offices.IsRole(folded);
    }

    /// <param name="first">Index of the run that opens it.</param>
    public static SignatureBlock At(PageLayout page, int first)
    {
        var lines = new List<TextRun> { page.Runs[first] };
        var (last, end) = (first, Math.Min(page.Runs.Count, first + LookAhead));
        for (var i = first + 1; i < end; i++)
        {
            var run = page.Runs[i];
            if (run.Middle - lines[^1].Middle > page.LinePitch * LinePitches) break;
            if (IsDirt(run) || !IsInColumn(page, lines, run)) continue;
            if (!run.IsCapitals) break;
            lines.Add(run);
            last = i;
        }
        var name = NameBelow(page, lines, last + 1, end);
        // A copy has no room for a signature: the name is the last line of capitals.
        if (name is null && lines.Count > 1 && SignedName.Read(lines[^1].Words) is { Certainty: 1 } inCapitals)
        {
            name = inCapitals;
            lines.RemoveAt(lines.Count - 1);
        }
        return new(page, lines, name);
    }

    private static SignedName? NameBelow(PageLayout page, List<TextRun> lines, int from, int end)
    {
        SignedName? unsure = null;
        for (var i = from; i < end; i++)
        {
            var run = page.Runs[i];
            if (run.Middle - lines[^1].Middle > page.Unit * SigningSpace) break;
            if (run.Middle - lines[^1].Middle < page.Unit / 2 || !IsInColumn(page, lines, run)) continue;
            // Another block begins: a second signer, or the copy's.
            if (Opens(run) || CopyMarkRule.IsMark(run) || BodyStart.IsCue(run) || IsProse(page, run)) break;
            if (SignedName.Read(LineOf(page, run, i)) is not { } name) continue;
            // A name stands below the middle of its office: one that does not has lost a word below the seal.
            if (Math.Abs(CenterOf(name.Words) - lines[^1].Center) > page.Unit * OffCenter) name = name with { Certainty = name.Certainty * 0.8 };
            if (name.Certainty > 0.6) return name;
            unsure ??= name;
        }
        return unsure;
    }

    /// <summary>A name may be cut by wide gaps: all that stands beside it in the same half of the page.</summary>
    private static List<Recognition.Word> LineOf(PageLayout page, TextRun run, int at)
    {
        var words = run.Words.ToList();
        for (var i = at + 1; i < page.Runs.Count && i < at + 20; i++)
        {
            var next = page.Runs[i];
            if (next.Middle - run.Middle > page.Unit) break;
            if (Math.Abs(next.Middle - run.Middle) <= page.Unit * 0.6 && next.Box.X > words[^1].Box.Right && next.Box.X - words[^1].Box.Right < page.Unit * 6) words.AddRange(next.Words);
        }
        return words;
    }

    private static bool IsInColumn(PageLayout page, List<TextRun> lines, TextRun run)
    {
        var (left, right) = (lines.Min(line => line.Box.X), lines.Max(line => line.Box.Right));
        // A short office has a longer name below it.
        var slack = page.Unit * 5;
        return run.Center > left - slack && run.Center < right + slack && (run.IsAboveOrBelow(lines[^1]) || Math.Abs(run.Center - lines.Average(line => line.Center)) < slack);
    }

    /// <summary>Strokes of a signature or a seal: nothing that is a word, or hardly believed.</summary>
    private static bool IsDirt(TextRun run) => !run.Words.Any(word => word.Text.Count(char.IsLetter) >= 3 && word.Confidence > 0.2);

    private static double CenterOf(IReadOnlyList<Recognition.Word> words) => (words.Min(word => word.X) + words.Max(word => word.Box.Right)) / 2.0;

    /// <summary>Running text: the block has ended, or was none.</summary>
    private static bool IsProse(PageLayout page, TextRun run) => run.Box.Width > page.Width * 0.5 && run.Words.Count > 7;
}
