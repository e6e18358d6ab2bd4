namespace AwardArchive.Archive;

/// <summary>What one row of a paper says of somebody. All that the archive does with rows, to keep, correct and compare them, it does with both kinds alike.</summary>
/// <typeparam name="T">The kind itself.</typeparam>
public interface IRow<T>
    where T : class, IRow<T>
{
    static abstract RowKind RowKind { get; }

    /// <summary>All that a person may state of a row.</summary>
    static abstract IReadOnlyList<RowField<T>> Fields { get; }

    /// <summary>A row that says nothing but a name.</summary>
    static abstract T Named(Fact name, int page, Box box);

    Fact Name { get; }

    /// <summary>Four digits; or ISO 8601 where the paper gives the day.</summary>
    Fact? BirthYear { get; }

    /// <summary>From 1.</summary>
    int Page { get; }

    Box Box { get; }
}
