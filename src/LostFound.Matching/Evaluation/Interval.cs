using System.Runtime.InteropServices;

namespace LostFound.Matching.Evaluation;

/// <summary>A measured value with its 95 % interval.</summary>
/// <param name="Value">What was measured.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Value, double Low, double High)
{
    private const double Z = 1.959963984540054; // the normal distribution's 97.5 % quantile

    /// <summary>
    /// A share with Wilson's score interval (1927): sound for few trials and for shares of 0 and 1, where the usual
    /// "value ± 2 standard errors" claims certainty. Without any trial: 0, anywhere from 0 to 1.
    /// </summary>
    /// <param name="successes">How many of the trials succeeded, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many there were, 0 or more.</param>
    public static Interval OfShare(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
            return new Interval(0, 0, 1);
        double n = trials;
        var share = successes / n;
        var scale = 1 + (Z * Z / n);
        var centre = (share + (Z * Z / (2 * n))) / scale;
        var half = Z / scale * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return new Interval(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The same in another unit, such as per 100.</summary>
    /// <param name="factor">Positive.</param>
    public Interval Times(double factor) => new(Value * factor, Low * factor, High * factor);
}
