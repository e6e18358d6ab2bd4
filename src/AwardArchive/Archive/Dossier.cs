using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What a dossier is about, where there is a case to decide.</summary>
[JsonConverter(typeof(CamelCase<DossierKind>))]
public enum DossierKind
{
    /// <summary>Whether a woman meets the conditions for "Bà mẹ Việt Nam anh hùng".</summary>
    HeroicMother = 1,
}

/// <summary>Papers that belong together, as they lie in one cover. A row of the catalog; documents name it by <see cref="Document.DossierId"/>.</summary>
public sealed class Dossier
{
    public const int MaxTitle = 1000;

    /// <summary>"Thời hạn lưu trữ" in <see cref="Record"/>.</summary>
    public const string RetentionField = "maintenance";

    public const int MaxFolderKey = 500;

    /// <summary>UUID version 7: sorts by time of making.</summary>
    public Guid Id { get; init; }

    public required string Title { get; set; }

    /// <summary>Null: papers without a case.</summary>
    public DossierKind? Kind { get; set; }

    /// <summary>The folder that its scans came from; unique with <see cref="FolderCopy"/>. Null: a person made it.</summary>
    public string? FolderKey { get; init; }

    /// <summary>0 for the first dossier of its folder; as <see cref="Document.Copy"/>, for who sees none of those that there are.</summary>
    public int FolderCopy { get; init; }

    /// <summary>Where the paper stands.</summary>
    public DossierPlace Place
    {
        get;
        set
        {
            field = value;
            FondsKey = KeyOfFonds(value.Fonds);
        }
    } = DossierPlace.Unknown;

    /// <summary>Follows from <see cref="Place"/>: the fonds however it is spaced and whatever its case; null where none is known. A column of its own,
    /// so that it can be granted.</summary>
    public string? FondsKey { get; private set; }

    /// <summary>As the cover or the inventory says; null: it does not.</summary>
    public int? ExpectedPages { get; set; }

    /// <summary>Sheets ("tờ") are numbered through the dossier: the number of the last one.</summary>
    public int? ExpectedSheets { get; set; }

    /// <summary>What persons entered of the record's fields, by their names in the circular; what can be derived is not kept. A map once set is not changed.</summary>
    public IReadOnlyDictionary<string, string> Record
    {
        get;
        set
        {
            field = value;
            RetentionCode = value.GetValueOrDefault(RetentionField);
        }
    } = new Dictionary<string, string>();

    /// <summary>Follows from <see cref="Record"/>: the code of the term of retention that somebody entered; null where nobody did. A column of its own, so that dossiers
    /// whose term may be over are found by an index.</summary>
    public string? RetentionCode { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows with every change; the ETag of REST.</summary>
    public int Version { get; set; } = 1;

    /// <summary>A name of a fonds as <see cref="FondsKey"/> has it; null for none.</summary>
    public static string? KeyOfFonds(string? fonds) => string.IsNullOrWhiteSpace(fonds)
        ? null
        : string.Join(' ', fonds.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Normalize().ToUpperInvariant();
}

/// <summary>Where a dossier stands in the archive: fonds → catalog → box → dossier, and on which shelf. Null where nobody has said it.</summary>
/// <param name="Fonds">Phông.</param>
/// <param name="Catalog">Mục lục.</param>
/// <param name="Box">Hộp.</param>
/// <param name="Number">Hồ sơ số.</param>
/// <param name="Shelf">Kho, giá, ngăn.</param>
public sealed record DossierPlace(string? Fonds, string? Catalog, string? Box, string? Number, string? Shelf)
{
    public const int MaxLength = 200;

    public static DossierPlace Unknown { get; } = new(null, null, null, null, null);
}

/// <summary>A person said that a document does not belong into a dossier: it is not proposed again.</summary>
public sealed class DossierRefusal
{
    public Guid DossierId { get; init; }

    public Guid DocumentId { get; init; }

    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    public string? Note { get; init; }
}
