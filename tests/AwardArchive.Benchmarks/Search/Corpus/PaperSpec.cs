namespace AwardArchive.Benchmarks.Search.Corpus;

internal enum PaperKind
{
    MotherDecision,
    StateDecision,
    WartimeDecision,
    ProvinceDecision,
    DeathNotice,
    Declaration,
    Letter,
    Minutes,
}

/// <param name="Name">The person's.</param>
/// <param name="Printed">The name as it stands in the text: as misread, where the scan misread it.</param>
internal sealed record PaperPerson(string Name, int BirthYear, string Commune, string District, string Printed);

/// <summary>What a paper says, before it is written: the truth that queries are judged by.</summary>
/// <param name="Province">As printed: of the paper's own time.</param>
/// <param name="Award">Canonical, without class.</param>
/// <param name="Class">Null for an award without classes.</param>
/// <param name="People">In the list, or the one the paper is about.</param>
/// <param name="Cited">Whole numbers of other papers.</param>
/// <param name="Sentences">Put into the body as they are.</param>
/// <param name="Noise">Words misread, of one.</param>
internal sealed record PaperSpec(
    PaperKind Kind, string Number, string Symbol, DateOnly Date, CorpusProvince Province, string District, string Award, string? Class,
    IReadOnlyList<PaperPerson> People, IReadOnlyList<string> Cited, IReadOnlyList<string> Sentences, float Noise, int MinPages)
{
    public string WholeNumber => $"{Number}/{Symbol}";

    public bool IsDecision => Kind is PaperKind.MotherDecision or PaperKind.StateDecision or PaperKind.WartimeDecision or PaperKind.ProvinceDecision;
}

/// <summary>A paper as the archive has it after recognition.</summary>
/// <param name="KindName">The paper's own type word.</param>
/// <param name="Pages">Texts, lines divided by <c>\n</c>.</param>
internal sealed record CorpusDocument(
    Guid Id, string KindName, string Number, string Symbol, string IssuedOn, string Title, string District, IReadOnlyList<string> Pages)
{
    /// <summary>Whom its rows name, as read.</summary>
    public IReadOnlyList<PaperPerson> People { get; init; } = [];

    /// <summary>As the peers get it: one text.</summary>
    public string Text => string.Join("\n", Pages);
}
