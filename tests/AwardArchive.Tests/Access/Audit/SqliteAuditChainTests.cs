using System.Runtime.Versioning;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;

namespace AwardArchive.Tests.Access.Audit;

/// <summary>The contract on one machine.</summary>
public sealed class SqliteAuditChainTests : AuditChainContract
{
    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task The_key_is_a_file_that_only_its_owner_reads()
    {
        await using var archive = Create([]);
        await archive.LookAsync(1);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Data, "keys", "audit.key")));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_compute_is_text_in_the_table()
    {
        await using var archive = Create([]);
        await archive.Log.AppendAsync(
            new(AuditAction.SignInFailed, null, "@SUM(A1)"), AuditOutcome.Failed, null, Actor.Nobody with { Name = "=HYPERLINK(\"http://x\")", Address = "+1" }, TestContext.Current.CancellationToken);
        using var table = new MemoryStream();
        await archive.Service<AuditExport>().WriteAsync(table, new(), TestContext.Current.CancellationToken);
        var row = System.Text.Encoding.UTF8.GetString(table.ToArray()).Split("\r\n")[1];
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", row, StringComparison.Ordinal);
        Assert.Contains("'+1", row, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1)", row, StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await base.DisposeAsync();
    }

    private protected override AuditArchive Create(Dictionary<string, string?> settings) => new(Data, Time, settings);
}
