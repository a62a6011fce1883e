using LostFound.ParkDay.Day;
using LostFound.Queueing;

namespace LostFound.ParkDay.LostFoundDesk;

/// <summary>What the phones say: the time told on joining, a longer one with its cause, and "you're next".</summary>
internal sealed class Telling(Agenda agenda, LineLog log, Experience experience)
{
    /// <summary>"You're next" when the middle estimate is no more than a walk.</summary>
    public const double HintMinutes = 4;

    /// <summary>Before a booked time: somebody is being served then, so the call comes a little after it.</summary>
    public const double HintBeforeBooked = 2;

    /// <summary>How often today's own pace is looked at.</summary>
    private static readonly TimeSpan PaceEvery = TimeSpan.FromMinutes(5);

    private readonly ToldCalibration calibration = experience.Calibration();

    private WaitEstimator estimator = new(experience.Times);
    private DateTime paceSeen;

    public WaitEstimate Estimate(LineState state, Lane lane) => Estimator().ForNewcomer(state, lane);

    /// <summary>Tells somebody who joins a line that is not empty.</summary>
    /// <param name="state">The line without them.</param>
    public void Tell(Ticket ticket, LineState state)
    {
        var estimate = Estimate(state, ticket.Place.Lane);
        var told = TellingRule.Tell(estimate, state.Now, calibration.Margin(state.Now.Hour));
        ticket.Basis = BasisOf(state, estimate);
        Promise(ticket, told);
        var foretold = new Foretold(
            told, estimate,
            BaselineEstimators.LastToEnterService(log.Waits),
            // Somebody with a booked time joined long ago and waited for nothing: no sign of the line's length.
            BaselineEstimators.HeadOfLine([.. state.Line.Where(place => place.BookedFor is null)], state.Now),
            BaselineEstimators.RollingAverage(log.Waits));
        ticket.OnFirstCall = calledAt =>
        {
            log.Outcomes.Add(new Outcome(foretold, calledAt));
            if (calledAt <= told.By)
                Learn(new Lesson(calledAt, told, CalledByThen: true));
        };
        agenda.Add(told.By.AddTicks(1), () =>
        {
            if (ticket.FirstCalledAt is null && ticket.State == TicketState.Waiting)
                Learn(new Lesson(agenda.Now, told, CalledByThen: false));
        });
    }

    private void Learn(Lesson lesson)
    {
        log.Lessons.Add(lesson);
        calibration.Record(lesson.Told, lesson.Told.At.Hour, lesson.CalledByThen);
    }

    /// <summary>Looks at everybody's wait again, after a movement or a minute.</summary>
    public void Review(LineState state, IReadOnlyCollection<Ticket> waiting, Action<Ticket> hint)
    {
        var byId = waiting.ToDictionary(t => t.Place.Id, StringComparer.Ordinal);
        var estimates = Estimator().Estimate(state);
        var causes = new DelayCauses(state, estimator);
        for (var i = 0; i < state.Line.Count; i++)
        {
            var ticket = byId[state.Line[i].Id];
            if (estimates[i].P50.TotalMinutes <= HintMinutes)
                hint(ticket);
            if (ticket.Told is { } before)
                TellAgain(ticket, before, estimates[i], state, causes);
        }
    }

    private void TellAgain(Ticket ticket, Told before, WaitEstimate estimate, LineState state, DelayCauses causes)
    {
        var again = TellingRule.Retell(
            before, estimate, state.Now,
            () => causes.Explain(ticket.Place, ticket.Basis!, ticket.Passed),
            calibration.Margin(state.Now.Hour));
        if (again is null)
            return;
        log.ToldAgainLater += again.LongerMinutes > 0 ? 1 : 0;
        ticket.Basis = BasisOf(state, estimate);
        ticket.Passed = default;
        Promise(ticket, again);
    }

    /// <summary>A promise is kept when the call comes by then, or when a later time was told, with its cause, while this one still stood.</summary>
    private void Promise(Ticket ticket, Told told)
    {
        ticket.Told = told;
        agenda.Add(told.By.AddTicks(1), () =>
        {
            if (ReferenceEquals(ticket.Told, told) && ticket.State == TicketState.Waiting && ticket.FirstCalledAt is null)
                ticket.PromiseBroken = true;
        });
    }

    /// <summary>The estimator, which knows by now whether today is a slow day.</summary>
    private WaitEstimator Estimator()
    {
        if (agenda.Now - paceSeen >= PaceEvery)
        {
            estimator = new WaitEstimator(experience.Times.Today(log.Services));
            paceSeen = agenda.Now;
        }
        return estimator;
    }

    private static ToldBasis BasisOf(LineState state, WaitEstimate estimate) =>
        new(state.Now, state.Counters.Count(c => c.TakesNext)) { ExpectedAt = state.Now + estimate.P50 };
}
