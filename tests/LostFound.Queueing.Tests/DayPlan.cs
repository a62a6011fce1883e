namespace LostFound.Queueing.Tests;

/// <summary>A made-up day at a desk: what is typical, so that the estimator can be told, and what the day makes of it.</summary>
internal sealed record DayPlan
{
    public static readonly DateTime Midnight = new(2026, 7, 4, 0, 0, 0, DateTimeKind.Utc);

    public int FirstHour { get; init; } = 10;

    public int LastHour { get; init; } = 22;

    /// <summary>Joining guests an hour, by hour from <see cref="FirstHour"/>.</summary>
    public double[] PerHour { get; init; } = [10, 16, 22, 26, 28, 30, 34, 40, 52, 64, 60, 30];

    public CounterChange[] Staff { get; init; } =
        [At(10, 1), At(11, 2), At(13, 3), At(17.5, 4), At(19.25, 5), At(20.5, 6), At(22, 5), At(23.5, 3)];

    public double ReportShare { get; init; } = 0.45;

    public double SecondContactShare { get; init; } = 0.03;

    public double BookedShare { get; init; } = 0.08;

    public double NoShowRate { get; init; } = 0.06;

    public double LeavesPerHour { get; init; } = 0.04;

    /// <summary>How much whole days differ in pace and in guests (standard deviation of the logarithm).</summary>
    public double DayVaries { get; init; } = 0.08;

    /// <summary>Median minutes at the counter; slower in the evening.</summary>
    public static double Minutes(Lane lane, int hour) => (hour >= 19 ? 1.12 : 1) * lane switch
    {
        Lane.Report => 6.5,
        Lane.Collect => 3.2,
        Lane.SecondContact => 7.5,
    };

    public const double Spread = 0.55;

    public static CounterChange At(double hour, int open) => new(Midnight.AddHours(hour), open);
}
