using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition;

/// <summary>What is said of a page whose own text was in an encoding of before Unicode.</summary>
internal static class LegacyNote
{
    /// <summary>The parameter of <see cref="EngineInfo"/> that names encodings and fonts: <c>TCVN3 (.VnTime, .VnTimeH)</c>.</summary>
    public const string Encoding = "legacyEncoding";

    /// <summary>The parameter that lists what could not be converted, with how often: <c>U+FFFD ×3</c>.</summary>
    public const string Unconverted = "unconverted";

    public static string NameOf(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => "TCVN3",
        LegacyEncoding.VniWindows => "VNI",
        LegacyEncoding.Vps => "VPS",
        LegacyEncoding.Viscii => "VISCII",
        _ => "UTF-8 / Windows-1252",
    };

    /// <summary>For people; null when the page was in Unicode, or recognized from its picture.</summary>
    public static string? Of(EngineInfo engine) => engine.Parameters.GetValueOrDefault(Encoding) is not { } encoding
        ? null
        : $"Chữ của trang này dùng bảng mã cũ {encoding}, đã chuyển sang Unicode."
            + (engine.Parameters.GetValueOrDefault(Unconverted) is { } lost ? $" Không chuyển được: {lost}." : "");
}
