using AwardArchive.Archive;
using AwardArchive.Demo.Papers;

namespace AwardArchive.Demo.Mothers;

/// <summary>How a generated mother stands before the law of 10 February 2015, when all her papers are confirmed.</summary>
internal enum MotherStory
{
    /// <summary>Case a.</summary>
    TwoMartyrs,

    /// <summary>Case c.</summary>
    OnlyChild,

    /// <summary>Case b.</summary>
    MartyrAndInvalid,

    /// <summary>Case d.</summary>
    MartyrAndHusband,

    /// <summary>Two martyrs are declared, one certificate is there: not enough evidence.</summary>
    CertificateMissing,

    /// <summary>One martyr, and a child who lives: no case.</summary>
    LivingSibling,
}

/// <summary>A paper of a dossier.</summary>
/// <param name="IsStray">It is of somebody of the same name and lies in no dossier.</param>
internal sealed record MotherPaper(string Name, DemoKind Kind, Func<PaperContext, DemoFacts> Write, bool IsStray = false);

/// <summary>A mother with all papers of her dossier, that fit each other. She never lived.</summary>
/// <param name="Husband">A martyr only in the story of it.</param>
/// <param name="Children">Martyrs first, as the declaration has them.</param>
internal sealed record MotherDossier(int Number, MotherStory Story, DemoKin Mother, DemoKin Husband, IReadOnlyList<DemoKin> Children, IReadOnlyList<MotherPaper> Papers)
{
    /// <summary>As verdicts write it, and the main case.</summary>
    public (string Result, string? Case) Expected => Story switch
    {
        MotherStory.TwoMartyrs => ("eligible", "a"),
        MotherStory.OnlyChild => ("eligible", "c"),
        MotherStory.MartyrAndInvalid => ("eligible", "b"),
        MotherStory.MartyrAndHusband => ("eligible", "d"),
        MotherStory.CertificateMissing => ("notEnoughEvidence", null),
        _ => ("notEligible", null),
    };

    /// <summary>The same for ever; stories by turns.</summary>
    public static MotherDossier Draw(ulong seed, int number)
    {
        var random = new SplitMix64((seed * 1_000_003) + (ulong)number);
        var story = Enum.GetValues<MotherStory>()[number % Enum.GetValues<MotherStory>().Length];
        var province = DemoPlaces.Province(random);
        var home = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}, tỉnh {province.Name}";
        var born = random.Between(1912, 1928);
        var mother = new DemoKin(KinRelation.Self, DemoPeople.Woman(random)) { BirthYear = born, HomePlace = home };
        var husband = new DemoKin(KinRelation.Husband, DemoPeople.Man(random)) { BirthYear = born - random.Between(0, 6) };
        if (story == MotherStory.MartyrAndHusband)
            husband = Martyr(random, husband, new(1950, 1, 2), new(1954, 7, 10)) with { HomePlace = home };
        var martyrs = story is MotherStory.TwoMartyrs or MotherStory.CertificateMissing ? 2 : 1;
        var count = story is MotherStory.OnlyChild ? 1 : 2;
        var children = new List<DemoKin>();
        while (children.Count < count)
        {
            var child = new DemoKin(KinRelation.Child, DemoPeople.Son(husband.Name, random)) { BirthYear = born + 18 + (children.Count * 3) + random.Between(0, 2) };
            if (child.Name == husband.Name || children.Exists(other => Mention.KeyOf(other.Name) == Mention.KeyOf(child.Name))) continue;
            if (children.Count < martyrs) child = Martyr(random, child, new(Math.Max(1965, child.BirthYear!.Value + 18), 1, 2), new(1975, 4, 20)) with { HomePlace = home };
            else if (story == MotherStory.MartyrAndInvalid)
                child = child with { HomePlace = home, CertificateNo = $"{random.Pick("QT", "BT", "QN")} {random.Between(10_010, 98_900)}", DecisionNo = $"{random.Between(100, 2900)}/QĐ-LĐTBXH", InvalidPercent = random.Between(81, 95) };
            children.Add(child);
        }
        var papers = new List<MotherPaper>
        {
            new("ban-khai", DemoKind.MotherDeclaration, paper => FamilyPapers.Declaration(paper, mother, husband, children)),
            new("bien-ban", DemoKind.Minutes, paper => FamilyPapers.Minutes(paper, mother, husband, children)),
        };
        foreach (var person in children.Prepend(husband))
        {
            if (person.InvalidPercent is not null) papers.Add(new($"thuong-binh-{papers.Count}", DemoKind.InvalidCertificate, paper => FamilyPapers.InvalidCertificate(paper, person, province)));
            if (!person.IsMartyr || (story == MotherStory.CertificateMissing && person == children[1])) continue;
            papers.Add(new($"ghi-cong-{papers.Count}", DemoKind.MeritCertificate, paper => FamilyPapers.MeritCertificate(paper, person)));
        }
        // Whoever has a namesake here: the one whose certificate is missing, else the first.
        var named = children[story == MotherStory.CertificateMissing ? 1 : 0];
        var elsewhere = DemoPlaces.Province(random);
        var namesake = Martyr(random, new(KinRelation.Child, named.Name), new(1966, 1, 2), new(1975, 4, 20)) with
        {
            HomePlace = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(elsewhere.Districts)}, tỉnh {elsewhere.Name}",
        };
        papers.Add(new("ghi-cong-trung-ten", DemoKind.MeritCertificate, paper => FamilyPapers.MeritCertificate(paper, namesake), IsStray: true));
        return new(number, story, mother, husband, children, papers);
    }

    private static DemoKin Martyr(SplitMix64 random, DemoKin person, DateOnly first, DateOnly last) => person with
    {
        DeathDate = PaperContext.Iso(random.Date(first, last)),
        CertificateNo = $"{random.Pick("AB", "BA", "HB", "QT")} {random.Between(120, 9890)}{random.Pick("b", "m", "t")}",
        DecisionNo = $"{random.Between(100, 990)}/TTg",
        IsMartyr = true,
    };
}
