using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// What the annexed list of a decision says of its number and day: it says them a second time. Where both agree the value is surer; where they
/// contradict each other the surer one is taken, and doubted.
/// </summary>
internal static class OwnNumber
{
    private const string Source = "cited-number/1";

    /// <summary>Of a value that the paper itself contradicts.</summary>
    private const double Contradicted = 0.6;

    /// <summary>Of what only the list says.</summary>
    private const double OnlyThere = 0.75;

    /// <summary>Whether the annex line names this very paper: the same symbol, and the same number but for one digit, or none to compare.</summary>
    /// <param name="facts">As the head says.</param>
    /// <param name="annex">An annex line.</param>
    /// <param name="onFirstPage">A list that begins with the line is a paper of its own; behind a decision whose number could not be read it is that decision's.</param>
    public static bool IsOwn(DocumentFacts facts, AnnexedTo annex, bool onFirstPage)
    {
        if (facts.Symbol is not { } symbol) return facts.Number is null && !onFirstPage && facts.Kind is not null;
        if (Folding.LettersAndDigits(symbol.Value) != Folding.LettersAndDigits(annex.Parsed.Symbol)) return false;
        return facts.Number is not { } number || DifferAtMostOnce(number.Value.TrimStart('0'), annex.Parsed.Number.TrimStart('0'));
    }

    /// <summary>A certificate names its decision in its text: that is the number it bears itself.</summary>
    public static IEnumerable<AnnexedTo> InCertificate(PageLayout page)
    {
        if (page.Flow is not { } flow) yield break;
        foreach (var cited in CitedNumber.Find(flow.Text))
            yield return new(flow.FactAt(cited.Start, cited.End - cited.Start, cited.Number.ToString(), cited.IsRepaired ? 0.7 : 1, Source), cited.Number, CitationRule.DayBehind(flow.Text, cited.End));
    }

    /// <param name="facts">As the head says.</param>
    /// <param name="annex">An annex line of which <see cref="IsOwn"/> holds.</param>
    public static DocumentFacts Check(DocumentFacts facts, AnnexedTo annex)
    {
        var second = annex.Number.Confidence;
        facts = facts with
        {
            Number = facts.Number is { } number ? Compare(number, annex.Number, annex.Parsed.Number) : annex.Number with { Value = annex.Parsed.Number, Confidence = Math.Min(second, OnlyThere) },
            Symbol = facts.Symbol is { } symbol
                ? symbol with { Confidence = Both(symbol.Confidence, second) }
                : annex.Number with { Value = annex.Parsed.Symbol, Confidence = Math.Min(second, OnlyThere) },
        };
        if (annex.Date is not { Day: not null } date) return facts;
        return facts with
        {
            IssuedOn = facts.IssuedOn is { } issued ? Compare(issued, annex.Number, date.ToString()) : annex.Number with { Value = date.ToString(), Confidence = Math.Min(second, OnlyThere) },
        };
    }

    /// <summary>What agrees is surer. Of what does not the surer one is taken, but not believed.</summary>
    private static Fact Compare(Fact head, Fact annex, string value)
    {
        if (head.Value.TrimStart('0') == value.TrimStart('0')) return head with { Confidence = Both(head.Confidence, annex.Confidence) };
        return head with { Value = head.Confidence >= annex.Confidence ? head.Value : value, Confidence = Math.Min(Math.Max(head.Confidence, annex.Confidence), Contradicted) };
    }

    /// <summary>Two that say the same would both have to be wrong.</summary>
    private static double Both(double one, double other) => Math.Round(1 - ((1 - one) * (1 - other)), 3);

    /// <summary>One digit is another, or lost, or added.</summary>
    private static bool DifferAtMostOnce(string one, string other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        var start = 0;
        while (start < one.Length && one[start] == other[start]) start++;
        return other.Length - one.Length <= 1 && (start == one.Length || one.AsSpan(other.Length > one.Length ? start : start + 1).SequenceEqual(other.AsSpan(start + 1)));
    }
}
