using AwardArchive.Archive;
using AwardArchive.People.Matching;

namespace AwardArchive.People;

/// <summary>An award entry of a person, or a person of a form, as REST shows it; null is what the paper does not say.</summary>
/// <param name="BirthYear">Four digits; or ISO 8601 where the paper gives the day.</param>
/// <param name="Sex"><c>male</c> or <c>female</c>.</param>
/// <param name="HomePlace">As printed.</param>
/// <param name="Award">The canonical name without class.</param>
/// <param name="Number">Of the document: <c>345</c> of "Số: 345/QĐ-UB".</param>
/// <param name="Symbol">The rest of it: <c>QĐ-UB</c>.</param>
/// <param name="IssuedOn">ISO 8601, partial where the paper is.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Around the whole row, in pixels of the stored page image; all zero where nobody knows.</param>
/// <param name="Confidence">Of the name, 0 to 1.</param>
/// <param name="Row">Whether it is an award entry, or a person whom a form tells of.</param>
/// <param name="Relation">Of a person of a form: who he is to the one that the form is about.</param>
/// <param name="Role">The same in Vietnamese: <c>con liệt sĩ của Nguyễn Thị Gái</c>.</param>
/// <param name="DeathDate">ISO 8601, partial where the paper is.</param>
/// <param name="Certificate">The number of the certificate, as understood.</param>
/// <param name="IsMartyr">The paper says so.</param>
public sealed record PersonEntryResponse(
    Guid Id, string Name, string? BirthYear, string? Sex, string? HomePlace, string? Award, string? AwardClass, bool IsPosthumous,
    Guid DocumentId, string? Number, string? Symbol, string? IssuedOn, int Page, Box Box, double Confidence,
    RowKind Row, KinRelation? Relation, string? Role, string? DeathDate, string? Certificate, bool IsMartyr);

/// <summary>All that the archive has of a person: the rows that a chain of confirmed pairs joins, or one that nobody has joined.</summary>
/// <param name="Id">The smallest id of its entries; each of them leads here.</param>
/// <param name="Names">Each way it is written, once.</param>
/// <param name="Entries">By the day of the paper.</param>
/// <param name="Kin">Mother, husband and children, as forms tell of them.</param>
/// <param name="Contradictions">What two papers say that cannot both be right.</param>
/// <param name="DuplicateAwards">What may be one award given twice.</param>
/// <param name="SharedCertificates">Rows of other persons that tell the number of one of this person's certificates.</param>
/// <param name="Decisions">What people said of pairs with one of the entries, oldest first.</param>
public sealed record PersonResponse(
    Guid Id, IReadOnlyList<string> Names, IReadOnlyList<PersonEntryResponse> Entries, IReadOnlyList<KinResponse> Kin,
    IReadOnlyList<ContradictionResponse> Contradictions, IReadOnlyList<DuplicateAward> DuplicateAwards,
    IReadOnlyList<SharedCertificateResponse> SharedCertificates, IReadOnlyList<PairDecisionResponse> Decisions);

/// <summary>A relative. It follows from rows that stand on one paper, and from the confirmed pairs of either side.</summary>
/// <param name="Relation">What the relative is to the person.</param>
/// <param name="Id">Of the relative, as a person; see <see cref="PersonResponse.Id"/>.</param>
/// <param name="Name">As the first paper has it.</param>
/// <param name="IsMartyr">A paper says so.</param>
/// <param name="Documents">Papers that tell of it.</param>
public sealed record KinResponse(Kinship Relation, Guid Id, string Name, bool IsMartyr, IReadOnlyList<Guid> Documents);

/// <param name="Entry">Of the person.</param>
/// <param name="Certificate">Its number, as the person's own row has it.</param>
/// <param name="Other">The row of another person.</param>
/// <param name="OtherName">Whose name is not the person's.</param>
public sealed record SharedCertificateResponse(Guid Entry, string Certificate, Guid Other, string OtherName);

/// <param name="One">An entry of the person.</param>
/// <param name="Other">Another one.</param>
/// <param name="Text">In Vietnamese, with both values.</param>
public sealed record ContradictionResponse(Guid One, Guid Other, EvidenceKind Kind, string Text);

/// <param name="PairId">What was decided about.</param>
/// <param name="One">An entry.</param>
/// <param name="Other">Another one.</param>
/// <param name="OneName">Its name now.</param>
/// <param name="OtherName">Its name now.</param>
/// <param name="State">What the pair was from then on; proposed: the decision before it is taken back.</param>
public sealed record PairDecisionResponse(
    Guid PairId, Guid One, Guid Other, string OneName, string OtherName, PairState State, string By, DateTimeOffset At, string? Reason);

/// <summary>Two entries that may be of one person.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="IsSure">By more than name and place.</param>
/// <param name="Reasons">The weightiest first.</param>
public sealed record PairResponse(
    Guid Id, PersonEntryResponse One, PersonEntryResponse Other, double Probability, bool IsSure, IReadOnlyList<PairReason> Reasons);
