using AwardArchive.Archive;

namespace AwardArchive.Tests.Viewing;

/// <summary>What a machine may have read.</summary>
internal static class Readings
{
    public static Fact Fact(string value, int y = 100, int page = 1, string source = "rule/1") => new(value, value, page, new Box(100, y, 200, 30), 0.8, source);

    /// <summary>A row of a list, 40 pixels high.</summary>
    public static AwardEntry Row(string name, int y, string? birthYear = null, int page = 1) =>
        new(Fact(name, y, page), page, new Box(50, y, 900, 30)) { BirthYear = birthYear is null ? null : Fact(birthYear, y, page) };

    /// <summary>A person of a form, in a line of 40 pixels.</summary>
    public static KinEntry KinOf(KinRelation relation, string name, int y, int page = 1) => new(relation, Fact(name, y, page), page, new Box(50, y, 900, 30));

    public static DocumentReading Of(DocumentFacts facts, params AwardEntry[] entries) => new(facts, entries);

    public static DocumentFacts Decision(string number, string symbol = "QĐ-UB", string? issuedOn = "1985-09-19") =>
        new(Fact("Quyết định"), Fact(number), Fact(symbol), issuedOn is null ? null : Fact(issuedOn), null);
}
