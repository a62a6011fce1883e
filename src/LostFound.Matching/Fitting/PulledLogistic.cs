namespace LostFound.Matching.Fitting;

/// <summary>A pair as the regression sees it.</summary>
/// <param name="Columns">Which weights it has a part in.</param>
/// <param name="Values">By how much, one a column.</param>
/// <param name="IsTrue">Whether claim and item belong together.</param>
/// <param name="Weight">How many pairs it stands for: false pairs are a sample.</param>
internal sealed record TrainingPair(int[] Columns, double[] Values, bool IsTrue, double Weight);

/// <summary>
/// Logistic regression with an L2 penalty on the way from the weights it starts with, instead of from 0: where the
/// data say little, a weight stays what it was. Newton's method (iteratively reweighted least squares) with step
/// halving; the penalised loss is strictly convex, so it finds the one minimum. Deterministic.
/// </summary>
internal static class PulledLogistic
{
    private const int MostSteps = 50;
    private const double EnoughGain = 1e-8;
    private static readonly double Nats = Math.Log(2); // weights are in bits, the logistic function wants nats

    /// <param name="pairs">The sample.</param>
    /// <param name="start">One weight a column, in bits.</param>
    /// <param name="priorBits">log2 odds of every pair before its features; not fitted.</param>
    /// <param name="pull">Nats of penalty for two bits² of departure, above 0: as much as two lost nats of likelihood.</param>
    public static double[] Fit(IReadOnlyList<TrainingPair> pairs, double[] start, double priorBits, double pull)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pull);
        var weights = (double[])start.Clone();
        var loss = Loss(pairs, weights, start, priorBits, pull);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, hessian) = Derivatives(pairs, weights, start, priorBits, pull);
            var direction = PositiveDefinite.Solve(hessian, gradient);
            var (next, nextLoss) = Descend(weights, direction, loss, candidate => Loss(pairs, candidate, start, priorBits, pull));
            var gain = loss - nextLoss;
            (weights, loss) = (next, nextLoss);
            if (gain <= EnoughGain * (1 + Math.Abs(loss)))
                break;
        }
        return weights;
    }

    private static (double[] Weights, double Loss) Descend(double[] from, double[] direction, double loss, Func<double[], double> lossAt)
    {
        for (var length = 1.0; length > 1e-6; length /= 2)
        {
            var next = new double[from.Length];
            for (var at = 0; at < next.Length; at++)
                next[at] = from[at] - (length * direction[at]);
            var nextLoss = lossAt(next);
            if (nextLoss < loss)
                return (next, nextLoss);
        }
        return (from, loss);
    }

    private static double Loss(IReadOnlyList<TrainingPair> pairs, double[] weights, double[] start, double priorBits, double pull)
    {
        var sum = 0.0;
        foreach (var pair in pairs)
        {
            var nats = NatsOf(pair, weights, priorBits);
            sum += pair.Weight * SoftPlus(pair.IsTrue ? -nats : nats);
        }
        for (var at = 0; at < weights.Length; at++)
            sum += pull / 2 * Math.Pow(weights[at] - start[at], 2);
        return sum;
    }

    private static (double[] Gradient, double[,] Hessian) Derivatives(
        IReadOnlyList<TrainingPair> pairs, double[] weights, double[] start, double priorBits, double pull)
    {
        var gradient = new double[weights.Length];
        var hessian = new double[weights.Length, weights.Length];
        foreach (var pair in pairs)
        {
            var probability = 1 / (1 + Math.Exp(-NatsOf(pair, weights, priorBits)));
            var error = pair.Weight * (probability - (pair.IsTrue ? 1 : 0)) * Nats;
            var curve = pair.Weight * probability * (1 - probability) * Nats * Nats;
            for (var a = 0; a < pair.Columns.Length; a++)
            {
                gradient[pair.Columns[a]] += error * pair.Values[a];
                for (var b = 0; b < pair.Columns.Length; b++)
                    hessian[pair.Columns[a], pair.Columns[b]] += curve * pair.Values[a] * pair.Values[b];
            }
        }
        for (var at = 0; at < weights.Length; at++)
        {
            gradient[at] += pull * (weights[at] - start[at]);
            hessian[at, at] += pull;
        }
        return (gradient, hessian);
    }

    private static double NatsOf(TrainingPair pair, double[] weights, double priorBits)
    {
        var bits = priorBits;
        for (var at = 0; at < pair.Columns.Length; at++)
            bits += weights[pair.Columns[at]] * pair.Values[at];
        return bits * Nats;
    }

    /// <summary>log(1 + e^x) without overflow.</summary>
    private static double SoftPlus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
