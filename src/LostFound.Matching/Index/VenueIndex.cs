using LostFound.Matching.Facts;
using LostFound.Matching.Scoring;

namespace LostFound.Matching.Index;

/// <summary>One venue's items and open claims. See <see cref="Matcher"/> for what threads may do.</summary>
internal sealed class VenueIndex(Scorer scorer, FactReader reader, double pseudoItems)
{
    // Rows being read at once while loading: enough to keep every core busy, few enough to leave no mark on the heap.
    private const int LoadBatch = 8192;

    private readonly Lock _writing = new();
    private readonly Traits _traits = new();
    private readonly Frequencies _counts = new();
    private readonly RowStore _items = new();
    private readonly RowStore _claims = new();

    public int Items => _items.Current.Live;

    public int Claims => _claims.Current.Live;

    /// <summary>Adds many items; of two with the same id the last counts.</summary>
    public void Load(IEnumerable<FoundItem> items)
    {
        var rows = new List<Row>();
        foreach (var batch in items.Chunk(LoadBatch))
        {
            var read = new Row[batch.Length];
            Parallel.For(0, batch.Length, at => read[at] = _traits.RowOf(reader.Read(batch[at])));
            rows.AddRange(read);
        }
        var places = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (var at = 0; at < rows.Count; at++)
            places[rows[at].Id] = at;
        lock (_writing)
        {
            var once = rows.Where((row, at) => places[row.Id] == at).ToLookup(row => _items.Holds(row.Id));
            foreach (var row in once[true])
                Put(row);
            var fresh = once[false].ToList();
            foreach (var row in fresh)
                _counts.Change(row, _traits, 1);
            _items.Load(fresh);
        }
    }

    public void Upsert(FoundItem item)
    {
        var facts = reader.Read(item);
        lock (_writing)
            Put(_traits.RowOf(facts));
    }

    public void Remove(string itemId)
    {
        lock (_writing)
        {
            if (_items.Remove(itemId) is { } gone)
                _counts.Change(gone, _traits, -1);
        }
    }

    public void Upsert(LossClaim claim)
    {
        var facts = reader.Read(claim);
        lock (_writing)
            _claims.Put(_traits.RowOf(facts));
    }

    public void RemoveClaim(string claimId)
    {
        lock (_writing)
            _claims.Remove(claimId);
    }

    public IReadOnlyList<ScoredPair> ItemsFor(LossClaim claim, int top, double atLeast)
    {
        var held = _items.Current;
        var (prior, rarities) = (scorer.PriorBits(held.Live), RaritiesAmong(held.Live));
        var facts = reader.Read(claim);
        using var probe = new ClaimProbe(facts, scorer, _traits, rarities);
        return [.. Search.Best(held, probe, top, Floor(atLeast, prior))
            .Select(hit => new ScoredPair(claim.Id, hit.Id, scorer.Explain(facts, _traits.ItemOf(hit.Row), prior, rarities)))];
    }

    public IReadOnlyList<ScoredPair> ClaimsFor(FoundItem item, int top, double atLeast)
    {
        var held = _claims.Current;
        var (prior, rarities) = (scorer.PriorBits(Items), RaritiesAmong(Items));
        var facts = reader.Read(item);
        using var probe = new ItemProbe(facts, scorer, _traits, rarities);
        return [.. Search.Best(held, probe, top, Floor(atLeast, prior))
            .Select(hit => new ScoredPair(hit.Id, item.Id, scorer.Explain(_traits.ClaimOf(hit.Row), facts, prior, rarities)))];
    }

    public MatchScore? Score(LossClaim claim, FoundItem item)
    {
        var (lost, found) = (reader.Read(claim), reader.Read(item));
        return scorer.IsImpossible(lost.Lost, found.FoundAt)
            ? null
            : scorer.Explain(lost, found, scorer.PriorBits(Items), RaritiesAmong(Items));
    }

    private Rarities RaritiesAmong(int items) => new(_counts, _traits.Terms, items, pseudoItems);

    /// <summary>The bits, without the prior, that a probability takes; a little less, since callers compare probabilities.</summary>
    private static float Floor(double probability, double prior) => probability <= 0
        ? float.NegativeInfinity
        : (float)(Math.Log2(probability / (1 - probability)) - prior - 0.001);

    private void Put(Row row)
    {
        if (_items.Put(row) is { } old)
            _counts.Change(old, _traits, -1);
        _counts.Change(row, _traits, 1);
    }
}
