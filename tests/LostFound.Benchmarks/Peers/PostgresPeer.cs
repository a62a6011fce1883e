using Npgsql;
using NpgsqlTypes;

namespace LostFound.Benchmarks.Peers;

/// <summary>
/// PostgreSQL, in one of its two ways to search text: full text (lexemes in a GIN index, ranked by ts_rank) or pg_trgm
/// (trigrams in a GiST index, nearest texts first).
/// </summary>
internal sealed class PostgresPeer : IPeer
{
    private readonly NpgsqlConnection _connection;
    private readonly Kind _kind;

    private PostgresPeer(NpgsqlConnection connection, Kind kind) => (_connection, _kind) = (connection, kind);

    public string Name => _kind.Name;

    public string Setup => $"{_kind.Setup}; {PostgresServer.SetupInWords}";

    public static Task<PostgresPeer> FullTextAsync(PostgresServer server, CancellationToken stop) => CreateAsync(server, Kind.FullText, stop);

    public static Task<PostgresPeer> TrigramsAsync(PostgresServer server, CancellationToken stop) => CreateAsync(server, Kind.Trigrams, stop);

    public async Task AddAsync(IReadOnlyList<PeerRow> batch, CancellationToken stop)
    {
        await using var copy = await _connection.BeginBinaryImportAsync("COPY items(number, text, found_at) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in batch)
        {
            await copy.StartRowAsync(stop);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(row.Text, NpgsqlDbType.Text, stop);
            await copy.WriteAsync(row.FoundAt, NpgsqlDbType.TimestampTz, stop);
        }
        await copy.CompleteAsync(stop);
    }

    public async Task<long> FinishAsync(CancellationToken stop)
    {
        foreach (var statement in _kind.Finish)
            await ExecuteAsync(statement, stop);
        await ExecuteAsync($"SET statement_timeout = {(int)PeerLimits.LongestQuery.TotalMilliseconds}", stop);
        await using var size = new NpgsqlCommand("SELECT pg_total_relation_size('items')", _connection);
        return (long)(await size.ExecuteScalarAsync(stop))!;
    }

    public async Task<IReadOnlyList<int>?> FindAsync(PeerQuestion question, bool foundAfterLoss, CancellationToken stop)
    {
        await using var find = new NpgsqlCommand(foundAfterLoss ? _kind.FindAfterLoss : _kind.Find, _connection);
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _kind.Question(question) });
        if (foundAfterLoss)
            find.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = question.PossibleFrom });
        await find.PrepareAsync(stop);
        var found = new List<int>(PeerLimits.Top);
        try
        {
            await using var rows = await find.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
                found.Add(rows.GetInt32(0));
        }
        catch (PostgresException stopped) when (stopped.SqlState == PostgresErrorCodes.QueryCanceled && !stop.IsCancellationRequested)
        {
            return null;
        }
        return found;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private static async Task<PostgresPeer> CreateAsync(PostgresServer server, Kind kind, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        var peer = new PostgresPeer(connection, kind);
        try
        {
            await connection.OpenAsync(stop);
            // Generic plans would guess at the words.
            await peer.ExecuteAsync("SET plan_cache_mode = force_custom_plan; DROP TABLE IF EXISTS items", stop);
            foreach (var statement in kind.Begin)
                await peer.ExecuteAsync(statement, stop);
            return peer;
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
        {
            await peer.DisposeAsync();
            throw new PeerMissingException(missing.MessageText);
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>What differs between the two ways. Tables are unlogged, indexes built after loading, found_at has an index of its own.</summary>
    private sealed record Kind(
        string Name, string Setup, string[] Begin, string[] Finish, string Find, string FindAfterLoss, Func<PeerQuestion, string> Question)
    {
        private const string ByTime = "CREATE INDEX ON items (found_at)";
        private const string Vacuum = "VACUUM (ANALYZE) items";

        // plainto_tsquery joins with AND; a claim never has only words of the note, so they become OR.
        private const string FullTextFind =
            "SELECT number FROM items, (SELECT replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery) AS asked(q) WHERE words @@ q";

        public static readonly Kind FullText = new(
            "PostgreSQL full text",
            "tsvector 'english' stored, GIN without pending list, distinct words joined by OR, ORDER BY ts_rank LIMIT 10",
            ["CREATE UNLOGGED TABLE items (number int PRIMARY KEY, text text NOT NULL, found_at timestamptz NOT NULL, words tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED)"],
            ["CREATE INDEX ON items USING gin (words) WITH (fastupdate = off)", ByTime, Vacuum],
            $"{FullTextFind} ORDER BY ts_rank(words, q) DESC LIMIT 10",
            $"{FullTextFind} AND found_at >= $2 ORDER BY ts_rank(words, q) DESC LIMIT 10",
            question => string.Join(' ', question.Words));

        public static readonly Kind Trigrams = new(
            "PostgreSQL pg_trgm",
            "GiST gist_trgm_ops(siglen = 128), ORDER BY text <-> claim LIMIT 10 (a GIN index and % were slower and found fewer)",
            ["CREATE EXTENSION IF NOT EXISTS pg_trgm", "CREATE UNLOGGED TABLE items (number int PRIMARY KEY, text text NOT NULL, found_at timestamptz NOT NULL)"],
            ["CREATE INDEX ON items USING gist (text gist_trgm_ops(siglen = 128))", ByTime, Vacuum],
            "SELECT number FROM items ORDER BY text <-> $1 LIMIT 10",
            "SELECT number FROM items WHERE found_at >= $2 ORDER BY text <-> $1 LIMIT 10",
            question => question.Text);
    }
}
