namespace LostFound.Queueing;

/// <summary>The standard normal distribution.</summary>
internal static class NormalCurve
{
    private static readonly double[] Centre =
        [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];
    private static readonly double[] CentreBelow =
        [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];
    private static readonly double[] Tail =
        [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];
    private static readonly double[] TailBelow =
        [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];
    private static readonly double[] Area =
        [3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];
    private static readonly double[] AreaBelow =
        [8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];

    /// <summary>Part of the distribution above a value; exact to 14 digits also far out (G. West, Wilmott, 2005, after J. Hart).</summary>
    /// <param name="value">The value.</param>
    public static double Above(double value)
    {
        var distance = Math.Abs(value);
        if (distance > 37)
            return value > 0 ? 0 : 1;
        var density = Math.Exp(-distance * distance / 2);
        var above = distance < 7.07106781186547
            ? density * Polynomial(Area, distance) / Polynomial(AreaBelow, distance)
            : density / (distance + (1 / (distance + (2 / (distance + (3 / (distance + (4 / (distance + 0.65))))))))) / 2.506628274631;
        return value > 0 ? above : 1 - above;
    }

    /// <summary>The value that a given part of the distribution lies above; relative error 1e-9 (P. Acklam, 2003).</summary>
    /// <param name="part">Above 0, below 1.</param>
    public static double AtAbove(double part)
    {
        if (part > 0.5)
            return -AtAbove(1 - part);
        if (part < 0.02425)
        {
            var q = Math.Sqrt(-2 * Math.Log(Math.Max(part, 1e-300)));
            return -Polynomial(Tail, q) / Polynomial(TailBelow, q);
        }
        var from = 0.5 - part;
        var square = from * from;
        return Polynomial(Centre, square) * from / Polynomial(CentreBelow, square);
    }

    private static double Polynomial(double[] coefficients, double at)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * at) + coefficient;
        return sum;
    }
}
