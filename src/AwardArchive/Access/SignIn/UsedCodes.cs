namespace AwardArchive.Access.SignIn;

/// <summary>A code of the second step opens once (RFC 6238 section 5.2), though it is good for a few minutes.</summary>
internal sealed class UsedCodes(AccountValues values)
{
    /// <summary>More than are good at one time: Identity takes those of two steps of 30 seconds before and after now.</summary>
    private const int Remembered = 8;

    /// <returns>False: it was used.</returns>
    public Task<bool> TryUseAsync(Guid userId, string code, CancellationToken cancellationToken) => values.TryChangeAsync(
        userId, "second-step", "used",
        value =>
        {
            var used = value?.Split(' ') ?? [];
            return used.Contains(code) ? null : string.Join(' ', used.TakeLast(Remembered - 1).Append(code));
        },
        cancellationToken);
}
