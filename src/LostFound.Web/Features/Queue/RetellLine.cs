using LostFound.Queueing;
using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Tells guests anew when what they were told can't stand: never longer without by how much and why. Part of taking a
/// snapshot, so that what was told and what is shown are one.
/// </summary>
public sealed class RetellLine(Store store)
{
    /// <summary>Shorter than this is "you're next", not a time.</summary>
    private static readonly TimeSpan LeastTold = TimeSpan.FromMinutes(1);

    /// <returns>What was told anew, by ticket; mostly nothing.</returns>
    public async Task<IReadOnlyDictionary<Guid, Told>> HandleAsync(LineRows rows, LineState state, IReadOnlyList<WaitEstimate> waits, LineHistory history, WaitEstimator estimator)
    {
        var byId = rows.Waiting.ToDictionary(t => t.Id);
        var margin = history.Margin(state.Now);
        var causes = new DelayCauses(state, estimator);
        var told = new Dictionary<Guid, Told>();
        for (var i = 0; i < state.Line.Count; i++)
        {
            var ticket = byId[Ticket.IdOf(state.Line[i])];
            var again = ticket.LastTold is { } before
                ? TellingRule.Retell(before, waits[i], state.Now, () => CauseOf(ticket, rows, causes), margin)
                : waits[i].P90 < LeastTold || IsCalledAtOnce(state, i) ? null : TellingRule.Tell(waits[i], state.Now, margin);
            if (again is not null)
                told[ticket.Id] = again;
        }
        if (told.Count > 0)
            await WriteAsync(rows.Desk, told, state);
        return told;
    }

    /// <summary>A free counter for everybody up to this place: there is no wait to tell of.</summary>
    private static bool IsCalledAtOnce(LineState state, int index) => state.Counters.Count(c => c is { TakesNext: true, Serving: null }) > index;

    private static DelayCause CauseOf(Ticket ticket, LineRows rows, DelayCauses causes)
    {
        var passes = rows.Passes.Where(p => p.At >= ticket.ToldAt && p.From <= ticket.Number && ticket.Number <= p.To).ToList();
        var passed = new PassedSince(passes.Count(p => p.Reason == PassReason.SecondContact), passes.Count(p => p.Reason == PassReason.BookedTimeDue));
        var toldAt = ticket.ToldAt!.Value;
        // The near end of what was told is the middle of what was expected then.
        return causes.Explain(ticket.AsPlace(), new ToldBasis(toldAt, ticket.ToldCounters) { ExpectedAt = toldAt.AddMinutes(ticket.ToldFromMinutes) }, passed);
    }

    /// <summary>Only who waits still: a call that came between is the better news. Announces nothing: the snapshot that asked for it is announced.</summary>
    private Task WriteAsync(string desk, Dictionary<Guid, Told> told, LineState state) => store.WriteAsync(async db =>
    {
        var open = state.Counters.Count(c => c.TakesNext);
        var ids = told.Keys.ToList();
        foreach (var ticket in await db.Tickets.Where(t => ids.Contains(t.Id) && t.State == TicketState.Waiting).ToListAsync())
        {
            var again = told[ticket.Id];
            ticket.Tell(again, open);
            ticket.Version++;
            db.TicketEvents.Add(new TicketEvent
            {
                TicketId = ticket.Id,
                Desk = desk,
                Kind = TicketEventKind.Told,
                At = state.Now,
                ToldBy = again.By,
                Note = again.Cause is { } cause ? $"{again.LongerMinutes} minutes longer: {cause}" : "",
            });
        }
    }, CancellationToken.None);
}
