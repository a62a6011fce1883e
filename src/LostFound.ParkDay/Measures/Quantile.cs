namespace LostFound.ParkDay.Measures;

internal static class Quantile
{
    /// <summary>The value that a share <paramref name="p"/> of all lies at or below, straight between neighbours; 0 of none.</summary>
    public static double Of(IEnumerable<double> values, double p)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            return 0;
        var at = p * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
    }
}
