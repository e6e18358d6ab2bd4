using System.Security.Cryptography;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Enciphers what may name persons with a key of its month (AES-256-GCM), and forgets it by destroying the key: the chain, which hashes the enciphered
/// bytes, stays whole.</summary>
internal sealed class AuditMonths(AuditKeys keys, TimeProvider time)
{
    private const int KeyBytes = 32;

    /// <summary>Of November 2026: 202611.</summary>
    public static int Of(DateTimeOffset at) => at.UtcDateTime.Year * 100 + at.UtcDateTime.Month;

    /// <summary>The key of the month, made where there is none, in the open transaction of whoever holds the chain.</summary>
    /// <param name="month">As <see cref="Of"/> gives it.</param>
    /// <returns>Null: it was destroyed, or a machine with another secret made it.</returns>
    public async Task<byte[]?> GetAsync(CatalogDbContext db, int month, CancellationToken cancellationToken)
    {
        if (await db.AuditMonthKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Month == month, cancellationToken) is { } row) return Open(row);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        db.AuditMonthKeys.Add(new AuditMonthKey { Month = month, KeyId = keys.Current.Id, Sealed = SealedBytes.Seal(key, keys.Current.Months, month), CreatedAt = time.GetUtcNow() });
        return key;
    }

    /// <summary>The keys of months that are not destroyed.</summary>
    public async Task<IReadOnlyDictionary<int, byte[]>> ReadAsync(CatalogDbContext db, IReadOnlyCollection<int> months, CancellationToken cancellationToken)
    {
        var rows = await db.AuditMonthKeys.AsNoTracking().Where(k => months.Contains(k.Month)).ToListAsync(cancellationToken);
        return rows.Select(row => (row.Month, Key: Open(row))).Where(one => one.Key is not null).ToDictionary(one => one.Month, one => one.Key!);
    }

    /// <summary>Destroys the keys of months before this one, in the open transaction.</summary>
    /// <returns>Which.</returns>
    public async Task<IReadOnlyList<int>> DestroyBeforeAsync(CatalogDbContext db, int month, CancellationToken cancellationToken)
    {
        var rows = await db.AuditMonthKeys.Where(k => k.Month < month && k.Sealed != null).OrderBy(k => k.Month).ToListAsync(cancellationToken);
        if (rows.Count > 0) await db.ForgetWhatIsDeletedAsync(cancellationToken);
        foreach (var row in rows) (row.Sealed, row.DestroyedAt) = (null, time.GetUtcNow());
        return [.. rows.Select(row => row.Month)];
    }

    private byte[]? Open(AuditMonthKey row) => row.Sealed is { } bytes && keys.Find(row.KeyId) is { } key ? SealedBytes.Open(bytes, key.Months, row.Month) : null;
}
