using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LostFound.Benchmarks.Peers;

/// <summary>
/// SQLite's full-text index, ranked by BM25, in this process on a file that its cache holds whole. The row number is the item's
/// number, so that "found after the loss" is a range of rows: the cheapest filter that FTS5 has.
/// </summary>
internal sealed class Fts5Peer : IPeer
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lostfound-fts5-");
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _findAfterLoss;
    private readonly bool _trigram;

    private Fts5Peer(string name, string tokenizer, bool trigram)
    {
        Name = name;
        Setup = $"tokenize='{tokenizer}', {(trigram ? "each word of 3 letters or more" : "each distinct word")} quoted and joined by OR, "
            + "ORDER BY rank LIMIT 10; contentless, optimised after loading; file mapped into memory, 1 GB cache, prepared statements";
        _trigram = trigram;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(_folder.FullName, "items.db"),
            Pooling = false,
        }.ToString());
        _connection.Open();
        // Nothing here must outlive a crash; a product would not build its index this carelessly, only slower.
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY");
        Execute($"CREATE VIRTUAL TABLE items USING fts5(text, content='', tokenize='{tokenizer}')");
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO items(rowid, text) VALUES ($number, $text)";
        _insert.Parameters.Add("$number", SqliteType.Integer);
        _insert.Parameters.Add("$text", SqliteType.Text);
        _find = Command("SELECT rowid FROM items WHERE items MATCH $words ORDER BY rank LIMIT 10");
        _findAfterLoss = Command("SELECT rowid FROM items WHERE items MATCH $words AND rowid >= $first ORDER BY rank LIMIT 10");
        _findAfterLoss.Parameters.Add("$first", SqliteType.Integer);
    }

    public string Name { get; }

    public string Setup { get; }

    public static string Version => new SqliteConnection().ServerVersion;

    public static Fts5Peer Words() => new("SQLite FTS5 words", "unicode61 remove_diacritics 2", trigram: false);

    public static Fts5Peer Trigrams() => new("SQLite FTS5 trigram", "trigram", trigram: true);

    public Task AddAsync(IReadOnlyList<PeerRow> batch, CancellationToken stop)
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (var row in batch)
        {
            _insert.Parameters["$number"].Value = row.Number;
            _insert.Parameters["$text"].Value = row.Text;
            _insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return Task.CompletedTask;
    }

    public Task<long> FinishAsync(CancellationToken stop)
    {
        Interruptibly(() => Execute("INSERT INTO items(items) VALUES ('optimize')"), stop);
        return Task.FromResult(_folder.EnumerateFiles().Sum(file => file.Length));
    }

    public Task<IReadOnlyList<int>?> FindAsync(PeerQuestion question, bool foundAfterLoss, CancellationToken stop)
    {
        var words = question.Words.Where(word => !_trigram || word.Length >= 3).Select(word => $"\"{word}\"").ToList();
        if (words.Count == 0)
            return Task.FromResult<IReadOnlyList<int>?>([]);
        var find = foundAfterLoss ? _findAfterLoss : _find;
        find.Parameters["$words"].Value = string.Join(" OR ", words);
        if (foundAfterLoss)
            find.Parameters["$first"].Value = question.FirstPossible;
        var found = new List<int>(PeerLimits.Top);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(PeerLimits.LongestQuery);
        try
        {
            Interruptibly(() => Read(find, found), limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Task.FromResult<IReadOnlyList<int>?>(null);
        }
        return Task.FromResult<IReadOnlyList<int>?>(found);
    }

    public ValueTask DisposeAsync()
    {
        _insert.Dispose();
        _find.Dispose();
        _findAfterLoss.Dispose();
        _connection.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Read(SqliteCommand find, List<int> found)
    {
        using var rows = find.ExecuteReader();
        while (rows.Read())
            found.Add(rows.GetInt32(0));
    }

    /// <summary>SQLite doesn't look at tokens: it is told from the other thread.</summary>
    private void Interruptibly(Action work, CancellationToken stop)
    {
        using var interrupt = stop.Register(() => raw.sqlite3_interrupt(_connection.Handle));
        stop.ThrowIfCancellationRequested();
        try
        {
            work();
        }
        catch (SqliteException stopped) when (stopped.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(stop);
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$words", SqliteType.Text);
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
