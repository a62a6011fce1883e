namespace LostFound.Queueing.Tests;

/// <summary>One guest's estimates on joining, beside what happened.</summary>
internal sealed record Guess(int Hour, WaitEstimate Ours, TimeSpan LastToEnter, TimeSpan HeadOfLine, TimeSpan Rolling, Told Told, bool AtOnce, Visitor Visitor)
{
    public double Waited => (Visitor.CalledAt!.Value - Visitor.Place.JoinedAt).TotalMinutes;

    public bool Kept => Visitor.CalledAt <= Told.By;
}

/// <summary>Plays days with the estimator at work, learning from each for the next, and measures it.</summary>
internal sealed class Measured
{
    private readonly List<ServiceSample> _samples = [];
    private readonly ToldCalibration _calibration = new();

    public List<Guess> Guesses { get; } = [];

    public static Measured Days(DayPlan plan, int learning, int days, int seed = 1)
    {
        var measured = new Measured();
        for (var day = 0; day < learning + days; day++)
        {
            var guesses = measured.Play(plan, (seed * 1000) + day);
            if (day >= learning)
                measured.Guesses.AddRange(guesses);
        }
        return measured;
    }

    public double MeanSquare(Func<Guess, TimeSpan> guess) =>
        Guesses.Where(one => !one.AtOnce).Average(one => Math.Pow(guess(one).TotalMinutes - one.Waited, 2));

    public double BestBaseline =>
        new[] { MeanSquare(one => one.LastToEnter), MeanSquare(one => one.HeadOfLine), MeanSquare(one => one.Rolling) }.Min();

    public double MedianError => Median(Guesses.Where(one => !one.AtOnce).Select(one => Math.Abs(one.Ours.P50.TotalMinutes - one.Waited)));

    public double MedianErrorRatio =>
        Median(Guesses.Where(one => !one.AtOnce && one.Waited > 0).Select(one => Math.Abs(one.Ours.P50.TotalMinutes - one.Waited) / one.Waited));

    public double Kept => Guesses.Where(one => !one.AtOnce).Average(one => one.Kept ? 1.0 : 0);

    public IReadOnlyList<(int Hour, int Count, double Kept)> KeptByHour =>
        [.. Guesses.Where(one => !one.AtOnce).GroupBy(one => one.Hour).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Count(), group.Average(one => one.Kept ? 1.0 : 0)))];

    private List<Guess> Play(DayPlan plan, int seed)
    {
        var desk = new SimulatedDesk(plan, seed);
        var usual = ServiceTimes.Fit(_samples, ServicePrior.Usual);
        var guesses = new List<Guess>();
        var open = new List<Guess>();
        desk.OnJoin = (state, visitor) =>
        {
            Settle(open, state.Now);
            if (visitor.Place is not { BookedFor: null, Lane: not Lane.SecondContact })
                return;
            var finished = desk.Called.Where(called => called.Place.BookedFor is null)
                .Select(called => new FinishedWait(called.Place.JoinedAt, called.CalledAt!.Value)).ToList();
            var estimate = new WaitEstimator(usual.Today(desk.Samples)).ForNewcomer(state, visitor.Place.Lane);
            var atOnce = estimate.P90 == TimeSpan.Zero;
            var told = TellingRule.Tell(estimate, state.Now, _calibration.Margin(state.Now.Hour));
            var guess = new Guess(
                state.Now.Hour, estimate, BaselineEstimators.LastToEnterService(finished), BaselineEstimators.HeadOfLine(state.Line, state.Now),
                BaselineEstimators.RollingAverage(finished), told, atOnce, visitor);
            guesses.Add(guess);
            if (!atOnce)
                open.Add(guess);
        };
        desk.Play();
        Settle(open, DateTime.MaxValue);
        _samples.AddRange(desk.Samples);
        return [.. guesses.Where(guess => guess.Visitor.CalledAt is not null)];
    }

    /// <summary>What is known by now is learnt from: a call, or a told time that has passed without one.</summary>
    private void Settle(List<Guess> open, DateTime now)
    {
        foreach (var guess in open.Where(guess => guess.Visitor.CalledAt <= now || guess.Told.By < now).ToList())
        {
            open.Remove(guess);
            if (guess.Visitor.CalledAt is not null || guess.Visitor.LeavesAt > guess.Told.By)
                _calibration.Record(guess.Told, guess.Hour, guess.Visitor.CalledAt <= guess.Told.By);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
