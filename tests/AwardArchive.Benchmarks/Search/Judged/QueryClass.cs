namespace AwardArchive.Benchmarks.Search.Judged;

internal enum QueryClass
{
    Marks,
    NoMarks,
    MixedMarks,
    Decomposed,
    TonePlacement,
    Damaged,
    Numbers,
    ListNames,
    NoMiddleName,
    MisreadMark,
    MisreadLetter,
    TwoMisread,
    Torn,
    OldPlaces,
    Abbreviations,
    Questions,
    Phrases,
}

/// <param name="Class">What makes it hard.</param>
/// <param name="Text">As typed.</param>
/// <param name="Grades">3 what is asked for, 1 and 2 what helps; absent what does not.</param>
internal sealed record JudgedQuery(QueryClass Class, string Text, IReadOnlyDictionary<Guid, int> Grades);
