namespace LostFound.Queueing;

/// <summary>What many scenarios say together.</summary>
internal static class Quantiles
{
    /// <summary>Median, ninetieth percentile and mean.</summary>
    /// <param name="seconds">One value a scenario; left in another order.</param>
    public static WaitEstimate Of(Span<double> seconds)
    {
        var sum = 0.0;
        foreach (var value in seconds)
            sum += value;
        var mean = Whole(sum / seconds.Length);
        var last = seconds.Length - 1;
        var median = At(seconds, 0.5 * last);
        // What lies above the median is behind it now, so the second search has half the work.
        var middle = last / 2;
        return new WaitEstimate(median, At(seconds[middle..], (0.9 * last) - middle)) { Mean = mean };
    }

    private static TimeSpan At(Span<double> values, double at)
    {
        var below = Select(values, (int)at);
        var above = double.PositiveInfinity;
        foreach (var value in values[Math.Min((int)at + 1, values.Length - 1)..])
            above = Math.Min(above, value);
        return Whole(below + ((at - (int)at) * (above - below)));
    }

    /// <summary>C. Hoare's selection: the value that would stand at an index if all were sorted; smaller ones come before it.</summary>
    private static double Select(Span<double> values, int index)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left > right)
                    break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
            if (index <= right)
                high = right;
            else if (index >= left)
                low = left;
            else
                break;
        }
        return values[index];
    }

    /// <summary>Whole seconds: no estimate is better than that.</summary>
    private static TimeSpan Whole(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds));
}
