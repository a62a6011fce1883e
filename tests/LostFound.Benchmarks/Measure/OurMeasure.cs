using System.Diagnostics;
using System.Runtime.CompilerServices;
using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Peers;
using LostFound.Matching;

namespace LostFound.Benchmarks.Measure;

/// <summary>What the matcher needs at one size.</summary>
/// <param name="BuildSeconds">From rows in memory to the first query possible.</param>
/// <param name="BytesPerItem">On the heap, the rows given not held.</param>
/// <param name="Answers">A claim asks items.</param>
/// <param name="OpenClaims">How many claims were open when items asked them.</param>
/// <param name="ItemAsks">A newly found item asks the open claims.</param>
/// <param name="Insert">A new item.</param>
/// <param name="Change">A held item's new description.</param>
/// <param name="Remove">An item that leaves.</param>
internal sealed record OurResult(
    double BuildSeconds, double BytesPerItem, Answers Answers, int OpenClaims, Writes ItemAsks, Writes Insert, Writes Change, Writes Remove);

/// <summary>Measures the matcher.</summary>
internal static class OurMeasure
{
    private const int Rounds = 3;
    private const int SingleWrites = 1000;
    private const int WarmUps = 100;

    public static async Task<OurResult> RunAsync(ItemCorpus corpus, IReadOnlyList<Loss> losses, Progress progress, CancellationToken stop)
    {
        // The lexicon and the word lists are loaded by whoever asks first: that isn't the items' memory.
        Build([.. Enumerable.Range(0, 100).Select(corpus.Item)]).CandidatesFor(losses[0].Claim, PeerLimits.Top);
        var before = HeapBytes();
        progress.Say("matcher: loading");
        var (matcher, took) = BuildFromRows(corpus);
        var bytesPerItem = (double)(HeapBytes() - before) / corpus.Size;
        progress.Say("matcher: queries");
        var answers = await Asking.AskAsync(losses, Rounds, number => Task.FromResult(Find(matcher, losses[number].Claim)), stop);
        progress.Say("matcher: items ask claims");
        foreach (var loss in losses)
            matcher.UpsertClaim(loss.Claim);
        var asking = Enumerable.Range(0, SingleWrites).Select(number => corpus.Item((int)((long)number * corpus.Size / SingleWrites))).ToList();
        Each(asking[..WarmUps], item => matcher.ClaimsFor(item, PeerLimits.Top), stop);
        var itemAsks = Each(asking, item => matcher.ClaimsFor(item, PeerLimits.Top), stop);
        progress.Say("matcher: single writes");
        WarmUp(matcher, corpus);
        var inserted = Enumerable.Range(corpus.Size, SingleWrites).Select(corpus.Item).ToList();
        var changed = Enumerable.Range(0, SingleWrites)
            .Select(number => corpus.Item((int)((long)number * corpus.Size / SingleWrites)))
            .Select(item => item with { Description = item.Description + ", now in bin 7" })
            .ToList();
        return new OurResult(
            took.TotalSeconds,
            bytesPerItem,
            answers,
            matcher.ClaimCount,
            itemAsks,
            Each(inserted, matcher.Upsert, stop),
            Each(changed, matcher.Upsert, stop),
            Each(inserted, item => matcher.Remove(item.Id), stop));
    }

    private static Matcher Build(FoundItem[] rows)
    {
        var matcher = new Matcher(MatchingModel.Default, ItemCorpus.Places);
        matcher.Load(rows);
        return matcher;
    }

    private static IReadOnlyList<string>? Find(Matcher matcher, LossClaim claim) =>
        [.. matcher.CandidatesFor(claim, PeerLimits.Top).Select(pair => pair.ItemId)];

    /// <summary>
    /// The clock runs from rows in memory to the first query possible. Not inlined, so that nothing of the rows is held when
    /// the heap is weighed but what the matcher itself keeps.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Matcher Matcher, TimeSpan Took) BuildFromRows(ItemCorpus corpus)
    {
        FoundItem[] rows = [.. corpus.Rows()];
        GC.Collect();
        var begun = Stopwatch.GetTimestamp();
        var matcher = Build(rows);
        return (matcher, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Bulk loading goes another way than single writes, which may not be compiled yet.</summary>
    private static void WarmUp(Matcher matcher, ItemCorpus corpus)
    {
        foreach (var item in Enumerable.Range(corpus.Size + SingleWrites, WarmUps).Select(corpus.Item))
        {
            matcher.Upsert(item);
            matcher.Remove(item.Id);
        }
    }

    private static Writes Each(List<FoundItem> items, Action<FoundItem> does, CancellationToken stop)
    {
        var timings = new Timings();
        foreach (var item in items)
        {
            stop.ThrowIfCancellationRequested();
            var begun = Stopwatch.GetTimestamp();
            does(item);
            timings.Add(Stopwatch.GetElapsedTime(begun));
        }
        return timings.AsWrites();
    }

    private static long HeapBytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
