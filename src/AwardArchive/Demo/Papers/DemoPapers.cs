namespace AwardArchive.Demo.Papers;

/// <summary>Lays out the paper that a spec asks for.</summary>
internal static class DemoPapers
{
    /// <exception cref="MissingFontException">A font package is not installed.</exception>
    public static Paper LayOut(DemoSpec spec, DemoFonts fonts)
    {
        var random = new SplitMix64(spec.Seed);
        var face = Face(spec, random.Fork());
        using var writer = new PaperWriter(fonts, face);
        var (slug, write) = Papers(spec.Kind);
        var facts = write(new(writer, random, spec.Rows));
        return new(slug, face, facts, writer.Sheets);
    }

    private static (string Slug, Func<PaperContext, DemoFacts> Write) Papers(DemoKind kind) => kind switch
    {
        DemoKind.ProvinceDecision => ("quyet-dinh-bang-khen", ProvinceDecision.Write),
        DemoKind.MotherDecision => ("quyet-dinh-ba-me", MotherDecision.Write),
        DemoKind.StateCouncilDecision => ("quyet-dinh-huan-chuong", StateCouncilDecision.Write),
        DemoKind.MinistersDecision => ("quyet-dinh-huy-chuong", MinistersDecision.Write),
        DemoKind.WartimeDecision => ("quyet-dinh-danh-may", WartimeDecision.Write),
        DemoKind.RecipientList => ("danh-sach", RecipientList.Write),
        DemoKind.Submission => ("to-trinh", Submission.Write),
        DemoKind.MotherDeclaration => ("ban-khai", MotherDeclaration.Write),
        DemoKind.Minutes => ("bien-ban", Minutes.Write),
        DemoKind.MeritCertificate => ("to-quoc-ghi-cong", MeritCertificate.Write),
        DemoKind.OrderCertificate => ("giay-chung-nhan", OrderCertificate.Write),
        DemoKind.DeathNotice => ("giay-bao-tu", DeathNotice.Write),
        DemoKind.Letter => ("cong-van", Letter.Write),
        DemoKind.VariedList => ("danh-sach-khac", VariedList.Write),
        DemoKind.GroupDecision => ("quyet-dinh-tap-the", GroupDecision.Write),
        DemoKind.TextDecision => ("quyet-dinh-ghi-ten", TextDecision.Write),
        DemoKind.RelativeDeclaration => ("ban-khai-than-nhan", RelativeDeclaration.Write),
        DemoKind.DeclarationTable => ("ban-khai-bang", MotherDeclaration.WriteWithTable),
        DemoKind.PowerOfAttorney => ("giay-uy-quyen", PowerOfAttorney.Write),
        DemoKind.InvalidCertificate => ("thuong-binh", InvalidCertificate.Write),
        DemoKind.MothersSubmission => ("to-trinh-ba-me", MothersSubmission.Write),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static DemoFace Face(DemoSpec spec, SplitMix64 random)
    {
        var typed = spec.Kind switch
        {
            DemoKind.WartimeDecision => 1f,
            DemoKind.DeathNotice => 0.7f,
            DemoKind.StateCouncilDecision or DemoKind.MinistersDecision => spec.Level is DemoLevel.Old ? 0.8f : 0.3f,
            _ => 0,
        };
        if (random.Chance(typed) && spec.Container is not DemoContainer.BornDigitalPdf) return random.Chance(0.75f) ? DemoFace.Cursor : DemoFace.FreeMono;
        // Skia embeds TrueType as fonts, but the outlines of OpenType as drawings.
        if (spec.Container is DemoContainer.BornDigitalPdf) return DemoFace.FreeSerif;
        return random.Chance(0.75f) ? DemoFace.Termes : DemoFace.FreeSerif;
    }
}
