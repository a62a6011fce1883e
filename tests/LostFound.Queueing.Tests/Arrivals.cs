namespace LostFound.Queueing.Tests;

/// <summary>The guests of a simulated day.</summary>
internal static class Arrivals
{
    public static double Rate(DayPlan plan, DateTime time)
    {
        var hour = time.Hour - plan.FirstHour;
        return time.Date == DayPlan.Midnight && hour >= 0 && hour < plan.PerHour.Length ? plan.PerHour[hour] : 0;
    }

    /// <summary>Guests in the order of joining: a Poisson process whose rate follows the hour, by thinning.</summary>
    public static List<Visitor> Of(DayPlan plan, int seed)
    {
        var random = new Random(seed);
        var many = Math.Exp(Normal(random) * plan.DayVaries);
        var pace = Math.Exp(Normal(random) * plan.DayVaries);
        var most = plan.PerHour.Max() * many;
        var visitors = new List<Visitor>();
        for (var time = DayPlan.Midnight.AddHours(plan.FirstHour); ;)
        {
            time = time.AddHours(-Math.Log(1 - random.NextDouble()) / most);
            if (time >= DayPlan.Midnight.AddHours(plan.LastHour))
                return visitors;
            if (random.NextDouble() * most < Rate(plan, time) * many)
                visitors.Add(One(plan, random, $"{seed}-{visitors.Count}", time, pace));
        }
    }

    private static Visitor One(DayPlan plan, Random random, string id, DateTime time, double pace)
    {
        var chance = random.NextDouble();
        var lane = chance < plan.SecondContactShare ? Lane.SecondContact : chance < plan.SecondContactShare + plan.ReportShare ? Lane.Report : Lane.Collect;
        DateTime? booked = lane != Lane.SecondContact && random.NextDouble() < plan.BookedShare
            ? time.AddMinutes(30 + (random.NextDouble() * 60))
            : null;
        var minutes = DayPlan.Minutes(lane, time.Hour) * pace * Math.Exp(Normal(random) * DayPlan.Spread);
        return new Visitor(new Place(id, lane, time, booked))
        {
            Comes = random.NextDouble() >= plan.NoShowRate,
            Takes = TimeSpan.FromMinutes(minutes),
            LeavesAt = time.AddHours(-Math.Log(1 - random.NextDouble()) / Math.Max(1e-9, plan.LeavesPerHour)),
        };
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
