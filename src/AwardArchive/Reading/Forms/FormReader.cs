using AwardArchive.Archive;

namespace AwardArchive.Reading.Forms;

/// <summary>Reads the persons that a form of the dossier is about: a pure function of its words, in linear time, that never throws.</summary>
internal static class FormReader
{
    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head: its kind says which form it is.</param>
    public static IReadOnlyList<KinEntry> Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts) => FormKinds.Of(pages, facts) switch
    {
        FormKind.MotherDeclaration => Declaration(pages, KinRelation.Self),
        FormKind.RelativeDeclaration => Declaration(pages, KinRelation.Declarant),
        FormKind.PowerOfAttorney => PowerOfAttorney(pages),
        FormKind.Proposal => Proposal(pages),
        FormKind.MeritCertificate => MeritCertificate(pages),
        FormKind.InvalidCertificate => OfOne(pages, FormLabels.OfCertificates),
        FormKind.DeathNotice => OfOne(pages, FormLabels.OfNotices),
        _ => [],
    };

    /// <summary>Who declares, the mother, her husband and children; the children in fields, in a table, or both.</summary>
    private static IReadOnlyList<KinEntry> Declaration(IReadOnlyList<PageLayout> pages, KinRelation first)
    {
        var (text, children) = ChildTable.Take(FormText.Of(pages));
        return [.. KinReader.Read(new(text, FormLabels.OfForms), first), .. children];
    }

    /// <summary>Who authorizes, who is authorized, and for which mother.</summary>
    private static IReadOnlyList<KinEntry> PowerOfAttorney(IReadOnlyList<PageLayout> pages) =>
        KinReader.Read(new(FormText.Of(pages), FormLabels.OfForms), KinRelation.Relative);

    /// <summary>Mothers and martyrs that minutes and submissions tell of in sentences; whom a table lists is an award entry.</summary>
    private static IReadOnlyList<KinEntry> Proposal(IReadOnlyList<PageLayout> pages) =>
        KinReader.Read(new(FormText.Of(pages), FormLabels.OfSentences), KinRelation.Self);

    /// <summary>The martyr: the paper is the proof that he is one.</summary>
    private static IReadOnlyList<KinEntry> MeritCertificate(IReadOnlyList<PageLayout> pages) =>
        KinReader.ReadOne(new(FormText.Of(pages), FormLabels.OfCertificates), isAboveHome: true) is { } person ? [person with { IsMartyr = true }] : [];

    private static IReadOnlyList<KinEntry> OfOne(IReadOnlyList<PageLayout> pages, IReadOnlyList<FormLabel> labels) =>
        KinReader.ReadOne(new(FormText.Of(pages), labels)) is { } person ? [person] : [];
}
