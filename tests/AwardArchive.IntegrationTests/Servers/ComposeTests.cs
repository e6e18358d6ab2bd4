using System.Text.RegularExpressions;

namespace AwardArchive.Tests.Servers;

/// <summary>What <c>docker-compose.yml</c> promises, as docker-compose itself understands it.</summary>
public sealed partial class ComposeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_composed_archive_is_reached_from_this_machine_only_and_holds_no_secret()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/docker-compose"), "Needs docker-compose.");
        File.Copy(Path.Combine(Repository.Root, "docker-compose.yml"), folder.File("docker-compose.yml"));
        Directory.CreateDirectory(folder.File("secrets"));
        foreach (var secret in new[] { "postgres", "minio-root", "s3-key" }) await File.WriteAllTextAsync(folder.File($"secrets/{secret}"), "x", TestContext.Current.CancellationToken);

        var config = await ExternalProgram.RunAsync("docker-compose", "-f", folder.File("docker-compose.yml"), "config");

        var ports = Ports().Matches(config).Select(match => match.Value.Trim()).ToList();
        Assert.Equal(["- 127.0.0.1:8080:8080/tcp"], ports);
        Assert.DoesNotMatch(@"(?i)(password|secretkey)(?!_FILE)\w*: \S", config);
        Assert.Contains("read_only: true", config, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"(?m)^\s*- \S+:\d+/tcp$")]
    private static partial Regex Ports();
}
