using AwardArchive.Archive;

namespace AwardArchive.Fixity;

/// <summary>Counts what a run reads, and holds it to its pace.</summary>
internal sealed class RunMeter(FixityPass pass, Pace pace)
{
    public bool IsSpent => pace.IsSpent;

    public Task CountAsync(Examined examined, CancellationToken cancellationToken)
    {
        pass.Objects++;
        pass.Bytes += examined.ByteSize;
        return pace.SpendAsync(examined.ByteSize, cancellationToken);
    }
}
