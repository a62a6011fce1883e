using System.Collections.Immutable;
using LostFound.Matching.Index;
using LostFound.Matching.Scoring;

namespace LostFound.Matching;

/// <summary>
/// The items held, and how well each fits a claim.
/// <para>
/// Thread safety: any number of threads may read while others write. A write builds a new immutable snapshot and
/// publishes it with one atomic reference store; a read takes the current snapshot once and works on it to the
/// end, so it never blocks, never sees half a change, and sees every write that finished before it began.
/// Writers queue behind one lock that readers never touch.
/// </para>
/// </summary>
public sealed class Matcher
{
    private readonly Lock _writing = new();
    private readonly MatchingModel _model;
    private readonly Scorer _scorer;
    private volatile Snapshot _held;

    /// <summary>Starts empty.</summary>
    /// <param name="model">Weights and thresholds.</param>
    /// <param name="places">Which zone each place lies in.</param>
    public Matcher(MatchingModel model, PlaceMap places)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(places);
        _model = model;
        _scorer = new Scorer(model, places);
        _held = new Snapshot(ImmutableDictionary.Create<string, PreparedItem>(StringComparer.Ordinal), ItemCounts.None(model.PseudoItems));
    }

    /// <summary>How many items are held.</summary>
    public int Count => _held.Items.Count;

    /// <summary>Adds an item, or replaces the one with the same id. Visible to every read that starts afterwards.</summary>
    /// <param name="item">The item as it is now.</param>
    public void Upsert(FoundItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var prepared = new PreparedItem(item, _model.StaffLanguage);
        lock (_writing)
        {
            var held = Without(_held, item.Id);
            _held = new Snapshot(held.Items.SetItem(item.Id, prepared), held.Counts.With(prepared));
        }
    }

    /// <summary>Takes an item out (returned, disposed of, or withdrawn); an unknown id changes nothing.</summary>
    /// <param name="itemId">The item's key.</param>
    public void Remove(string itemId)
    {
        ArgumentNullException.ThrowIfNull(itemId);
        lock (_writing)
            _held = Without(_held, itemId);
    }

    /// <summary>
    /// The items that fit a claim best, best first; equal scores in order of item id. Items found before the loss
    /// window opens (less the model's tolerance) are impossible and left out.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="top">Most candidates wanted; none below 1.</param>
    public IReadOnlyList<ScoredPair> CandidatesFor(LossClaim claim, int top)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (top < 1)
            return [];
        var held = _held;
        var prepared = new PreparedClaim(claim, held.Counts);
        var prior = _scorer.PriorBits(held.Counts.Items);
        var best = new PriorityQueue<PreparedItem, (double Bits, string Id)>(WorstFirst);
        foreach (var item in held.Items.Values)
        {
            if (_scorer.IsImpossible(claim, item.Item))
                continue;
            var rank = (_scorer.Bits(prepared, item, prior), item.Item.Id);
            if (best.Count < top)
                best.Enqueue(item, rank);
            else
                best.EnqueueDequeue(item, rank);
        }
        var pairs = new ScoredPair[best.Count];
        for (var at = pairs.Length - 1; at >= 0; at--)
        {
            var item = best.Dequeue();
            pairs[at] = new ScoredPair(claim.Id, item.Item.Id, _scorer.Explain(prepared, item, prior));
        }
        return pairs;
    }

    /// <summary>
    /// Scores one pair against the items held now, whether or not this item is among them. Null when the item was
    /// found before it can have been lost.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="item">The item.</param>
    public MatchScore? Score(LossClaim claim, FoundItem item)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(item);
        if (_scorer.IsImpossible(claim, item))
            return null;
        var held = _held;
        var prior = _scorer.PriorBits(held.Counts.Items);
        return _scorer.Explain(new PreparedClaim(claim, held.Counts), new PreparedItem(item, _model.StaffLanguage), prior);
    }

    private static readonly Comparer<(double Bits, string Id)> WorstFirst = Comparer<(double Bits, string Id)>.Create((a, b) =>
        a.Bits.CompareTo(b.Bits) is not 0 and var byBits ? byBits : string.CompareOrdinal(b.Id, a.Id));

    private static Snapshot Without(Snapshot held, string itemId) =>
        held.Items.TryGetValue(itemId, out var old)
            ? new Snapshot(held.Items.Remove(itemId), held.Counts.Without(old))
            : held;

    /// <summary>Items and their counts, always of the same moment.</summary>
    private sealed record Snapshot(ImmutableDictionary<string, PreparedItem> Items, ItemCounts Counts);
}
