using AwardArchive.Archive;

namespace AwardArchive.Reading;

/// <summary>Makes all facts of a document less sure at once.</summary>
internal static class Doubt
{
    /// <param name="facts">As read.</param>
    /// <param name="factor">0 to 1; by it every confidence is multiplied.</param>
    public static DocumentFacts Of(DocumentFacts facts, double factor)
    {
        if (factor >= 1) return facts;
        return facts with
        {
            Kind = Less(facts.Kind), Number = Less(facts.Number), Symbol = Less(facts.Symbol), IssuedOn = Less(facts.IssuedOn), Place = Less(facts.Place),
            Title = Less(facts.Title), Issuer = Less(facts.Issuer), Parent = Less(facts.Parent), Award = Less(facts.Award), AwardClass = Less(facts.AwardClass),
            Signer = Less(facts.Signer), SignerTitle = Less(facts.SignerTitle), Capacity = Less(facts.Capacity), Secrecy = Less(facts.Secrecy),
            CopyMark = Less(facts.CopyMark), AnnexTo = Less(facts.AnnexTo),
            Citations = [.. facts.Citations.Select(Less)!], SentTo = [.. facts.SentTo.Select(Less)!],
        };

        Fact? Less(Fact? fact) => fact is null ? null : fact with { Confidence = Math.Round(fact.Confidence * factor, 3) };
    }
}
