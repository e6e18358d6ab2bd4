namespace AwardArchive.Vietnamese;

/// <summary>How alike two names are, from no to the same. Each grade says what the weakest part allows.</summary>
public enum NameMatch
{
    /// <summary>The given names differ, or the family names do.</summary>
    Different,

    /// <summary>The given name is all that can be compared: <c>mẹ Suốt</c> and <c>Nguyễn Thị Suốt</c>.</summary>
    GivenOnly,

    /// <summary>Family and given name agree, the middle names do not.</summary>
    FamilyAndGiven,

    /// <summary>The same letters, but marks that contradict each other: <c>Hòa</c> and <c>Hóa</c>. A slip of OCR, or somebody else.</summary>
    MarksDiffer,

    /// <summary>A middle name is missing in one of them: <c>Nguyễn Hòa</c> and <c>Nguyễn Thị Hòa</c>.</summary>
    MiddleMissing,

    /// <summary>Initials that fit: <c>N.T. Hòa</c> and <c>Nguyễn Thị Hòa</c>.</summary>
    Initials,

    /// <summary>Marks are missing in one of them and none contradicts: <c>Nguyen Thi Hoa</c>.</summary>
    MarksMissing,

    /// <summary>The same, the place of the tone and i/y aside.</summary>
    Equal,
}

/// <param name="Match">The best that any two names of theirs have.</param>
/// <param name="ThroughAlias">It was an alias that agreed best.</param>
public readonly record struct NameComparison(NameMatch Match, bool ThroughAlias);
