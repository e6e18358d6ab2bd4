namespace AwardArchive.Archive;

/// <summary>What rows of either kind may say of somebody; null where the paper does not.</summary>
public interface IRow
{
    Fact Name { get; }

    /// <summary>Four digits; or ISO 8601 where the paper gives the day.</summary>
    Fact? BirthYear { get; }

    Fact? HomePlace { get; }

    /// <summary>Of the certificate that the row tells of.</summary>
    Fact? CertificateNo { get; }

    /// <summary>From 1.</summary>
    int Page { get; }

    Box Box { get; }
}

/// <summary>What one row of a paper says of somebody. All that the archive does with rows, to keep, correct and compare them, it does with both kinds alike.</summary>
/// <typeparam name="T">The kind itself.</typeparam>
public interface IRow<T> : IRow
    where T : class, IRow<T>
{
    static abstract RowKind RowKind { get; }

    /// <summary>All that a person may state of a row.</summary>
    static abstract IReadOnlyList<RowField<T>> Fields { get; }

    /// <summary>A row that says nothing but a name.</summary>
    static abstract T Named(Fact name, int page, Box box);
}
