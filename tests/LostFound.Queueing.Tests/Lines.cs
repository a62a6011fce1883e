namespace LostFound.Queueing.Tests;

/// <summary>Lines for tests.</summary>
internal static class Lines
{
    public static readonly DateTime Now = new(2026, 7, 4, 17, 0, 0, DateTimeKind.Utc);

    public static ServiceTimes Times { get; } = ServiceTimes.Fit([], ServicePrior.Usual);

    public static LineState Of(int waiting, int counters, double noShowRate = 0) => new(
        Now, Counters(counters), [], [.. Enumerable.Range(0, waiting).Select(Waiting)], [], noShowRate);

    public static Place Waiting(int at) => new($"place {at}", at % 3 == 0 ? Lane.Report : Lane.Collect, Now.AddMinutes(-100).AddSeconds(at));

    public static Counter[] Counters(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new Counter($"counter {at}", Lane.Report, Now.AddMinutes(-1 - at), TakesNext: true))];
}
