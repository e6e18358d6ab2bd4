using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Capture.Sandbox;

/// <summary>How the processes that open files are locked up.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";

    /// <value>Default <see cref="SandboxUse.Auto"/>.</value>
    public SandboxUse Use { get; set; } = SandboxUse.Auto;

    /// <value>What a child may write to its own temporary folder, which is memory. 16 MiB to 64 GiB. Default 1 GiB.</value>
    [System.ComponentModel.DataAnnotations.Range(16L << 20, 64L << 30)]
    public long TemporaryBytes { get; set; } = 1L << 30;
}

[JsonConverter(typeof(CamelCase<SandboxUse>))]
public enum SandboxUse
{
    /// <summary>As far as this machine allows.</summary>
    Auto,

    /// <summary>Without network, files and processes of others, or not at all: the service does not start.</summary>
    Required,

    /// <summary>Limits of time and memory and an empty environment only.</summary>
    Never,
}
