namespace AwardArchive.Archive;

/// <summary>All that was read from a document's words.</summary>
/// <param name="Entries">Who is awarded, in reading order; thousands on a long list, so they are rows of their own in the catalog.</param>
public sealed record DocumentReading(DocumentFacts Facts, IReadOnlyList<AwardEntry> Entries)
{
    /// <summary>Persons that a form of the dossier is about, in reading order: the mother, her husband, her children. Rows of their own, too.</summary>
    public IReadOnlyList<KinEntry> Kin { get; init; } = [];

    /// <summary>How many recipients the paper says there are, in each place where it does: "gồm 25 cá nhân". Digits.</summary>
    public IReadOnlyList<Fact> Totals { get; init; } = [];

    /// <summary>Who is awarded; of a form of the dossier, which awards nobody, the persons that it is about.</summary>
    public IReadOnlyList<AwardEntry> Recipients() => Entries.Count > 0
        ? Entries
        :
        [
            .. Kin.Where(kin => kin.Relation is KinRelation.Self)
                .Select(self => new AwardEntry(self.Name, self.Page, self.Box) { BirthYear = self.BirthYear, HomePlace = self.HomePlace }),
        ];

    public static DocumentReading None { get; } = new(DocumentFacts.None, []);
}
