using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.People.Matching;

/// <summary>What two mentions say of each other.</summary>
[JsonConverter(typeof(CamelCase<EvidenceKind>))]
public enum EvidenceKind
{
    NameSame,

    /// <summary>Written differently, but one spelling: place of the tone, i/y, case.</summary>
    NameSpelling,
    NameMarksMissing,

    /// <summary>Marks that contradict each other.</summary>
    NameMarksDiffer,

    /// <summary>Letters that recognition takes for each other.</summary>
    NameLettersDiffer,
    NameMiddleMissing,
    NameInitials,

    /// <summary>A part of the name is another word.</summary>
    NameDiffers,
    NameThroughAlias,

    BirthDateSame,
    BirthYearSame,

    /// <summary>One or two years apart: counted by the moon, or told from the age.</summary>
    BirthYearNear,

    /// <summary>One digit that recognition may have misread: 1932 and 1982.</summary>
    BirthYearMisread,
    BirthYearDiffers,

    /// <summary>The same year, another day or month.</summary>
    BirthDayDiffers,
    BirthYearMissing,

    PlaceSame,

    /// <summary>Other names of one land, by the history of places.</summary>
    PlaceThroughHistory,

    /// <summary>The name of the commune misread or misspelt.</summary>
    PlaceMisread,

    /// <summary>One commune by its name, in districts or provinces that nobody knows to be one.</summary>
    PlaceCommuneOnly,

    /// <summary>Nothing below district or province can be compared.</summary>
    PlaceWider,
    PlaceMissing,
    PlaceDiffers,

    SexDiffers,
    KinSame,
    KinDiffers,
    CertificateSame,

    /// <summary>One number, and names that are not one: one of them is wrong.</summary>
    CertificateOfAnother,
    CertificateDiffers,

    DeathDateSame,

    /// <summary>The same year, or a month of it; days are not told or differ.</summary>
    DeathYearSame,
    DeathDateDiffers,

    /// <summary>Two rows of one paper.</summary>
    SamePaper,

    /// <summary>Another person fits one of the two as well.</summary>
    Rival,

    /// <summary>Nobody else of that name is known there.</summary>
    NoRival,

    /// <summary>Both fit a third mention.</summary>
    ThirdMention,
}

/// <summary>One reason for or against.</summary>
/// <param name="Kind">What agrees or does not.</param>
/// <param name="Weight">
/// Natural logarithm of how many times likelier this is of one person than of two; below 0 it speaks against. The sum of all, with what
/// is to be expected beforehand, is the logarithm of the odds (I. Fellegi, A. Sunter, "A Theory for Record Linkage", 1969).
/// </param>
/// <param name="One">What the first mention has; null where it says nothing.</param>
/// <param name="Other">What the second has.</param>
public sealed record Evidence(EvidenceKind Kind, double Weight, string? One, string? Other)
{
    /// <summary>Something that a person should look at: both cannot be right.</summary>
    public bool IsContradiction => Kind is EvidenceKind.NameMarksDiffer or EvidenceKind.NameLettersDiffer or EvidenceKind.NameDiffers
        or EvidenceKind.BirthYearNear or EvidenceKind.BirthYearMisread or EvidenceKind.BirthYearDiffers or EvidenceKind.BirthDayDiffers
        or EvidenceKind.PlaceMisread or EvidenceKind.PlaceCommuneOnly or EvidenceKind.PlaceDiffers or EvidenceKind.SexDiffers or EvidenceKind.KinDiffers
        or EvidenceKind.CertificateOfAnother or EvidenceKind.CertificateDiffers or EvidenceKind.DeathDateDiffers;
}
