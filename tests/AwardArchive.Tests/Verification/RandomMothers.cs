using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>Cases of small families, with unknowns of every kind.</summary>
internal static class RandomMothers
{
    private static readonly DateOnly[] Days =
    [
        new(1994, 12, 1), new(2004, 7, 27), new(2012, 12, 31), new(2013, 1, 1), new(2014, 11, 24), new(2014, 11, 25), new(2015, 2, 10), new(2025, 4, 1),
        new(2025, 4, 2), new(2026, 11, 28),
    ];

    /// <param name="most">Completions at most: what is beyond is settled at random.</param>
    public static MotherCase Next(Random random, int most)
    {
        var mother = new MotherCase(
            Days[random.Next(Days.Length)],
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => Child(random))],
            Unknown(random, 0.2) ? (random.Next(2) == 0 ? null : false) : true,
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Husband(random))],
            random.Next(3) > 0 ? new() : new(Martyr(random), Percent(random), Certificate(random)),
            Flag(random), Flag(random), Flag(random));
        while (LiteralReading.CompletionsOf(mother) > most) mother = LiteralReading.SettleOne(mother, random)!;
        return mother;
    }

    private static ChildClaim Child(Random random)
    {
        Relation? relation = Unknown(random, 0.05) ? null : random.Next(8) switch { < 5 => Relation.Birth, < 7 => Relation.Adopted, _ => Relation.Step };
        var death = random.Next(8);
        return new(
            relation,
            Unknown(random, 0.15) ? null : random.Next(12) > 0,
            random.Next(2) == 0 ? MartyrCertificate.Seen : Martyr(random),
            Percent(random),
            Certificate(random),
            Unknown(random, 0.1) ? null : death == 0,
            Unknown(random, 0.1) ? null : death == 1,
            relation is Relation.Birth or Relation.Adopted || Unknown(random, 0.3) ? null : random.Next(3) == 0 ? StepmotherRule.NotMet : StepmotherRule.Met);
    }

    private static HusbandClaim Husband(Random random) => new(
        Martyr(random), Unknown(random, 0.2) ? null : random.Next(2) == 0, Unknown(random, 0.2) ? null : random.Next(2) == 0);

    private static MartyrCertificate? Martyr(Random random) => random.Next(8) switch
    {
        0 or 1 => MartyrCertificate.Seen,
        2 => MartyrCertificate.Claimed,
        3 => MartyrCertificate.Revoked,
        4 => null,
        _ => MartyrCertificate.None,
    };

    private static SeenCertificate? Certificate(Random random) => random.Next(8) switch { 0 or 1 or 2 => SeenCertificate.Seen, 3 => SeenCertificate.Claimed, 4 => null, _ => SeenCertificate.None };

    private static decimal? Percent(Random random) => random.Next(6) switch { 0 => null, 1 => 80, 2 => 80.9m, 3 => 81, 4 => 100, _ => 0 };

    private static bool? Flag(Random random) => Unknown(random, 0.08) ? null : random.Next(25) == 0;

    private static bool Unknown(Random random, double share) => random.NextDouble() < share;
}
