using LostFound.Benchmarks.Measure;

namespace LostFound.Benchmarks.Peers;

/// <summary>The one PostgreSQL of a run, or the reason why there is none.</summary>
internal sealed class SharedPostgres : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _whyNot;

    private SharedPostgres(PostgresServer? server, string? version, string whyNot) => (_server, Version, _whyNot) = (server, version, whyNot);

    public static SharedPostgres None { get; } = new(server: null, version: null, "not asked for");

    /// <summary>Null when there is no server.</summary>
    public string? Version { get; }

    /// <exception cref="PeerMissingException">There is none; the message says why.</exception>
    public PostgresServer Server => _server ?? throw new PeerMissingException(_whyNot);

    public static async Task<SharedPostgres> StartAsync(Progress progress, CancellationToken stop)
    {
        try
        {
            progress.Say("starting");
            var server = await PostgresServer.StartAsync(stop);
            return new SharedPostgres(server, server.Version, string.Empty);
        }
        catch (PeerMissingException missing)
        {
            progress.Say(missing.Message);
            return new SharedPostgres(server: null, version: null, missing.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
