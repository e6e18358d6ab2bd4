using AwardArchive.Archive;

namespace AwardArchive.People.Matching;

/// <summary>A mention with what was read from its texts.</summary>
/// <param name="Kin">Their names, as the mention has them in order.</param>
/// <param name="Certificate">Letters and digits only; null where there are fewer than three digits.</param>
internal sealed record ReadMention(PersonMention Source, NameForm Name, HomePlace Home, IReadOnlyList<(Kinship Relation, NameForm Name)> Kin, string? Certificate)
{
    public Guid Id => Source.Id;

    public int? Year => Source.Born?.Year;

    public static ReadMention Of(PersonMention mention, HomePlaceReader places) => new(
        mention, NameForm.Of(mention.Name), places.Read(mention.HomePlace, mention.PaperYear),
        [.. mention.Kin.Select(kin => (kin.Relation, NameForm.Of(kin.Name)))], Mention.CertificateKeyOf(mention.Certificate));
}
