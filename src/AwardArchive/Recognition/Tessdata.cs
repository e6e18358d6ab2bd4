namespace AwardArchive.Recognition;

/// <summary>Where Tesseract's language data lies.</summary>
internal static class Tessdata
{
    public const string InstallCommand = "apt-get install tesseract-ocr tesseract-ocr-vie";

    // Debian 12 and 13, Debian 11, Fedora and Arch, a build by hand.
    private static readonly string[] UsualFolders =
    [
        "/usr/share/tesseract-ocr/5/tessdata",
        "/usr/share/tesseract-ocr/4.00/tessdata",
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
    ];

    /// <summary>The data files of each language, all in one folder.</summary>
    /// <param name="languages">Joined by <c>+</c>.</param>
    /// <param name="folder">Null: <c>TESSDATA_PREFIX</c>, else the usual folders.</param>
    /// <exception cref="RecognitionUnavailableException">No folder has them all.</exception>
    public static IReadOnlyList<string> Find(string languages, string? folder)
    {
        var names = languages.Split('+');
        foreach (var candidate in Candidates(folder))
        {
            var files = Array.ConvertAll(names, name => Path.Combine(candidate, name + ".traineddata"));
            if (Array.TrueForAll(files, File.Exists)) return files;
        }
        throw new RecognitionUnavailableException(
            $"Thiếu dữ liệu ngôn ngữ \"{languages}\" của Tesseract. Hãy cài đặt: {InstallCommand}",
            $"No language data for '{languages}' in {string.Join(", ", Candidates(folder))}. Install it: {InstallCommand}");
    }

    /// <summary>Whether there is data of any language.</summary>
    public static bool IsInstalled(string? folder) =>
        Candidates(folder).Any(candidate => Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*.traineddata").Any());

    /// <summary>The folders that a worker of these settings may look into.</summary>
    public static IEnumerable<string> FoldersOf(Workers.WorkerSettings settings) =>
        Candidates(settings.TessdataFolder).Select(Path.GetFullPath).Where(folder => !folder.StartsWith("/usr/", StringComparison.Ordinal) && Directory.Exists(folder));

    private static string[] Candidates(string? folder)
    {
        if (folder is { Length: > 0 }) return [folder];
        // Since version 4 the variable names the folder itself; before, its parent.
        return Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } prefix
            ? [prefix, Path.Combine(prefix, "tessdata")]
            : UsualFolders;
    }
}
