using LostFound.ParkDay.Day;

namespace LostFound.ParkDay.Report;

/// <summary>One panel of the plot: the day from left to right, a quantity upwards.</summary>
/// <param name="top">Upper edge of the panel.</param>
/// <param name="most">The largest value shown.</param>
internal sealed class Axes(Svg svg, double top, double height, double most)
{
    public const double Left = 64;
    public const double Width = 860;
    private const double FirstHour = 10;
    private const double LastHour = 24;

    private double Bottom => top + height;

    public static double X(DateTime at) => Left + ((at - ParkHours.Date).TotalHours - FirstHour) / (LastHour - FirstHour) * Width;

    public static bool Shows(DateTime at) => at < ParkHours.At(LastHour);

    public double Y(double value) => Bottom - Math.Min(value, most) / most * height;

    public void Draw(string title, double step)
    {
        svg.Text(Left, top - 14, title, "head");
        for (var value = 0.0; value <= most; value += step)
        {
            svg.Line(Left, Y(value), Left + Width, Y(value), value == 0 ? "axis" : "grid");
            svg.Text(Left - 10, Y(value) + 4, Svg.N(value), "end");
        }
        for (var hour = FirstHour; hour <= LastHour; hour++)
        {
            var x = X(ParkHours.At(hour));
            svg.Line(x, Bottom, x, Bottom + 5, "axis");
            svg.Text(x, Bottom + 20, $"{hour:00}:00", "mid");
        }
    }

    /// <summary>A quantity that jumps, sampled: one step a sample.</summary>
    public string Steps(IEnumerable<(DateTime At, double Value)> samples)
    {
        var path = string.Join("", samples.Select((s, i) => i == 0 ? $"M{Svg.N(X(s.At))} {Svg.N(Y(s.Value))}" : $"H{Svg.N(X(s.At))}V{Svg.N(Y(s.Value))}"));
        return path + $"H{Svg.N(Left + Width)}";
    }

    /// <summary>The same, closed along the axis, to be filled.</summary>
    public string Area(IEnumerable<(DateTime At, double Value)> samples) => $"{Steps(samples)}V{Svg.N(Bottom)}H{Svg.N(Left)}Z";
}
