using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>
/// The last hour at the first desk, minute by minute through the same use cases as a real one: two counters serve, some
/// guests wait on their phones, one has booked. Only while the venue is open: a closed desk has no line.
/// </summary>
public sealed class DemoLine(IServiceProvider services, Store store, ConfigStore config, DemoAccess access, DemoClock then)
{
    private const int Minutes = 56;

    /// <summary>In which minutes guests joined: a little more than two counters serve.</summary>
    private static readonly int[] Joined = [0, 1, 3, 4, 7, 9, 12, 14, 16, 19, 21, 23, 26, 28, 30, 31, 33, 35, 37, 39, 41, 43, 45, 46, 48, 49, 51, 53, 54];

    private static readonly Lane[] Lanes = [Lane.Collect, Lane.Report, Lane.Collect, Lane.Collect, Lane.Report, Lane.Collect, Lane.Report, Lane.Collect, Lane.SecondContact];
    private static readonly int[] ServiceMinutes = [4, 6, 3, 5, 4, 7, 3];
    private readonly Stack<Guid> toCollect = new();
    private int joins;
    private int serves;

    public async Task PlayAsync(DateTime now, CancellationToken cancellation)
    {
        var opening = config.Current.Clock.CurrentOrNextOpening(now);
        var start = now.AddMinutes(-Minutes);
        if (opening.OpensUtc > start)
            return;
        foreach (var claimId in await store.ReadAsync(db => db.Claims.Where(c => c.Status == ClaimStatus.ReadyToCollect).OrderBy(c => c.FiledAt).Select(c => c.Id).Take(3).ToListAsync(cancellation)))
            toCollect.Push(claimId);
        var house = new House(services, then);
        then.Now = start;
        var desk = config.Current.Desks[0].Key;
        var counters = new List<DemoCounter>();
        foreach (var (number, person) in new[] { (1, DemoAccess.Maya), (2, DemoAccess.Jonas) })
            counters.Add(new DemoCounter((await house.Make<OpenCounter>().HandleAsync(desk, number, access.Acting(person), cancellation)).Value, access.Acting(person)));
        await house.Make<BookTime>(house.Places).HandleAsync(
            new JoinInput(Guid.NewGuid(), desk, Lane.Report, JoinedFrom.Poster), (await house.Make<BookTime>(house.Places).FreeSlotsAsync(desk)).FirstOrDefault(slot => slot > now.AddMinutes(20)), cancellation);
        for (var minute = 0; minute < Minutes; minute++)
        {
            then.Now = start.AddMinutes(minute);
            if (Joined.Contains(minute))
                await JoinAsync(house, desk, minute, cancellation);
            foreach (var counter in counters)
                await ServeAsync(house, counter, minute, cancellation);
        }
    }

    private async Task JoinAsync(House house, string desk, int minute, CancellationToken cancellation)
    {
        var lane = Lanes[joins++ % Lanes.Length];
        // The last to collect are the demo's own claims, so that whoever serves them sees item and bin.
        var claimId = lane == Lane.Collect && minute > 40 && toCollect.TryPop(out var ready) ? ready : (Guid?)null;
        var from = claimId is not null ? JoinedFrom.Claim : joins % 4 == 0 ? JoinedFrom.Kiosk : JoinedFrom.Poster;
        await house.Make<JoinLine>(house.Lines, house.Places).HandleAsync(new JoinInput(Guid.NewGuid(), desk, lane, from, claimId), cancellation);
    }

    private async Task ServeAsync(House house, DemoCounter counter, int minute, CancellationToken cancellation)
    {
        if (counter.Guest is { } guest && minute >= counter.DoneAt)
        {
            await house.Make<FinishServing>().HandleAsync(counter.Id, guest, counter.By, cancellation);
            counter.Guest = null;
        }
        else if (counter.Guest is not null && minute == counter.CalledAt + 1)
        {
            await house.Make<StartServing>().HandleAsync(counter.Id, counter.By, cancellation);
        }
        if (counter.Guest is null && await house.Make<CallNext>().HandleAsync(counter.Id, Guid.NewGuid(), counter.By, cancellation) is { Succeeded: true } called)
            (counter.Guest, counter.CalledAt, counter.DoneAt) = (called.Value.TicketId, minute, minute + 1 + ServiceMinutes[serves++ % ServiceMinutes.Length]);
    }

    private sealed class DemoCounter(Guid id, Actor by)
    {
        public Guid Id => id;
        public Actor By => by;
        public Guid? Guest { get; set; }
        public int CalledAt { get; set; }
        public int DoneAt { get; set; }
    }

    /// <summary>The line's use cases with the demo's clock in them.</summary>
    private sealed class House(IServiceProvider services, TimeProvider then)
    {
        public LineSnapshots Lines { get; } = ActivatorUtilities.CreateInstance<LineSnapshots>(services, ActivatorUtilities.CreateInstance<MeasureLine>(services, then), then);
        public PlaceTaking Places { get; } = services.GetRequiredService<PlaceTaking>();

        public T Make<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(services, [.. parts, then]);
    }
}
