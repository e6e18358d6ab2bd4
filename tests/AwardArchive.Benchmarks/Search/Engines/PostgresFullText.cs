using AwardArchive.Benchmarks.Search.Corpus;
using Npgsql;
using NpgsqlTypes;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>PostgreSQL's text search: <c>simple</c> behind <c>unaccent</c>, GIN over a stored vector, <c>ts_rank</c>: all words, or any when no paper has all.</summary>
internal sealed class PostgresFullText : ISearchEngine
{
    private readonly PostgresServer server;
    private readonly NpgsqlDataSource source;
    private readonly List<Guid> ids = [];

    private PostgresFullText(PostgresServer server, NpgsqlDataSource source, string version)
    {
        (this.server, this.source) = (server, source);
        Version = $"PostgreSQL {version}";
    }

    public string Name => "PostgreSQL";

    public string Version { get; }

    public long IndexBytes { get; private set; }

    public static async Task<PostgresFullText> CreateAsync()
    {
        var server = await PostgresServer.StartAsync();
        var source = NpgsqlDataSource.Create(server.ConnectionString);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return new(server, source, connection.PostgreSqlVersion.ToString());
            }
            catch (NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(100); // it is starting
            }
        }
    }

    public bool Answers(EngineQueryKind kind) => kind == EngineQueryKind.Words;

    public async Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            """
            CREATE EXTENSION unaccent;
            CREATE TEXT SEARCH CONFIGURATION bare (COPY = simple);
            ALTER TEXT SEARCH CONFIGURATION bare ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part, numword, numhword, hword_numpart
              WITH unaccent, simple;
            CREATE TABLE paper (n int PRIMARY KEY, title text, body text NOT NULL, vector tsvector GENERATED ALWAYS AS (to_tsvector('bare', body)) STORED);
            """, cancellationToken);
        var timed = new TimedPapers(papers);
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        await using (var copy = await connection.BeginBinaryImportAsync("COPY paper (n, title, body) FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var paper in timed)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(ids.Count, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(paper.Title, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(PeerText.Composed(paper.Text), NpgsqlDbType.Text, cancellationToken);
                ids.Add(paper.Id);
            }
            await copy.CompleteAsync(cancellationToken);
        }
        await ExecuteAsync("CREATE INDEX ON paper USING gin (vector)", cancellationToken);
        await ExecuteAsync("VACUUM ANALYZE paper", cancellationToken);
        await using var size = source.CreateCommand("SELECT pg_indexes_size('paper') + sum(pg_column_size(vector))::bigint FROM paper");
        IndexBytes = (long)(await size.ExecuteScalarAsync(cancellationToken))!;
        return timed.Elapsed;
    }

    public async Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        var parts = PeerText.Parts(PeerText.Composed(query.Text));
        var phrases = parts.Where(part => part.IsPhrase).Select(part => part.Text).ToList();
        var words = string.Join(' ', parts.Where(part => !part.IsPhrase).Select(part => part.Text));
        var tests = phrases.Select((_, i) => $"phraseto_tsquery('bare', ${i + 2})").ToList();
        var all = string.Join(" && ", tests.Prepend("plainto_tsquery('bare', $1)"));
        var found = await FindAsync(all, words, phrases);
        if (found.Total > 0) return found;
        var any = string.Join(" || ", tests.Prepend("replace(plainto_tsquery('bare', $1)::text, '&', '|')::tsquery"));
        return await FindAsync(any, words, phrases);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task<EngineAnswer> FindAsync(string query, string words, List<string> phrases)
    {
        await using var command = source.CreateCommand(
            $"SELECT n, count(*) OVER (), title FROM paper, (SELECT {query} AS asked) q WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC, n LIMIT 10");
        command.Parameters.Add(new() { Value = words });
        foreach (var phrase in phrases) command.Parameters.Add(new() { Value = phrase });
        await using var rows = await command.ExecuteReaderAsync();
        var (total, top) = (0L, new List<Guid>());
        while (await rows.ReadAsync())
        {
            top.Add(ids[rows.GetInt32(0)]);
            total = rows.GetInt64(1);
            _ = rows.GetString(2);
        }
        return new((int)total, top);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
