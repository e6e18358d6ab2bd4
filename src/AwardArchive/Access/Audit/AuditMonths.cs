using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Enciphers what may name persons with a key of its month (AES-256-GCM), and forgets it by destroying the key: the chain, which hashes the enciphered
/// bytes, stays whole.</summary>
internal sealed class AuditMonths(AuditKeys keys, TimeProvider time)
{
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    /// <summary>Of November 2026: 202611.</summary>
    public static int Of(DateTimeOffset at) => at.UtcDateTime.Year * 100 + at.UtcDateTime.Month;

    /// <summary>The key of the month, made where there is none, in the open transaction of whoever holds the chain.</summary>
    /// <param name="month">As <see cref="Of"/> gives it.</param>
    /// <returns>Null: it was destroyed, or a machine with another secret made it.</returns>
    public async Task<byte[]?> GetAsync(CatalogDbContext db, int month, CancellationToken cancellationToken)
    {
        if (await db.AuditMonthKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Month == month, cancellationToken) is { } row) return Open(row);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        db.AuditMonthKeys.Add(new AuditMonthKey { Month = month, KeyId = keys.Current.Id, Sealed = Seal(key, keys.Current.Months, month), CreatedAt = time.GetUtcNow() });
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

    /// <param name="bound">What it belongs to: opened for something else, it is no text.</param>
    public static byte[] Seal(string text, byte[] key, long bound) => Seal(Encoding.UTF8.GetBytes(text), key, bound);

    /// <returns>Null where it was altered.</returns>
    public static string? Open(byte[] text, byte[] key, long bound) => OpenBytes(text, key, bound) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private byte[]? Open(AuditMonthKey row) => row.Sealed is { } bytes && keys.Find(row.KeyId) is { } key ? OpenBytes(bytes, key.Months, row.Month) : null;

    private static byte[] Seal(byte[] text, byte[] key, long bound)
    {
        var result = new byte[NonceBytes + text.Length + TagBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(result.AsSpan(0, NonceBytes), text, result.AsSpan(NonceBytes, text.Length), result.AsSpan(NonceBytes + text.Length), BitConverter.GetBytes(bound));
        return result;
    }

    private static byte[]? OpenBytes(byte[] text, byte[] key, long bound)
    {
        if (text.Length < NonceBytes + TagBytes) return null;
        var result = new byte[text.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(text.AsSpan(0, NonceBytes), text.AsSpan(NonceBytes, result.Length), text.AsSpan(NonceBytes + result.Length), result, BitConverter.GetBytes(bound));
            return result;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
