namespace AwardArchive.Access.Accounts;

/// <summary>Check boxes of one name in a sent form.</summary>
internal static class FormChoices
{
    /// <returns>Those that are checked; empty: none, or nothing was sent.</returns>
    public static IReadOnlyList<T> Of<T>(HttpContext http, string name)
        where T : struct, Enum =>
        http.Request.HasFormContentType
            ? [.. http.Request.Form[name].Select(text => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : default)]
            : [];
}
