namespace LostFound.Matching.Fitting;

/// <summary>
/// The pairs that weights are fitted to. A claim has thousands of false pairs, nearly all of them hopeless and so
/// all alike: the hardest are taken whole, the rest is a weighted draw.
/// </summary>
internal sealed class PairSample
{
    private readonly Dictionary<WeightName, int> _columns = [];
    private readonly List<WeightName> _names = [];
    private readonly Dictionary<string, List<TrainingPair>> _pairs = new(StringComparer.Ordinal);
    private readonly PairReader _reader;

    private PairSample(PairReader reader, double priorBits) => (_reader, PriorBits) = (reader, priorBits);

    /// <summary>log2 odds of a pair at the share of matched claims that this sample has.</summary>
    public double PriorBits { get; }

    /// <summary>The weights that any pair has a part in, by column.</summary>
    public IReadOnlyList<WeightName> Names => _names;

    public static PairSample Draw(DecisionSet decisions, MatchingModel model, FittingOptions options)
    {
        var reader = new PairReader(model, decisions);
        var share = Math.Max(decisions.MatchShare, 1.0 / (1 + decisions.Claims.Count)); // log odds of 0 would be infinite
        var sample = new PairSample(reader, PairReader.PriorBits(model, decisions.Items.Count, share));
        var matcher = decisions.Filled(model);
        var random = new Random(options.Seed);
        var ids = decisions.Items.Select(item => item.Id).ToArray();
        foreach (var decided in decisions.Claims)
            sample._pairs[decided.Claim.Id] = [.. sample.PairsOf(decided, matcher, ids, random, options)];
        return sample;
    }

    public IEnumerable<TrainingPair> Of(DecidedClaim claim) => _pairs[claim.Claim.Id];

    private IEnumerable<TrainingPair> PairsOf(DecidedClaim decided, Matcher matcher, string[] ids, Random random, FittingOptions options)
    {
        if (decided.ItemId is { } own && Read(decided, own, isTrue: true, weight: 1) is { } truth)
            yield return truth;
        var known = decided.RuledOut ?? [.. matcher.CandidatesFor(decided.Claim, options.HardestPairs).Select(pair => pair.ItemId)];
        var taken = known.Append(decided.ItemId ?? string.Empty).ToHashSet(StringComparer.Ordinal);
        foreach (var id in known)
        {
            if (!string.Equals(id, decided.ItemId, StringComparison.Ordinal) && Read(decided, id, isTrue: false, weight: 1) is { } hard)
                yield return hard;
        }
        if (decided.RuledOut is not null)
            yield break;
        var rest = ids.Where(id => !taken.Contains(id)).ToArray();
        var drawn = Math.Min(options.DrawnPairs, rest.Length);
        random.Shuffle(rest);
        foreach (var id in rest.Take(drawn))
        {
            if (Read(decided, id, isTrue: false, weight: rest.Length / (double)drawn) is { } pair)
                yield return pair;
        }
    }

    /// <summary>Null for an impossible pair: no weight has a part in it.</summary>
    private TrainingPair? Read(DecidedClaim decided, string itemId, bool isTrue, double weight)
    {
        if (_reader.Extract(decided.Claim, itemId) is not { } features)
            return null;
        var columns = new int[features.Count];
        var values = new double[features.Count];
        for (var at = 0; at < columns.Length; at++)
            (columns[at], values[at]) = (ColumnOf(features[at].Weight), features[at].Value);
        return new TrainingPair(columns, values, isTrue, weight);
    }

    private int ColumnOf(WeightName name)
    {
        if (_columns.TryGetValue(name, out var column))
            return column;
        _names.Add(name);
        return _columns[name] = _names.Count - 1;
    }
}
