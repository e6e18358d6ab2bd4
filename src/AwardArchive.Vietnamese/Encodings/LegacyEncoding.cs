namespace AwardArchive.Vietnamese;

/// <summary>How Vietnamese was written in bytes before Unicode, and the commonest way to spoil Unicode.</summary>
public enum LegacyEncoding
{
    /// <summary>TCVN 5712:1993 as its fonts have it (<c>.VnTime</c>, ABC): small letters only; capitals are another font (<c>.VnTimeH</c>).</summary>
    Tcvn3,

    /// <summary>VNI for Windows: a letter, then the letter that stands for its marks.</summary>
    VniWindows,

    /// <summary>VPS (Vietnamese Professionals Society).</summary>
    Vps,

    /// <summary>VISCII 1.1, RFC 1456.</summary>
    Viscii,

    /// <summary>UTF-8 that was taken for Windows-1252: <c>Viá»‡t</c>.</summary>
    Utf8AsWindows1252,
}
