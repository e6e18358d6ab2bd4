using System.Globalization;

namespace AwardArchive.Vietnamese;

/// <summary>How often letters were read as others.</summary>
/// <param name="Truth">One letter or digit, two that were read as one, or none: a letter that is not on the paper.</param>
/// <param name="Read">One letter or digit, two, or none: a letter that was lost.</param>
/// <param name="Count">So often.</param>
/// <param name="Of">So often the truth stood on the pages; for added letters, all letters.</param>
public sealed record Confusion(string Truth, string Read, int Count, int Of);

/// <summary>The file <c>confusions.tsv</c>: a line a confusion, <c>truth read count of share</c> between tabs; <c>#</c> begins a comment.</summary>
public static class ConfusionTable
{
    private const string Resource = "confusions.tsv";

    /// <summary>The table inside this library.</summary>
    public static IReadOnlyList<Confusion> Embedded() => [.. EmbeddedTable.Read(Resource).Select(Of)];

    /// <exception cref="FormatException">A line is not of this form.</exception>
    public static IEnumerable<Confusion> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return EmbeddedTable.Read(reader).Select(Of);
    }

    private static Confusion Of(string[] row) => row.Length < 4
        ? throw new FormatException($"No confusion: '{string.Join('\t', row)}'.")
        : new(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture));

    /// <summary>The most frequent first; the share is for people, reading leaves it out.</summary>
    public static void Write(TextWriter writer, IEnumerable<Confusion> confusions)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var seen in confusions.OrderByDescending(seen => seen.Count).ThenBy(seen => seen.Truth, StringComparer.Ordinal).ThenBy(seen => seen.Read, StringComparer.Ordinal))
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{seen.Truth}\t{seen.Read}\t{seen.Count}\t{seen.Of}\t{(double)seen.Count / seen.Of:0.000000}\n"));
    }
}
