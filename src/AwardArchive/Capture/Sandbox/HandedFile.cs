namespace AwardArchive.Capture.Sandbox;

#pragma warning disable CA1416 // Modes of files: the service runs where there are some.

/// <summary>One file for one program, as that program sees it.</summary>
internal sealed class HandedFile : IDisposable
{
    private readonly Inbox? _inbox;

    /// <param name="path">Absolute, so that it is never taken for an option.</param>
    public HandedFile(ParserSandbox sandbox, string path)
    {
        if (!sandbox.Status.FilesAreAway)
        {
            (Inside, Visible) = (path, []);
        }
        else if (sandbox.Status.HasOwnUser && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead))
        {
            _inbox = sandbox.OpenInbox();
            (Inside, Visible) = (_inbox.Place(path), _inbox.Visible);
        }
        else
        {
            (Inside, Visible) = ("/in/file", [(path, "/in/file")]);
        }
    }

    public string Inside { get; }

    public IReadOnlyList<(string Path, string Inside)> Visible { get; }

    public void Dispose() => _inbox?.Dispose();
}
