namespace LostFound.Matching.Fitting;

/// <summary>How weights are fitted.</summary>
public sealed record FittingOptions
{
    /// <summary>
    /// How strongly a weight is held where it was: a departure of one bit costs half this many nats of likelihood.
    /// Above 0; the default was chosen by cross-validation on the development set.
    /// </summary>
    public double Pull { get; init; } = 1;

    /// <summary>False pairs a claim that are taken whole: those the model at the start finds most likely.</summary>
    public int HardestPairs { get; init; } = 100;

    /// <summary>False pairs a claim that are drawn from the rest, each standing for as many as were not drawn.</summary>
    public int DrawnPairs { get; init; } = 100;

    /// <summary>Same seed, same draws, same folds, same result.</summary>
    public int Seed { get; init; } = 1;
}
