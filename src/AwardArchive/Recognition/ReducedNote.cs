namespace AwardArchive.Recognition;

/// <summary>What is said of a page that had more pixels than <see cref="RecognitionOptions.MaxPagePixels"/> and was made smaller.</summary>
internal static class ReducedNote
{
    /// <summary>The parameter of <see cref="EngineInfo"/> that tells the size it had, in pixels: <c>21000x29700</c>.</summary>
    public const string Size = "reducedFrom";

    public static string SizeOf(int width, int height) => FormattableString.Invariant($"{width}x{height}");

    /// <summary>For people; null when the page was read as large as it came.</summary>
    public static string? Of(EngineInfo engine) => engine.Parameters.GetValueOrDefault(Size) is not { } size
        ? null
        : $"Ảnh gốc của trang này quá lớn ({size.Replace("x", " × ", StringComparison.Ordinal)} điểm ảnh) nên đã được thu nhỏ trước khi nhận dạng; bản gốc vẫn được giữ nguyên.";
}
