namespace AwardArchive.Vietnamese;

/// <summary>The tables that come with the library: UTF-8 text, a row a line, cells divided by tabs, <c>#</c> before remarks.</summary>
internal static class EmbeddedTable
{
    /// <param name="name">Of the file, without its folder.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        foreach (var row in Read(reader)) yield return row;
    }

    /// <summary>The same of a table that lies elsewhere.</summary>
    public static IEnumerable<string[]> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
