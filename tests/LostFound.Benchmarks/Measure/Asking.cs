using System.Diagnostics;
using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Peers;

namespace LostFound.Benchmarks.Measure;

/// <summary>What came of asking many claims.</summary>
/// <param name="Claims">How many different claims were asked.</param>
/// <param name="Capped">How many queries were stopped for taking too long.</param>
/// <param name="First">Share of the claims with an item whose item came first; NaN when none has one.</param>
/// <param name="InTen">The same for the first ten.</param>
internal sealed record Answers(double P50Ms, double P99Ms, int Claims, int Capped, double First, double InTen);

/// <summary>Asks claims one after the other on one thread, and looks where the true items stand.</summary>
internal static class Asking
{
    private const int WarmUpClaims = 10;
    private const int FewestWarmUps = 3;

    // About what .NET takes to compile what runs often for speed, as it is in a server that has been up for a while.
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Claims are asked in the same order by everyone: a slow one is asked fewer, a fair sample since claims are made independently.
    /// A few claims that are not counted go first, for the caches and the compiler.
    /// </summary>
    /// <param name="rounds">How often each claim is asked at most.</param>
    /// <param name="find">Answers the claim of that number with item ids, best first; null when it took too long.</param>
    public static async Task<Answers> AskAsync(
        IReadOnlyList<Loss> losses, int rounds, Func<int, Task<IReadOnlyList<string>?>> find, CancellationToken stop)
    {
        var counted = losses.Count - WarmUpClaims;
        var begun = Stopwatch.GetTimestamp();
        for (var warmUp = 0; warmUp < FewestWarmUps || Stopwatch.GetElapsedTime(begun) < WarmUpTime; warmUp++)
            await find(counted + warmUp % WarmUpClaims);

        var timings = new Timings();
        var tally = new Tally();
        begun = Stopwatch.GetTimestamp();
        for (var query = 0; query < rounds * counted; query++)
        {
            stop.ThrowIfCancellationRequested();
            var enough = query >= PeerLimits.FewestQueries || tally.Capped >= PeerLimits.FewestCapped;
            if (enough && Stopwatch.GetElapsedTime(begun) > PeerLimits.TimeForQueries)
                break;
            var asked = Stopwatch.GetTimestamp();
            var found = await find(query % counted);
            var took = Stopwatch.GetElapsedTime(asked);
            timings.Add(found is null && took < PeerLimits.LongestQuery ? PeerLimits.LongestQuery : took);
            if (query < counted)
                tally.Add(losses[query].Item, found);
        }
        return new Answers(
            timings.Percentile(0.5), timings.Percentile(0.99), tally.Claims, tally.Capped, tally.Share(tally.First), tally.Share(tally.InTen));
    }

    /// <summary>Counts true items found; a capped query has found none.</summary>
    private sealed class Tally
    {
        public int Claims { get; private set; }

        public int Capped { get; private set; }

        public int First { get; private set; }

        public int InTen { get; private set; }

        private int WithItem { get; set; }

        public void Add(int? item, IReadOnlyList<string>? found)
        {
            Claims++;
            if (found is null)
                Capped++;
            if (item is not { } number)
                return;
            WithItem++;
            var rank = found?.ToList().IndexOf(ItemCorpus.IdOf(number)) ?? -1;
            if (rank == 0)
                First++;
            if (rank is >= 0 and < PeerLimits.Top)
                InTen++;
        }

        public double Share(int count) => (double)count / WithItem;
    }
}
