namespace AwardArchive.Recognition.Exports;

/// <summary>Names for the exports of several files in one folder.</summary>
internal static class ExportNames
{
    /// <summary>
    /// <c>scan.tif</c> gives <c>scan.txt</c>; where that would meet another export or one of the files themselves, the whole name is kept,
    /// <c>scan.tif.txt</c>, and where that still meets, a number follows: <c>scan.tif.2.txt</c>.
    /// </summary>
    /// <param name="files">The originals, in any folders.</param>
    /// <param name="folder">Of the exports.</param>
    /// <param name="extension">With its dot.</param>
    /// <returns>A full path for each file, all different, none of them an original.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> files, string folder, string extension)
    {
        var originals = files.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var names = files.Select(file => PathOf(Path.GetFileNameWithoutExtension(file))).ToArray();
        var contested = names.GroupBy(name => name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || originals.Contains(group.Key)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        // Who keeps a short name has it before the others look for theirs.
        var taken = names.Except(contested, StringComparer.Ordinal).Concat(originals).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (contested.Contains(names[i])) names[i] = Free(Path.GetFileName(files[i]));
        }
        return names;

        string PathOf(string name) => Path.GetFullPath(Path.Combine(folder, name + extension));

        string Free(string whole)
        {
            var path = PathOf(whole);
            for (var number = 2; !taken.Add(path); number++) path = PathOf($"{whole}.{number}");
            return path;
        }
    }
}
