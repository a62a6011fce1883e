using System.Globalization;

namespace LostFound.Web.Commands.Match;

/// <summary>Says on the error stream how far a long run is: nothing in the first seconds, then every few.</summary>
internal sealed class Progress(TextWriter error, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private string what = "";
    private int total;
    private long started;
    private long lastSaid;

    /// <param name="doing">Such as "items compared".</param>
    /// <param name="of">How many there are in all; 0 when nobody knows yet.</param>
    public void Begin(string doing, int of = 0) => (what, total, started, lastSaid) = (doing, of, clock.GetTimestamp(), clock.GetTimestamp());

    public void Report(int done)
    {
        if (clock.GetElapsedTime(lastSaid) < Every)
            return;
        lastSaid = clock.GetTimestamp();
        if (total == 0)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} {what}"));
            return;
        }
        var left = clock.GetElapsedTime(started) / done * (total - done);
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} {what} ({100.0 * done / total:0} %), {Spoken(left)} left"));
    }

    private static string Spoken(TimeSpan span) => span.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Max(1, span.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"about {span.TotalMinutes:0} min");
}
