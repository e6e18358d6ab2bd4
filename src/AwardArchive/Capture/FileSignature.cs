namespace AwardArchive.Capture;

/// <summary>Tells a file's type by its first bytes, never by its name.</summary>
internal static class FileSignature
{
    public const string Pdf = "application/pdf";
    public const string Tiff = "image/tiff";
    public const string BigTiff = "image/tiff-big";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    /// <summary>How many bytes from the start are enough: readers of PDF accept its header anywhere in them.</summary>
    public const int Length = 1024;

    /// <param name="start">The first <see cref="Length"/> bytes, fewer if the file is shorter.</param>
    /// <returns>The media type; null for any other type.</returns>
    public static string? MediaTypeOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => Tiff,
        [(byte)'I', (byte)'I', 43, 0, ..] or [(byte)'M', (byte)'M', 0, 43, ..] => BigTiff,
        _ => start.IndexOf("%PDF-"u8) >= 0 ? Pdf : null,
    };

    /// <returns>The media type; null for any other type.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string? MediaTypeOf(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> start = stackalloc byte[Length];
        return MediaTypeOf(start[..RandomAccess.Read(file, start, 0)]);
    }
}
