using System.Text.Json.Serialization;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>A person as one row of a paper names him.</summary>
/// <param name="Id">Of the award entry, or of the person of a form.</param>
/// <param name="Name">As written, with titles and aliases where they stand with it.</param>
/// <param name="DocumentId">The paper; two rows of one list are hardly ever one person.</param>
/// <param name="Page">From 1.</param>
public sealed record PersonMention(Guid Id, string Name, Guid DocumentId, int Page)
{
    /// <summary>The year of birth or the day; null where the paper does not say it.</summary>
    public VietnameseDate? Born { get; init; }

    /// <summary>As written: <c>xã Hải Lâm, huyện Triệu Hải</c>.</summary>
    public string? HomePlace { get; init; }

    /// <summary>Where the paper says it; never concluded from the name.</summary>
    public Sex? Sex { get; init; }

    /// <summary>The day of death, or the month or year; null where the paper does not say it.</summary>
    public VietnameseDate? Died { get; init; }

    /// <summary>Two of one kind on one paper are two people; a form may name in its text whom its list names, too.</summary>
    public RowKind Row { get; init; }

    public IReadOnlyList<KinMention> Kin { get; init; } = [];

    /// <summary>Canonical, without class.</summary>
    public string? Award { get; init; }

    public string? AwardClass { get; init; }

    /// <summary>The number of the certificate, as written.</summary>
    public string? Certificate { get; init; }

    /// <summary>What that certificate gives: the award, unless it is a martyr's or a war invalid's. Null where the paper does not say it; then it may be any.</summary>
    public string? CertificateOf { get => field ?? Award; init; }

    /// <summary>Year of the paper: which units of a name it can mean.</summary>
    public int? PaperYear { get; init; }
}

public enum Sex
{
    Male,
    Female,
}

/// <summary>A relative named beside a person.</summary>
/// <param name="Relation">Whose kind alone is compared: the husband of one with that of the other.</param>
/// <param name="Name">As written.</param>
public sealed record KinMention(Kinship Relation, string Name);

/// <summary>What a relative is to a person.</summary>
[JsonConverter(typeof(CamelCase<Kinship>))]
public enum Kinship
{
    Husband,
    Wife,
    Child,
    Father,
    Mother,
}
