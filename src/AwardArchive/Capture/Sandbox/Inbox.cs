using AwardArchive.Archive;

namespace AwardArchive.Capture.Sandbox;

#pragma warning disable CA1416 // Modes of files: the service runs where there are some.

/// <summary>The folder through which one child gets its files. The child sees it read only; what was placed vanishes with it.</summary>
/// <remarks>
/// A file is linked, not copied: the link is another name for the same bytes, and cannot be written through a mount that is read only.
/// Where it cannot be linked, or the child's user could not read it, it is copied.
/// </remarks>
internal sealed class Inbox : IDisposable
{
    private const string Inside = "/in";
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string? _own;
    private readonly string? _folder;
    private readonly bool _otherUser;
    private readonly Dictionary<string, string> _placed = [];
    private int _count;

    /// <param name="folder">Made here; null when children see the files where they are.</param>
    /// <param name="otherUser">Whether the child runs as somebody else.</param>
    public Inbox(string? folder, bool otherUser)
    {
        (_own, _otherUser) = (folder, otherUser);
        if (folder is null) return;
        // What all may read inside, nobody else gets at from outside.
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        File.SetUnixFileMode(_folder, ReadableByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>What the child must be given to see it.</summary>
    public IReadOnlyList<(string Path, string Inside)> Visible => _folder is null ? [] : [(_folder, Inside)];

    /// <summary>Puts a file where the child can read it.</summary>
    /// <returns>Its path for the child; the same for the same file, as long as it lies there.</returns>
    public string Place(string path)
    {
        if (_folder is null) return path;
        if (!_placed.TryGetValue(path, out var name))
        {
            name = $"{_count++}";
            Put(path, Path.Combine(_folder, name));
            _placed[path] = name;
        }
        return $"{Inside}/{name}";
    }

    /// <summary>Takes away what the next request does not need.</summary>
    public void Clear(string? except = null)
    {
        foreach (var (path, name) in _placed.Where(one => one.Key != except).ToList())
        {
            File.Delete(Path.Combine(_folder!, name));
            _placed.Remove(path);
        }
    }

    public void Dispose()
    {
        if (_own is not null && Directory.Exists(_own)) Directory.Delete(_own, recursive: true);
    }

    private void Put(string path, string target)
    {
        if ((!_otherUser || File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead)) && Posix.TryLink(path, target)) return;
        File.Copy(path, target);
        File.SetUnixFileMode(target, ReadableByAll);
    }
}
