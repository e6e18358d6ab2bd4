namespace AwardArchive.Vietnamese;

/// <summary>Units that became other units on a day: joined, divided, renamed.</summary>
/// <param name="Day">On which it took effect; partial or null where that is not known.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Source">The law, or where it was seen.</param>
/// <param name="Before">At least one.</param>
/// <param name="After">At least one.</param>
public sealed record PlaceChange(
    VietnameseDate? Day, PlaceEvidence Evidence, string Source, IReadOnlyList<PlacePart> Before, IReadOnlyList<Place> After);

/// <summary>A unit, or a part of it.</summary>
public readonly record struct PlacePart(Place Place, bool IsPartial);

/// <summary>How well a change is known, the weakest first.</summary>
public enum PlaceEvidence
{
    /// <summary>General knowledge: for finding papers only, and only with this mark.</summary>
    Unverified,

    /// <summary>Seen in a list of units.</summary>
    Seen,

    /// <summary>The law, or two independent accounts of it, were read.</summary>
    Verified,
}

/// <summary>How one unit stands to another in time.</summary>
[Flags]
public enum PlaceRelations
{
    None = 0,

    /// <summary>What it was joined from or named before: papers of these are papers of its land.</summary>
    MadeOf = 1,

    /// <summary>The larger unit that it was divided from: papers of it are about other land too.</summary>
    PartOf = 2,

    /// <summary>What it became a part of, or was divided into.</summary>
    Became = 4,
}

/// <summary>A unit that another one has to do with.</summary>
/// <param name="Place">The other unit.</param>
/// <param name="Relation">One of them.</param>
/// <param name="Change">The last step to it; there may be several.</param>
/// <param name="IsPartial">Only a part of it on at least one step.</param>
/// <param name="Evidence">Of the weakest step.</param>
public sealed record PlaceLink(Place Place, PlaceRelations Relation, PlaceChange Change, bool IsPartial, PlaceEvidence Evidence);
