namespace LostFound.Queueing;

/// <summary>Quantiles of counts.</summary>
internal static class Counts
{
    /// <summary>The smallest count that a negative binomial stays at or under with a probability: Poisson with a gamma mean.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="shape">Shape of the gamma.</param>
    /// <param name="part">The probability, below 1.</param>
    public static int Quantile(double mean, double shape, double part)
    {
        var success = mean / (shape + mean);
        return Smallest(Math.Exp(shape * Math.Log(1 - success)), count => success * (shape + count) / (count + 1), part);
    }

    /// <summary>The smallest count that a Poisson stays at or under with a probability.</summary>
    /// <param name="mean">Its mean; up to some hundreds.</param>
    /// <param name="part">The probability, below 1.</param>
    public static int Poisson(double mean, double part) => Smallest(Math.Exp(-mean), count => mean / (count + 1), part);

    /// <summary>A gamma with mean 1 (E. Wilson and M. Hilferty, PNAS 17, 1931).</summary>
    /// <param name="shape">Its shape, 1 or more.</param>
    /// <param name="normal">The normal value at the same quantile.</param>
    public static double Gamma(double shape, double normal) =>
        Math.Pow(Math.Max(0, 1 - (1 / (9 * shape)) + (normal / (3 * Math.Sqrt(shape)))), 3);

    private static int Smallest(double none, Func<int, double> ratio, double part)
    {
        const int most = 10_000;
        var (count, probability, sum) = (0, none, none);
        while (sum < part && count < most)
        {
            probability *= ratio(count);
            sum += probability;
            count++;
        }
        return count;
    }
}
