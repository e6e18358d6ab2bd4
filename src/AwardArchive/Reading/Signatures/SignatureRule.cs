using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Signatures;

/// <summary>Who signed, in which office and capacity: the first signature block below the head, the one at the right where several stand side by side.</summary>
/// <remarks>
/// Minutes and lists bear two signers: who made them at the left, who answers for them at the right. A declaration is signed by who declares, at
/// the right; who confirms it stands at the left. A block below is that of a copy. An annexed list has a block of its own.
/// </remarks>
internal static class SignatureRule
{
    private const string Source = "signature-block/1";

    /// <param name="pages">From the page with the head on.</param>
    /// <param name="headRuns">How many runs of the first of them are its head and title.</param>
    public static (Fact? Signer, Fact? Title, Fact? Capacity) Read(IEnumerable<PageLayout> pages, int headRuns)
    {
        var from = headRuns;
        foreach (var page in pages)
        {
            if (from == 0 && page.Runs.Take(12).Any(run => AnnexRule.IsAnnexLine(run.Text))) break;
            if (First(page, from) is { } block) return FactsOf(block);
            from = 0;
        }
        return (null, null, null);
    }

    private static SignatureBlock? First(PageLayout page, int from)
    {
        SignatureBlock? chosen = null;
        var bottom = int.MaxValue;
        var taken = new HashSet<TextRun>(ReferenceEqualityComparer.Instance);
        for (var i = from; i < page.Runs.Count && page.Runs[i].Box.Y <= bottom; i++)
        {
            if (!SignatureBlock.Opens(page.Runs[i]) || taken.Contains(page.Runs[i])) continue;
            var block = SignatureBlock.At(page, i);
            taken.UnionWith(block.Lines);
            // Without a name only what cannot be anything else: a heading of the body may begin like an office.
            if (block.Name is null && block.Center < page.Width * 0.55) continue;
            bottom = chosen is null ? block.Bottom : Math.Max(bottom, block.Bottom);
            if (chosen is null || block.Center > chosen.Center) chosen = block;
        }
        return chosen;
    }

    private static (Fact? Signer, Fact? Title, Fact? Capacity) FactsOf(SignatureBlock block)
    {
        var signer = block.Name is { } name ? TextRun.FactOf(name.Words, name.AsWritten, block.Page.Number, name.Name, name.Certainty, Source) : null;
        var office = Office(block.Lines);
        var certainty = block.Name is null ? 0.7 : 1;
        var marked = block.Lines.Select(line => (Line: line, Found: CapacityMark.ReadStart(line.Text))).LastOrDefault(line => line.Found is not null);
        return (
            signer,
            office.Count > 0 ? TitleOf(office, certainty) : null,
            marked.Found is { } mark ? marked.Line.FactAt(0, mark.Length, mark.Mark, certainty, Source) : null);
    }

    /// <summary>The last lines, from the one that begins with an office: "VIỆN TRƯỞNG / VIỆN HUÂN CHƯƠNG" is one. None where somebody signs for himself.</summary>
    private static IReadOnlyList<TextRun> Office(IReadOnlyList<TextRun> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var mark = CapacityMark.ReadStart(lines[i].Text);
            if (mark is { Mark: not "Q." }) break;
            var folded = Folding.Fold(lines[i].Text[(mark?.Length ?? 0)..]);
            if (Offices.IsRole(folded)) break;
            if (Offices.IsOffice(folded)) return [.. lines.Skip(i)];
        }
        return [];
    }

    private static Fact TitleOf(IReadOnlyList<TextRun> lines, double certainty)
    {
        var text = string.Join(' ', lines.Select(line => line.Text));
        var value = text.Trim(' ', '.', ',', ':', ';', '-', '_');
        return TextRun.FactOf(lines, text, CapacityMark.ReadStart(value) is null ? Offices.Mend(value) : value, certainty, Source);
    }
}
