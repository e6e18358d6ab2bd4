using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What a row of a paper is about. The numbers are kept in the catalog.</summary>
[JsonConverter(typeof(CamelCase<RowKind>))]
public enum RowKind
{
    /// <summary>Who is awarded: <see cref="AwardEntry"/>.</summary>
    Entry = 0,

    /// <summary>A person of a form of the dossier: <see cref="KinEntry"/>.</summary>
    Kin = 1,
}
