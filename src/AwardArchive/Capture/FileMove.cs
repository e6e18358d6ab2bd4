using System.Globalization;
using System.Text;

namespace AwardArchive.Capture;

/// <summary>Moves a file beside others without ever replacing one.</summary>
internal static class FileMove
{
    private const string ReasonEnding = ".reason.txt";

    /// <summary>NAME_MAX of Linux.</summary>
    private const int MaxNameBytes = 255;

    /// <summary>A name that is taken gets a number: <c>scan (2).tif</c>. The reason, if any, is written first, to <c>scan.tif.reason.txt</c>.</summary>
    /// <returns>Where the file is now.</returns>
    public static string WithoutOverwriting(string source, string folder, string? reason)
    {
        Directory.CreateDirectory(folder);
        for (var copy = 1; ; copy++)
        {
            var target = Path.Combine(folder, NameOf(source, copy));
            if (Path.Exists(target) || (reason is not null && Path.Exists(target + ReasonEnding))) continue;
            if (reason is not null) File.WriteAllText(target + ReasonEnding, reason + "\n");
            try
            {
                File.Move(source, target, overwrite: false);
                return target;
            }
            catch (IOException) when (Path.Exists(target))
            {
                // Somebody else took the name just now.
            }
        }
    }

    private static string NameOf(string source, int copy)
    {
        var ending = (copy == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({copy})")) + Path.GetExtension(source);
        var stem = Path.GetFileNameWithoutExtension(source);
        while (stem.Length > 0 && Encoding.UTF8.GetByteCount(stem + ending + ReasonEnding) > MaxNameBytes) stem = stem[..^1];
        return stem + ending;
    }
}
