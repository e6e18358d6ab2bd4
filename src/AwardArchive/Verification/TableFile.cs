namespace AwardArchive.Verification;

/// <summary>Law as data: UTF-8 tables inside the program, a row a line, cells divided by tabs, <c>#</c> before remarks.</summary>
internal static class TableFile
{
    /// <param name="name">Of the file, without its folder.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(TableFile).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    /// <summary>A day of a table; null where it has <c>-</c>.</summary>
    public static DateOnly? Day(string cell) => cell == "-" ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd");
}
