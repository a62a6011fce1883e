using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// Somebody of the staff stands at a counter and takes guests; also after a pause. One person is at one counter: the one
/// they had before closes, unless a guest is still there.
/// </summary>
public sealed class OpenCounter(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(string desk, int number, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        if (config.Current.Desk(desk) is null)
            return PlaceTaking.NoDesk;
        if (number is < 1 or > QueueLimits.MaxCounter)
            return new Refusal(RefusalKind.Invalid, $"Counters are numbered from 1 to {QueueLimits.MaxCounter}.", "counter");
        var now = clock.GetUtcNow().UtcDateTime;
        var counter = await db.Counters.SingleOrDefaultAsync(c => c.Desk == desk && c.Number == number);
        if (counter is { State: not CounterState.Closed } && counter.StaffId != by.StaffId)
            return new Refusal(RefusalKind.Conflict, $"{counter.StaffName} is at counter {number}. Take another one, or ask them to close it.", "counter");
        if (await CloseOtherAsync(db, desk, number, by, now) is { } refusal)
            return refusal;
        if (counter is null)
        {
            counter = new Counter { Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), Desk = desk, Number = number, ChangedAt = now };
            db.Counters.Add(counter);
        }
        else if (counter.State == CounterState.Open)
        {
            return counter.Id;
        }
        (counter.State, counter.StaffId, counter.StaffName, counter.ChangedAt) = (CounterState.Open, by.StaffId, by.StaffName, now);
        counter.Version++;
        db.AnnounceLine(desk, now);
        return counter.Id;
    }, cancellation);

    private static async Task<Refusal?> CloseOtherAsync(LostFoundDb db, string desk, int number, Actor by, DateTime now)
    {
        var others = await db.Counters.Where(c => c.StaffId == by.StaffId && c.State != CounterState.Closed && !(c.Desk == desk && c.Number == number)).ToListAsync();
        if (others.Find(c => c.TicketId is not null) is { } busy)
            return new Refusal(RefusalKind.Conflict, $"You still have a guest at counter {busy.Number}. Finish with them first.", "counter");
        foreach (var other in others)
        {
            other.Close(now);
            db.AnnounceLine(other.Desk, now);
        }
        return null;
    }
}
