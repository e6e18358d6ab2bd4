using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>Who may see a paper: those with the clearance who, if its collection is granted to groups, are in one of them. The rule of
/// <see cref="CatalogSight"/>, for what keeps papers apart outside the catalog.</summary>
public sealed class AccessClass : IEquatable<AccessClass>
{
    private AccessClass(Confidentiality level, ImmutableArray<Guid> groups)
    {
        (Level, Groups) = (level, groups);
        Key = string.Join('+', groups.Select(group => group.ToString("N")).Prepend(level.ToString("D")));
    }

    /// <summary>What everybody who has signed in may see.</summary>
    public static AccessClass Open { get; } = new(Confidentiality.Open, []);

    /// <summary>The clearance that it asks for.</summary>
    public Confidentiality Level { get; }

    /// <summary>Sorted; empty: its collection is open.</summary>
    public ImmutableArray<Guid> Groups { get; }

    /// <summary>The number of the level, then the groups, 32 hexadecimal digits each, with <c>+</c> between.</summary>
    public string Key { get; }

    public static AccessClass Of(Confidentiality level, IEnumerable<Guid> groups) =>
        groups.Distinct().Order().ToImmutableArray() is { IsEmpty: false } some ? new(level, some) : level == Confidentiality.Open ? Open : new(level, []);

    /// <exception cref="FormatException">It is no <see cref="Key"/>.</exception>
    public static AccessClass Parse(string key)
    {
        var parts = key.Split('+');
        return Of((Confidentiality)int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture), parts.Skip(1).Select(group => Guid.ParseExact(group, "N")));
    }

    /// <summary>The class of each document, as the catalog has it now.</summary>
    /// <param name="db">Sees everything.</param>
    /// <param name="documents">With the dossier in which each lies.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async Task<IReadOnlyDictionary<Guid, AccessClass>> OfAsync(
        CatalogDbContext db, IReadOnlyCollection<(Guid Id, Confidentiality Level, Guid? Dossier)> documents, CancellationToken cancellationToken)
    {
        var ids = documents.Select(document => document.Dossier).OfType<Guid>().Distinct().ToList();
        var groups = ids.Count == 0 ? [] : await GroupsOfAsync(db, ids, cancellationToken);
        // A dossier that is not there hides its papers, as in the catalog: nobody is in the group without an id.
        return documents.ToDictionary(
            document => document.Id,
            document => Of(document.Level, document.Dossier is { } dossier ? groups.GetValueOrDefault(dossier) ?? [Guid.Empty] : []));
    }

    /// <summary>The groups of each dossier that there is: its own and those of its fonds.</summary>
    private static async Task<Dictionary<Guid, IEnumerable<Guid>>> GroupsOfAsync(CatalogDbContext db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var dossiers = await db.Dossiers.AsNoTracking().Where(dossier => ids.Contains(dossier.Id)).Select(dossier => new { dossier.Id, dossier.FondsKey }).ToListAsync(cancellationToken);
        var fonds = dossiers.Select(dossier => dossier.FondsKey).OfType<string>().Distinct().ToList();
        var grants = await db.CollectionGrants.AsNoTracking()
            .Where(grant => (grant.DossierId != null && ids.Contains(grant.DossierId.Value)) || (grant.FondsKey != null && fonds.Contains(grant.FondsKey))).ToListAsync(cancellationToken);
        return dossiers.ToDictionary(
            dossier => dossier.Id,
            dossier => grants.Where(grant => grant.DossierId == dossier.Id || (grant.FondsKey is not null && grant.FondsKey == dossier.FondsKey)).Select(grant => grant.GroupId));
    }

    /// <summary>Whether everybody who sees papers of the other class sees those of this one, too.</summary>
    public bool IsSeenWithEvery(AccessClass other) => Level <= other.Level && (Groups.IsEmpty || (!other.Groups.IsEmpty && other.Groups.All(group => Groups.Contains(group))));

    public bool IsSeenBy(Sight sight) =>
        !sight.IsLimited || (sight.Clearance >= Level && (Groups.IsEmpty || Groups.Any(sight.Groups.Contains)));

    public bool Equals(AccessClass? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as AccessClass);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Key;
}
