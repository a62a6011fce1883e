namespace LostFound.Benchmarks.Peers;

/// <summary>Another way to find items for a claim, with an index of its own on disk.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>How it is set up, for whoever doubts that it was given a fair chance.</summary>
    string Setup { get; }

    /// <summary>Takes in a batch of rows in one transaction; of one row, to measure single inserts.</summary>
    Task AddAsync(IReadOnlyList<PeerRow> batch, CancellationToken stop);

    /// <summary>Ends the build: merges, analyses, warms.</summary>
    /// <returns>Bytes on disk, text and index.</returns>
    Task<long> FinishAsync(CancellationToken stop);

    /// <summary>
    /// The ten best items' numbers, best first; null when the peer was stopped at <see cref="PeerLimits.LongestQuery"/>.
    /// </summary>
    /// <param name="foundAfterLoss">Leave out what was found before it can have been lost.</param>
    Task<IReadOnlyList<int>?> FindAsync(PeerQuestion question, bool foundAfterLoss, CancellationToken stop);
}

/// <summary>What keeps a slow peer from holding up the run.</summary>
internal static class PeerLimits
{
    public const int Top = 10;

    /// <summary>A query that takes longer is stopped and counted as this long.</summary>
    public static readonly TimeSpan LongestQuery = TimeSpan.FromSeconds(10);

    /// <summary>No further claim is asked after this long, once <see cref="FewestQueries"/> are.</summary>
    public static readonly TimeSpan TimeForQueries = TimeSpan.FromSeconds(25);

    public const int FewestQueries = 50;

    /// <summary>Nor once so many were stopped: the 99th percentile is then the limit, whatever follows.</summary>
    public const int FewestCapped = 5;
}

/// <summary>Why a peer couldn't be measured here.</summary>
internal sealed class PeerMissingException(string reason) : Exception(reason);
