namespace LostFound.Matching.Fitting;

/// <summary>
/// Re-estimates a model's weights from pairs of which the truth is known: logistic regression over all comparisons
/// together, so that evidence which comes in pairs isn't counted twice as separate counts of m and u would,
/// pulled toward the model it starts from. Thresholds, prior, limits and <see cref="WordWeights.TypoShare"/> stay.
/// </summary>
public sealed class WeightFitter
{
    // What a venue's matching.json may hold; no honest fit comes near.
    private const double MostBits = 40;
    private const double MostShare = 4;

    private readonly MatchingModel _start;
    private readonly FittingOptions _options;
    private readonly PairSample _sample;

    /// <summary>Reads and compares the pairs; the slow part, done once for any number of fits.</summary>
    /// <param name="decisions">What is known.</param>
    /// <param name="start">The model to start from.</param>
    /// <param name="options">How to fit.</param>
    public WeightFitter(DecisionSet decisions, MatchingModel start, FittingOptions options)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        (_start, _options) = (start, options);
        _sample = PairSample.Draw(decisions, start, options);
    }

    /// <summary>
    /// The model with weights fitted to some of the claims, rounded to hundredths of a bit, as people can read them
    /// in a file. A level that none of their pairs reaches keeps its weight, and so does one that all of them reach (no
    /// photo, say): it could only play the prior's part.
    /// </summary>
    /// <param name="claims">Some of the decisions' claims.</param>
    public MatchingModel Fit(IEnumerable<DecidedClaim> claims) => Fit(claims, _start, _ => true);

    /// <summary>The same with another model to start from, and some weights left as they are there.</summary>
    internal MatchingModel Fit(IEnumerable<DecidedClaim> claims, MatchingModel start, Func<WeightName, bool> mayMove)
    {
        var names = _sample.Names;
        var all = claims.SelectMany(_sample.Of).ToList();
        var reached = all.SelectMany(pair => pair.Columns).CountBy(column => column).ToDictionary();
        var movable = Enumerable.Range(0, names.Count)
            .Where(column => mayMove(names[column]) && reached.GetValueOrDefault(column) < all.Count).ToArray();
        var columnOf = movable.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var pairs = all.ConvertAll(pair => Keep(pair, columnOf));
        var fitted = PulledLogistic.Fit(pairs, [.. movable.Select(column => names[column].In(start))], _sample.PriorBits, _options.Pull);
        var seen = pairs.SelectMany(pair => pair.Columns).ToHashSet();
        return WeightName.Put(start, movable.Index()
            .Where(pair => seen.Contains(pair.Index))
            .Select(pair => (names[pair.Item], Readable(names[pair.Item], fitted[pair.Index]))));
    }

    private static double Readable(WeightName name, double weight)
    {
        var most = name.IsShare ? MostShare : MostBits;
        // The signs that the matcher insists on: what is rare never says less, what one side is silent about never speaks for the pair.
        var (low, high) = (name.IsRarity ? 0 : -most, name.IsSilence ? 0 : most);
        return Math.Round(Math.Clamp(weight, low, high), 2, MidpointRounding.AwayFromZero);
    }

    private static TrainingPair Keep(TrainingPair pair, Dictionary<int, int> columnOf)
    {
        var kept = Enumerable.Range(0, pair.Columns.Length).Where(at => columnOf.ContainsKey(pair.Columns[at])).ToArray();
        return pair with
        {
            Columns = Array.ConvertAll(kept, at => columnOf[pair.Columns[at]]),
            Values = Array.ConvertAll(kept, at => pair.Values[at]),
        };
    }
}
