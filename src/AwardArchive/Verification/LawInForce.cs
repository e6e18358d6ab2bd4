using System.Globalization;

namespace AwardArchive.Verification;

/// <summary>The law of a rule set, as it stood from a day on.</summary>
internal interface ILawVersion
{
    /// <summary>The first day on which it is in force.</summary>
    DateOnly From { get; }
}

internal static class LawInForce
{
    /// <summary>The version in force on a day.</summary>
    /// <param name="versions">Oldest first.</param>
    /// <exception cref="BadCaseException">The day is before the first law.</exception>
    public static TVersion On<TVersion>(IReadOnlyList<TVersion> versions, DateOnly day)
        where TVersion : ILawVersion =>
        versions.LastOrDefault(version => version.From <= day) ?? throw new BadCaseException(
            "asOf", $"không có quy định nào có hiệu lực vào ngày {Written(day)}; quy định đầu tiên có hiệu lực từ {Written(versions[0].From)}.");

    /// <summary>As Vietnamese papers write a day: <c>10-02-2015</c>.</summary>
    public static string Written(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
