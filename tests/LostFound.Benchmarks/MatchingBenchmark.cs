using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Measure;
using LostFound.Benchmarks.Peers;
using LostFound.Benchmarks.Report;

namespace LostFound.Benchmarks;

/// <summary>Measures the matcher and its peers, size after size.</summary>
internal sealed class MatchingBenchmark(TextWriter output, Progress progress)
{
    private const int Claims = 510;
    private static readonly int[] AllSizes = [10_000, 100_000, 1_000_000];

    /// <summary>The sizes up to a limit; below the smallest one, the limit itself.</summary>
    public static int[] Sizes(int? limit) => limit switch
    {
        null => AllSizes,
        { } most when most < AllSizes[0] => [most],
        { } most => [.. AllSizes.Where(size => size <= most)],
    };

    public async Task RunAsync(IReadOnlyList<int> sizes, FileInfo? json, bool withPeers, CancellationToken stop)
    {
        progress.Begin("PostgreSQL");
        await using var postgres = withPeers ? await SharedPostgres.StartAsync(progress, stop) : SharedPostgres.None;
        var machine = MachineFacts.Read(postgres.Version);
        var table = new TableReport(output);
        table.Machine(machine);
        var results = new List<SizeResult>();
        foreach (var size in sizes)
        {
            progress.Begin($"{size:N0} items");
            results.Add(await MeasureAsync(size, withPeers ? Peers(postgres, stop) : [], stop));
            table.Size(results[^1]);
            // Written after each size: a long run that is broken off leaves what it had.
            if (json is not null)
                await File.WriteAllTextAsync(json.FullName, JsonReport.Text(machine, results), stop);
        }
        table.Notes(results[^1].Peers);
    }

    private async Task<SizeResult> MeasureAsync(int size, IEnumerable<(string Name, Func<Task<IPeer>> Create)> peers, CancellationToken stop)
    {
        var corpus = new ItemCorpus(size);
        var losses = corpus.Claims(Claims);
        var ours = await OurMeasure.RunAsync(corpus, losses, progress, stop);
        var results = new List<PeerResult>();
        foreach (var (name, create) in peers)
            results.Add(await PeerMeasure.RunAsync(name, create, corpus, losses, progress, stop));
        return new SizeResult(size, losses.Count, ours, results);
    }

    private static IEnumerable<(string Name, Func<Task<IPeer>> Create)> Peers(SharedPostgres postgres, CancellationToken stop)
    {
        yield return (PeerNames.Fts5Words, () => Task.FromResult<IPeer>(Fts5Peer.Words()));
        yield return (PeerNames.Fts5Trigrams, () => Task.FromResult<IPeer>(Fts5Peer.Trigrams()));
        yield return (PeerNames.PostgresText, async () => await PostgresPeer.FullTextAsync(postgres.Server, stop));
        yield return (PeerNames.PostgresTrigrams, async () => await PostgresPeer.TrigramsAsync(postgres.Server, stop));
    }
}
