namespace AwardArchive.Archive;

/// <summary>What of the archive somebody may see. Nothing outside it is there for them.</summary>
public sealed class Sight
{
    private Sight(Confidentiality? clearance, IReadOnlySet<Guid> groups, bool isLimited) => (Clearance, Groups, IsLimited) = (clearance, groups, isLimited);

    /// <summary>Of the service's own work, and of who works at the machine itself.</summary>
    public static Sight Everything { get; } = new(Confidentiality.UltraSecret, new HashSet<Guid>(), isLimited: false);

    public static Sight Nothing { get; } = new(null, new HashSet<Guid>(), isLimited: true);

    /// <summary>Papers up to this level; null: none.</summary>
    public Confidentiality? Clearance { get; }

    /// <summary>Collections that are granted to groups are seen through these.</summary>
    public IReadOnlySet<Guid> Groups { get; }

    /// <summary>False: all is seen, and nobody asks for clearance or groups.</summary>
    public bool IsLimited { get; }

    /// <summary>The same for two who see the same of every archive; what is kept in memory of papers is kept for one of these.</summary>
    public string Key => IsLimited ? $"{Clearance:D}:{string.Join(',', Groups.Order())}" : "";

    public static Sight Of(Confidentiality clearance, IEnumerable<Guid> groups) => new(clearance, groups.ToHashSet(), isLimited: true);
}

/// <summary>Who acts now. Ambient, so that no code can forget to pass it on: each request begins as <see cref="Nobody"/> and sees nothing until somebody
/// is known to have sent it; what the service does by itself is <see cref="System"/>.</summary>
/// <param name="UserId">Null: no account.</param>
/// <param name="Name">Of the account.</param>
/// <param name="DisplayName">As people know who it is.</param>
/// <param name="Address">Where the request came from; null: from here.</param>
/// <param name="TokenId">The token it came with; null: none.</param>
public sealed record Actor(Guid? UserId, string Name, string DisplayName, string? Address, Guid? TokenId, Sight Sight)
{
    private static readonly AsyncLocal<Actor?> Ambient = new();

    public static Actor System { get; } = new(null, "system", "Hệ thống", null, null, Sight.Everything);

    public static Actor Nobody { get; } = new(null, "", "", null, null, Sight.Nothing);

    public static Actor Current => Ambient.Value ?? System;

    /// <summary>The name under which something is said or decided: the one given, else that of whoever acts; empty where nobody is known.</summary>
    public static string Signature(string? by) => !string.IsNullOrWhiteSpace(by) ? by : Current.UserId is null ? "" : Current.DisplayName;

    /// <summary>From here on, in this flow of control, this actor acts, until what is returned is disposed.</summary>
    public static IDisposable Use(Actor actor)
    {
        var before = Ambient.Value;
        Ambient.Value = actor;
        return new Restore(before);
    }

    private sealed class Restore(Actor? before) : IDisposable
    {
        public void Dispose() => Ambient.Value = before;
    }
}
