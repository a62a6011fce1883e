namespace LostFound.Matching.Evaluation;

/// <summary>
/// Percentile bootstrap after Efron (1979): the sample is drawn again from itself, with replacement, and the measure
/// taken each time. The unit is the claim, since candidates of one claim depend on each other. Seeded, so that the
/// same data give the same interval.
/// <para>
/// Where every claim agrees (100 % right) all draws do too and the interval has no width; for a share take
/// <see cref="Interval.OfShare"/>, which knows better.
/// </para>
/// </summary>
public static class Bootstrap
{
    private const int Draws = 2000;

    /// <summary>A measure with its 95 % interval; for an empty sample the measure alone.</summary>
    /// <param name="sample">What is drawn from.</param>
    /// <param name="measure">Taken of the sample and of each draw.</param>
    /// <param name="seed">Same seed, same draws.</param>
    /// <typeparam name="T">The unit drawn, such as a claim, or a pair of rankings of one claim.</typeparam>
    public static Interval Of<T>(IReadOnlyList<T> sample, Func<IReadOnlyList<T>, double> measure, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(measure);
        var value = measure(sample);
        if (sample.Count == 0)
            return new Interval(value, value, value);
        var random = new Random(seed);
        var drawn = new T[sample.Count];
        var values = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var at = 0; at < drawn.Length; at++)
                drawn[at] = sample[random.Next(sample.Count)];
            values[draw] = measure(drawn);
        }
        Array.Sort(values);
        return new Interval(value, values[(int)(0.025 * Draws)], values[(int)(0.975 * Draws)]);
    }
}
