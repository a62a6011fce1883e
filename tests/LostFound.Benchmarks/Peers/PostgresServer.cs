using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LostFound.Benchmarks.Peers;

/// <summary>
/// A PostgreSQL of our own in a temporary folder, reached over a Unix socket in that folder: no port, no trace afterwards.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>For the report.</summary>
    public const string SetupInWords = "unlogged table, 1 GB shared buffers, no fsync, autovacuum and JIT off, no parallel workers (one query, one core, as for the others)";

    private const string Debian = "/usr/lib/postgresql";
    private const string User = "bench";

    // Sized so that the corpus lives in memory and nothing waits for the disk; the rest are PostgreSQL's own defaults.
    private static readonly string[] Settings =
    [
        "listen_addresses=", "shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=1GB", "effective_cache_size=4GB",
        "random_page_cost=1.1", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal",
        "max_wal_senders=0", "max_wal_size=4GB", "autovacuum=off", "jit=off", "max_parallel_workers_per_gather=0",
    ];

    private readonly DirectoryInfo _folder;
    private readonly string _programs;
    private readonly UnprivilegedUser _runner;
    private Process? _server;
    private Task _log = Task.CompletedTask;

    private PostgresServer(DirectoryInfo folder, string programs, UnprivilegedUser runner) =>
        (_folder, _programs, _runner) = (folder, programs, runner);

    /// <summary>Known once it has started.</summary>
    public string Version { get; private set; } = string.Empty;

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = _folder.FullName,
        Username = User,
        Database = "postgres",
        CommandTimeout = 0,
        Pooling = false,
    }.ToString();

    public static async Task<PostgresServer> StartAsync(CancellationToken stop)
    {
        var programs = Programs() ?? throw new PeerMissingException($"no PostgreSQL: initdb is neither on the PATH nor in {Debian}");
        var runner = UnprivilegedUser.Find() ?? throw new PeerMissingException("PostgreSQL refuses root, and setpriv with a user postgres or nobody isn't here");
        var server = new PostgresServer(Directory.CreateTempSubdirectory("lostfound-pg-"), programs, runner);
        try
        {
            await server.BeginAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            // Immediate: everything is deleted next, so there is nothing to save.
            await _runner.RunAsync(Program("pg_ctl"), ["stop", "-D", Data, "-m", "immediate", "-s"], _folder.FullName, CancellationToken.None);
            await _server.WaitForExitAsync(CancellationToken.None);
            await _log;
        }
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task BeginAsync(CancellationToken stop)
    {
        await _runner.OwnAsync(_folder.FullName, stop);
        var (exit, said) = await _runner.RunAsync(
            Program("initdb"), ["-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"], _folder.FullName, stop);
        if (exit != 0)
            throw new PeerMissingException($"initdb failed: {Reason(said)}");
        string[] settings = [.. Settings, $"unix_socket_directories={_folder.FullName}"];
        _server = _runner.StartApart(Program("postgres"), ["-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })], _folder.FullName);
        var last = string.Empty;
        while (await _server.StandardError.ReadLineAsync(stop) is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                // Its log is read to the end, or a full pipe would stop it.
                _log = _server.StandardError.ReadToEndAsync(CancellationToken.None);
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(stop);
                Version = connection.PostgreSqlVersion.ToString();
                return;
            }
            last = line;
        }
        throw new PeerMissingException($"PostgreSQL didn't start: {last}");
    }

    private string Program(string name) => Path.Combine(_programs, name);

    private static string? Programs()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(NumberOf).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var initdb = onPath.Concat(installed).Select(folder => new FileInfo(Path.Combine(folder, "initdb"))).FirstOrDefault(Works);
        // A link on the PATH need not have postgres and pg_ctl linked beside it.
        return initdb is null ? null : Path.GetDirectoryName((initdb.ResolveLinkTarget(returnFinalTarget: true) ?? initdb).FullName);
    }

    private static bool Works(FileInfo program) =>
        program.Exists && (program.ResolveLinkTarget(returnFinalTarget: true)?.Exists ?? true);

    /// <summary>The first line that names an error; what follows it only tells of cleaning up.</summary>
    private static string Reason(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("FATAL", StringComparison.Ordinal))
            ?? lines.LastOrDefault("it said nothing");
    }

    private static int NumberOf(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
