using AwardArchive.Archive.Postgres;

namespace AwardArchive.Archive;

/// <summary>Whether what went wrong is that a server which the archive needs does not serve for now.</summary>
internal static class Away
{
    public static bool Is(Exception exception) => exception is ObjectStoreUnavailableException || PostgresFailure.IsAway(exception);
}
