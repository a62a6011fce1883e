using LostFound.Benchmarks.Measure;

namespace LostFound.Benchmarks.Report;

/// <summary>Everything measured at one size.</summary>
/// <param name="Peers">The four of <see cref="PeerNames"/>, in that order; none when only the matcher was asked for.</param>
internal sealed record SizeResult(int Items, int Claims, OurResult Ours, IReadOnlyList<PeerResult> Peers)
{
    /// <summary>The named peer's figures; null when it wasn't measured.</summary>
    public PeerFigures? Of(string peer) => Peers.FirstOrDefault(result => result.Name == peer)?.Figures;
}

/// <summary>Names in the table, by which the report finds a peer again.</summary>
internal static class PeerNames
{
    public const string Fts5Words = "SQLite FTS5 words";
    public const string Fts5Trigrams = "SQLite FTS5 trigram";
    public const string PostgresText = "PostgreSQL full text";
    public const string PostgresTrigrams = "PostgreSQL pg_trgm";
}
