using System.Diagnostics;
using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Peers;

namespace LostFound.Benchmarks.Measure;

/// <summary>What a peer needs at one size, without and with leaving out what was found before the loss.</summary>
internal sealed record PeerFigures(string Setup, double BuildSeconds, double BytesPerItem, Answers All, Answers AfterLoss, Writes Insert)
{
    /// <summary>The faster of its two ways: the one that ours is held against, so that no ratio flatters us.</summary>
    public double BestP99Ms => Math.Min(All.P99Ms, AfterLoss.P99Ms);
}

/// <summary>A peer's figures, or why there are none.</summary>
internal sealed record PeerResult(string Name, PeerFigures? Figures, string? NotMeasured);

/// <summary>Measures a peer on the same items and claims.</summary>
internal static class PeerMeasure
{
    private const int BatchSize = 10_000;
    private const int SingleInserts = 200;

    public static async Task<PeerResult> RunAsync(
        string name, Func<Task<IPeer>> create, ItemCorpus corpus, IReadOnlyList<Loss> losses, Progress progress, CancellationToken stop)
    {
        try
        {
            await using var peer = await create();
            return new PeerResult(name, await MeasureAsync(peer, corpus, losses, progress, stop), NotMeasured: null);
        }
        catch (PeerMissingException missing)
        {
            progress.Say($"{name}: not measured: {missing.Message}");
            return new PeerResult(name, Figures: null, missing.Message);
        }
    }

    private static async Task<PeerFigures> MeasureAsync(
        IPeer peer, ItemCorpus corpus, IReadOnlyList<Loss> losses, Progress progress, CancellationToken stop)
    {
        progress.Say($"{peer.Name}: loading");
        var building = new Stopwatch();
        foreach (var numbers in Enumerable.Range(0, corpus.Size).Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            var batch = numbers.Select(number => PeerText.Row(corpus, number)).ToList();
            building.Start();
            await peer.AddAsync(batch, stop);
            building.Stop();
        }
        building.Start();
        var bytes = await peer.FinishAsync(stop);
        building.Stop();

        var questions = losses.Select(loss => PeerText.Question(corpus, loss.Claim)).ToList();
        progress.Say($"{peer.Name}: queries");
        var all = await Asking.AskAsync(losses, 1, number => FindAsync(foundAfterLoss: false, questions[number]), stop);
        var afterLoss = await Asking.AskAsync(losses, 1, number => FindAsync(foundAfterLoss: true, questions[number]), stop);
        var insert = await InsertAsync(peer, corpus, stop);
        return new PeerFigures(peer.Setup, building.Elapsed.TotalSeconds, (double)bytes / corpus.Size, all, afterLoss, insert);

        async Task<IReadOnlyList<string>?> FindAsync(bool foundAfterLoss, PeerQuestion question) =>
            await peer.FindAsync(question, foundAfterLoss, stop) is { } found ? [.. found.Select(ItemCorpus.IdOf)] : null;
    }

    private static async Task<Writes> InsertAsync(IPeer peer, ItemCorpus corpus, CancellationToken stop)
    {
        var timings = new Timings();
        for (var number = corpus.Size; number < corpus.Size + SingleInserts; number++)
        {
            var row = PeerText.Row(corpus, number);
            var begun = Stopwatch.GetTimestamp();
            await peer.AddAsync([row], stop);
            timings.Add(Stopwatch.GetElapsedTime(begun));
        }
        return timings.AsWrites();
    }
}
