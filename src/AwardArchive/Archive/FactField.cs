namespace AwardArchive.Archive;

/// <summary>A field of a document's facts that a person may correct. One fact is a list of at most one.</summary>
/// <param name="Name">As JSON calls it.</param>
/// <param name="IsList">It may hold many facts; they are stated together.</param>
internal sealed record FactField(
    string Name, bool IsList, Func<DocumentFacts, IReadOnlyList<Fact>> Get, Func<DocumentFacts, IReadOnlyList<Fact>, DocumentFacts> With)
{
    public static readonly IReadOnlyList<FactField> All =
    [
        One("kind", facts => facts.Kind, (facts, fact) => facts with { Kind = fact }),
        One("number", facts => facts.Number, (facts, fact) => facts with { Number = fact }),
        One("symbol", facts => facts.Symbol, (facts, fact) => facts with { Symbol = fact }),
        One("issuedOn", facts => facts.IssuedOn, (facts, fact) => facts with { IssuedOn = fact }),
        One("place", facts => facts.Place, (facts, fact) => facts with { Place = fact }),
        One("issuer", facts => facts.Issuer, (facts, fact) => facts with { Issuer = fact }),
        One("parent", facts => facts.Parent, (facts, fact) => facts with { Parent = fact }),
        One("title", facts => facts.Title, (facts, fact) => facts with { Title = fact }),
        One("award", facts => facts.Award, (facts, fact) => facts with { Award = fact }),
        One("awardClass", facts => facts.AwardClass, (facts, fact) => facts with { AwardClass = fact }),
        One("signer", facts => facts.Signer, (facts, fact) => facts with { Signer = fact }),
        One("signerTitle", facts => facts.SignerTitle, (facts, fact) => facts with { SignerTitle = fact }),
        One("capacity", facts => facts.Capacity, (facts, fact) => facts with { Capacity = fact }),
        One("secrecy", facts => facts.Secrecy, (facts, fact) => facts with { Secrecy = fact }),
        One("copyMark", facts => facts.CopyMark, (facts, fact) => facts with { CopyMark = fact }),
        One("annexTo", facts => facts.AnnexTo, (facts, fact) => facts with { AnnexTo = fact }),
        new("citations", true, facts => facts.Citations, (facts, list) => facts with { Citations = list }),
        new("sentTo", true, facts => facts.SentTo, (facts, list) => facts with { SentTo = list }),
    ];

    public static FactField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    private static FactField One(string name, Func<DocumentFacts, Fact?> get, Func<DocumentFacts, Fact?, DocumentFacts> with) =>
        new(name, false, facts => get(facts) is { } fact ? [fact] : [], (facts, list) => with(facts, list.Count > 0 ? list[0] : null));
}
