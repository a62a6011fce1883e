using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// What the clock alone does to a line: a place that was kept long enough is given up, and what a business day left
/// behind (places nobody called, counters nobody closed) ends with it.
/// </summary>
public sealed class TidyLines(Store store, ConfigStore config, ChangeBell bell, TimeProvider clock, ILogger<TidyLines> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => QueueLimits.LookAnyway;
    protected override TimeSpan Gather => TimeSpan.FromSeconds(1);

    /// <summary>One sweep; how many places ended.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var dayStart = config.Current.Clock.BusinessDayStart(config.Current.Clock.BusinessDay(now));
        var due = await store.ReadAsync(async db =>
            await Expired(db, now).AnyAsync() || await LeftBehind(db, dayStart).AnyAsync() || await LeftOpen(db, dayStart).AnyAsync());
        if (!due)
            return 0;
        var ended = await store.WriteAsync<int>(async db =>
        {
            var expired = await Expired(db, now).ToListAsync();
            foreach (var ticket in expired)
                await db.EndAsync(ticket, TicketState.NoShow, TicketEventKind.NoShow, now);
            var left = await LeftBehind(db, dayStart).ToListAsync();
            foreach (var ticket in left.Except(expired))
                await db.EndAsync(ticket, TicketState.Left, TicketEventKind.Left, now, note: "The day ended");
            foreach (var counter in await LeftOpen(db, dayStart).ToListAsync())
            {
                counter.Close(now);
                db.AnnounceLine(counter.Desk, now);
            }
            return expired.Count + left.Count;
        }, cancellation);
        return ended.Value;
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);

    /// <summary>Called twice, not here, and the time told is over; also where no counter said that nobody came.</summary>
    private static IQueryable<Ticket> Expired(LostFoundDb db, DateTime now) =>
        db.Tickets.Where(t => (t.State == TicketState.Kept || t.State == TicketState.Called) && t.ArrivedAt == null && t.KeptUntil < now);

    private static IQueryable<Ticket> LeftBehind(LostFoundDb db, DateTime dayStart) =>
        db.Tickets.Active().Where(t => t.JoinedAt < dayStart && (t.BookedFor == null || t.BookedFor < dayStart));

    private static IQueryable<Counter> LeftOpen(LostFoundDb db, DateTime dayStart) =>
        db.Counters.Where(c => c.State != CounterState.Closed && c.ChangedAt < dayStart);
}
