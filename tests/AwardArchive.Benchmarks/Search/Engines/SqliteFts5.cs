using AwardArchive.Benchmarks.Search.Corpus;
using Microsoft.Data.Sqlite;

namespace AwardArchive.Benchmarks.Search.Engines;

/// <summary>SQLite's FTS5 without content, <c>unicode61 remove_diacritics 2</c>, bm25: all words, or any when no paper has all.</summary>
internal sealed class SqliteFts5 : ISearchEngine
{
    private readonly string file;
    private readonly string source;
    private readonly List<Guid> ids = [];

    public SqliteFts5(string folder)
    {
        file = Path.Combine(folder, "fts5.db");
        source = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        using var connection = Open();
        using var version = connection.CreateCommand();
        version.CommandText = "SELECT sqlite_version()";
        Version = $"SQLite {version.ExecuteScalar()}";
    }

    public string Name => "SQLite FTS5";

    public string Version { get; }

    public long IndexBytes => new FileInfo(file).Length;

    public bool Answers(EngineQueryKind kind) => kind == EngineQueryKind.Words;

    public async Task<BuildTime> BuildAsync(IEnumerable<CorpusDocument> papers, CancellationToken cancellationToken)
    {
        var timed = new TimedPapers(papers);
        await using var connection = Open();
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE paper USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2'); CREATE TABLE title (row INTEGER PRIMARY KEY, title TEXT)");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO paper (rowid, text) VALUES ($row, $text); INSERT INTO title VALUES ($row, $title)";
        var row = insert.Parameters.Add("$row", SqliteType.Integer);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        var title = insert.Parameters.Add("$title", SqliteType.Text);
        foreach (var paper in timed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            title.Value = paper.Title;
            row.Value = ids.Count;
            text.Value = PeerText.WithoutStroke(paper.Text);
            ids.Add(paper.Id);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return timed.Elapsed;
    }

    public Task<EngineAnswer> SearchAsync(EngineQuery query)
    {
        var parts = PeerText.Parts(PeerText.WithoutStroke(query.Text)).Where(part => part.Text.Any(char.IsLetterOrDigit)).Select(part => $"\"{part.Text}\"").ToList();
        using var connection = Open();
        var all = Find(connection, string.Join(' ', parts));
        return Task.FromResult(all.Total > 0 || parts.Count < 2 ? all : Find(connection, string.Join(" OR ", parts)));
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private EngineAnswer Find(SqliteConnection connection, string match)
    {
        using var best = connection.CreateCommand();
        best.CommandText = "SELECT row, title FROM (SELECT rowid AS found, rank FROM paper WHERE paper MATCH $match ORDER BY rank LIMIT 10) JOIN title ON row = found ORDER BY rank";
        best.Parameters.AddWithValue("$match", match);
        var top = new List<Guid>();
        using (var rows = best.ExecuteReader())
        {
            while (rows.Read())
            {
                _ = rows.GetString(1);
                top.Add(ids[rows.GetInt32(0)]);
            }
        }
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM paper WHERE paper MATCH $match";
        count.Parameters.AddWithValue("$match", match);
        return new(Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture), top);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(source);
        connection.Open();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
