using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Archive;

/// <summary>Where the archive lives on this machine.</summary>
public sealed class ArchiveOptions
{
    public const string Section = "Archive";

    /// <value>A folder; made when missing. Default <c>./data</c>.</value>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <value>Bytes that must stay free for the catalog to go on; uploads are refused below it. 0 to 1 TiB. Default 64 MiB.</value>
    [Range(0, 1L << 40)]
    public long MinFreeBytes { get; set; } = 64L << 20;

    public string CatalogPath => Path.Combine(Path.GetFullPath(DataFolder), "catalog.db");

    public string ObjectFolder => Path.Combine(Path.GetFullPath(DataFolder), "objects");

    public string IndexFolder => Path.Combine(Path.GetFullPath(DataFolder), "index");

    /// <summary>Secrets that must not lie in the catalog: the key of the audit chain.</summary>
    public string KeyFolder => Path.Combine(Path.GetFullPath(DataFolder), "keys");

    /// <summary>For files in the making; on the same file system as the objects, emptied at start.</summary>
    public string ScratchFolder => Path.Combine(Path.GetFullPath(DataFolder), "scratch");
}
