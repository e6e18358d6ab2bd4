using System.Globalization;

namespace AwardArchive.People;

/// <summary>Where a list of proposals goes on; written as digits, letters, signs and an underscore.</summary>
internal readonly record struct PairCursor(double Probability, Guid Id)
{
    /// <summary>Null of anything that <see cref="ToString"/> did not write.</summary>
    public static PairCursor? Read(string? text) =>
        text?.Split('_') is [var probability, var id]
        && double.TryParse(probability, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var share) && double.IsFinite(share)
        && Guid.TryParseExact(id, "N", out var pair)
            ? new(share, pair)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Probability:R}_{Id:N}");
}
