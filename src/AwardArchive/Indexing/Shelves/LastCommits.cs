using Lucene.Net.Index;

namespace AwardArchive.Indexing;

/// <summary>Keeps a few commits of a shelf: the newest may not count yet, and then the one before does.</summary>
internal sealed class LastCommits(int kept) : IndexDeletionPolicy
{
    /// <summary>The file of the newest; null before the first.</summary>
    public string? File { get; private set; }

    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        if (commits.Count > 0) File = commits[^1].SegmentsFileName;
        for (var i = 0; i < commits.Count - kept; i++) commits[i].Delete();
    }
}
