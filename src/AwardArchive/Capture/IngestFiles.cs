using System.Runtime.CompilerServices;
using AwardArchive.Archive;

namespace AwardArchive.Capture;

/// <summary>A line of <c>ingest --json</c>.</summary>
/// <param name="File">As found: the path given, or below the folder given.</param>
/// <param name="Outcome"><c>accepted</c>, <c>duplicate</c>, <c>skipped</c> or <c>refused</c>.</param>
/// <param name="Status">Of the document at that moment; null without one.</param>
/// <param name="Pages">Null without a document.</param>
/// <param name="Reason">For people; null when accepted or duplicate.</param>
internal sealed record IngestOutcome(
    string File, string Outcome, Guid? Id = null, string? Sha256 = null, string? Status = null, int? Pages = null, string? Reason = null)
{
    public static IngestOutcome Skipped(string file, string reason) => new(file, "skipped", Reason: reason);

    public static IngestOutcome Refused(string file, string reason) => new(file, "refused", Reason: reason);
}

/// <summary>Where files go: the archive in this process, or a server's.</summary>
internal interface IIngestTarget
{
    /// <param name="content">The file from its start.</param>
    /// <param name="name">Without folders.</param>
    /// <param name="folder">Where it was found; kept as the source reference.</param>
    /// <exception cref="CaptureRefusedException">The file is not taken.</exception>
    /// <exception cref="StorageFullException">There is no room.</exception>
    Task<IngestedDocument> SendAsync(FileStream content, string name, string? folder, CancellationToken cancellationToken);
}

internal sealed record IngestedDocument(Guid Id, string Sha256, string Status, int? Pages, bool Duplicate);

/// <summary>One thing to do: a file, or a folder that could not be listed.</summary>
/// <param name="Folder">Where it was found, from the name of the folder given; null for a file that was named itself.</param>
/// <param name="Problem">Known before it is opened; null when it may be tried.</param>
internal sealed record IngestItem(string Path, string? Folder, string? Problem = null);

/// <summary>The core of the <c>ingest</c> command: finds files and sends them one after another.</summary>
internal sealed class IngestFiles(IIngestTarget target)
{
    /// <summary>Every file of the paths, folders with all they hold.</summary>
    /// <returns>In the order of the paths; inside a folder in ordinal order.</returns>
    public static IReadOnlyList<IngestItem> List(IEnumerable<string> paths)
    {
        var items = new List<IngestItem>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var above = Path.GetDirectoryName(Path.GetFullPath(path).TrimEnd('/')) ?? "/";
                items.AddRange(FolderWalk
                    .Files(path, [], (folder, e) => items.Add(new(folder, folder, $"Không đọc được thư mục: {e.Message}")))
                    .Select(file => new IngestItem(file.FullName, Path.GetRelativePath(above, file.DirectoryName!))));
            }
            else
            {
                items.Add(new(path, Folder: null));
            }
        }
        return items;
    }

    /// <summary>One outcome an item, as soon as it is known.</summary>
    public async IAsyncEnumerable<IngestOutcome> RunAsync(
        IEnumerable<IngestItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            yield return await IngestAsync(item, cancellationToken);
        }
    }

    private async Task<IngestOutcome> IngestAsync(IngestItem item, CancellationToken cancellationToken)
    {
        if (item.Problem is not null) return IngestOutcome.Refused(item.Path, item.Problem);
        try
        {
            // An empty file may also be a pipe, and opening that would wait for ever.
            if (new FileInfo(item.Path).Length == 0) return IngestOutcome.Refused(item.Path, CaptureProblem.EmptyFile.Title);
            if (item.Folder is not null && FileSignature.MediaTypeOf(item.Path) is null) return IngestOutcome.Skipped(item.Path, CaptureProblem.UnsupportedType.Title);
            await using var content = new FileStream(item.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            var document = await target.SendAsync(content, Path.GetFileName(item.Path), item.Folder, cancellationToken);
            return new(
                item.Path, document.Duplicate ? "duplicate" : "accepted", document.Id, document.Sha256, document.Status, document.Pages);
        }
        catch (CaptureRefusedException e)
        {
            return IngestOutcome.Refused(item.Path, e.Message);
        }
        catch (StorageFullException)
        {
            return IngestOutcome.Refused(item.Path, CaptureProblem.StorageFull.Title);
        }
        catch (Exception e) when (Away.Is(e))
        {
            return IngestOutcome.Refused(item.Path, CaptureProblem.StorageAway.Title);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return IngestOutcome.Refused(item.Path, $"Không đọc được tệp: {e.Message}");
        }
    }
}
