using System.Globalization;
using System.Text;
using AwardArchive.Archive;

namespace AwardArchive.Indexing;

/// <summary>
/// The index on disk: a folder for each generation and a small file, <c>current</c>, that names the one in use; another, <c>building</c>, the one
/// that shall take its place.
/// </summary>
/// <remarks>
/// A generation becomes the one in use by a rename of that file; whatever it does not name is left over from a process that was killed.
/// A damaged generation is kept as <c>damaged</c>, the last one only.
/// </remarks>
internal sealed class IndexFolder(string path)
{
    private const string Damaged = "damaged";

    private string CurrentFile => Path.Combine(path, "current");

    private string BuildingFile => Path.Combine(path, "building");

    /// <summary>The generation in use; null when there is none.</summary>
    public string? FindCurrent() => NameIn(CurrentFile);

    /// <summary>The generation that is being built beside it; null when none is.</summary>
    public string? FindBuilding() => NameIn(BuildingFile);

    /// <summary>From now on this generation is kept when the process ends.</summary>
    public void BeginBuilding(string generation) => Write(BuildingFile, generation);

    public void EndBuilding() => File.Delete(BuildingFile);

    private static string? NameIn(string file)
    {
        try
        {
            var name = File.ReadAllText(file).Trim();
            // An empty or strange file is what a loss of power may leave: no generation then.
            return name.Length > 0 && name.All(char.IsAsciiDigit) ? name : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public DirectoryInfo FolderOf(string generation) => new(Path.Combine(path, generation));

    /// <summary>Makes an empty folder for a new generation, with a name above all others.</summary>
    public string Create()
    {
        var last = Directory.CreateDirectory(path).EnumerateDirectories().Select(folder => folder.Name).Append(FindCurrent())
            .Max(known => int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        var name = (last + 1).ToString(CultureInfo.InvariantCulture);
        FolderOf(name).Create();
        return name;
    }

    /// <summary>From now on this generation is the one in use, whatever happens.</summary>
    public void MakeCurrent(string generation) => Write(CurrentFile, generation);

    private void Write(string target, string generation)
    {
        var temporary = target + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.ASCII.GetBytes(generation));
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, target, overwrite: true);
        Posix.FlushFolder(path); // before the old generation may go
    }

    /// <summary>Takes a generation that cannot be read out of the way, for a person to look at.</summary>
    public void SetAside(string generation)
    {
        var damaged = FolderOf(Damaged);
        if (damaged.Exists) damaged.Delete(recursive: true);
        var folder = FolderOf(generation);
        if (folder.Exists) Directory.Move(folder.FullName, damaged.FullName);
    }

    public void Delete(string generation) => FolderOf(generation).Delete(recursive: true);

    /// <summary>Deletes what a killed process left: every generation but these.</summary>
    public void DeleteAllBut(string? generation, string? building)
    {
        foreach (var folder in Directory.CreateDirectory(path).EnumerateDirectories())
        {
            if (folder.Name != generation && folder.Name != building && folder.Name != Damaged) folder.Delete(recursive: true);
        }
    }
}
