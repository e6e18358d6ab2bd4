namespace AwardArchive.Capture;

/// <summary>The name a file arrives under, made fit to be shown. It is never used as a path.</summary>
internal static class DocumentName
{
    /// <summary>What Linux and Windows allow for one name.</summary>
    private const int MaxLength = 255;

    /// <summary>Some browsers send the path on the sender's disk: its last part is the name.</summary>
    /// <returns>NFC, 1 to 255 characters, without control characters and path separators.</returns>
    /// <exception cref="CaptureRefusedException">Nothing is left, it is too long, or no honest sender would write it: NUL, steps up the folders.</exception>
    public static string Clean(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal)) throw Bad("có ký tự NUL");
        var parts = name.Split('/', '\\');
        if (parts.Contains("..")) throw Bad("có đường dẫn \"..\"");
        var shown = DisplayText.Clean(parts[^1]);
        if (shown is "" or ".") throw Bad("tên rỗng");
        return shown.Length <= MaxLength ? shown : throw Bad($"dài quá {MaxLength} ký tự");
    }

    private static CaptureRefusedException Bad(string why) => new(CaptureProblem.BadFileName, $"Tên tệp không hợp lệ: {why}.");
}
