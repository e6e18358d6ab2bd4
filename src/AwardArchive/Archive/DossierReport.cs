namespace AwardArchive.Archive;

/// <summary>
/// A report on the case of a dossier, made and kept. A row of the catalog, keyed by dossier and digest; its bytes lie under
/// <see cref="ObjectKey.Report"/>, as PDF and as JSON. Neither is ever changed or taken away.
/// </summary>
public sealed class DossierReport
{
    public Guid DossierId { get; init; }

    /// <summary>SHA-256 of the JSON, 64 lower-case hexadecimal digits: the same state of a case gives the same.</summary>
    public required string Digest { get; init; }

    public required string PdfSha256 { get; init; }

    public long PdfBytes { get; init; }

    /// <summary>When the case became as it is reported.</summary>
    public DateTimeOffset StateAt { get; init; }

    /// <summary>The day whose law was applied.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>As the verdict writes it: <c>notEnoughEvidence</c>.</summary>
    public required string Result { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Who asked for it first.</summary>
    public required string MadeBy { get; init; }
}
