using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Demo;

/// <summary>
/// The three weeks before the demo's day, so that there is something to learn from: found, called, collected, some sent,
/// some never found, rated; and one afternoon on which the server stood still. Through the same use cases as the day itself.
/// </summary>
internal sealed class DemoHistory(IServiceProvider services, Store store, ConfigStore config, DemoAccess access, DemoClock then)
{
    /// <summary>When the demo's people came to the house.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(30);

    private const int FirstDayAgo = 20;
    private const int LastDayAgo = 3;
    private const int CasesADay = 3;
    private const int OutageDayAgo = 6;
    private const int NeverFound = 4;

    /// <summary>Just before the software would be late with its word.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(9);

    /// <summary>What is disposed of within days would only lie among what is due.</summary>
    private static readonly string[] ShortLived = ["bank-card", "ticket", "medicine", "lunch-box"];

    private readonly Random dice = new(711);
    private readonly PriorityQueue<Func<Task>, DateTime> agenda = new();
    private readonly List<(DateTime From, DateTime To)> outages = [];

    public async Task PlayAsync(DemoPlan plan, DateTime now, CancellationToken cancellation)
    {
        var clock = config.Current.Clock;
        var pairs = plan.Claims.Where(c => c.Item is { } item && !ShortLived.Contains(plan.Items[item].Category, StringComparer.Ordinal)).ToList();
        var lost = plan.Claims.Where(c => c.Item is null).Take(NeverFound).ToList();
        var cases = new DemoCases(services, store, config, access, then, agenda, dice);
        for (var (ago, index) = (FirstDayAgo, 0); ago >= LastDayAgo; ago--)
        {
            if (clock.OpeningOn(clock.BusinessDay(now).AddDays(-ago)) is not { } opening)
                continue;
            DateTime? stoodStillUntil = ago == OutageDayAgo ? opening.OpensUtc.AddHours(8) : null;
            if (stoodStillUntil is { } end)
            {
                outages.Add((opening.OpensUtc.AddHours(3), end));
                agenda.Enqueue(cases.RingAllAsync, end.AddMinutes(45));
            }
            for (var i = 0; i < CasesADay; i++, index++)
                cases.Found(plan.Items[pairs[index % pairs.Count].Item!.Value], pairs[index % pairs.Count], index, opening.OpensUtc.AddMinutes(20 + (i * 95) + dice.Next(40)), stoodStillUntil);
            if (FirstDayAgo - ago < lost.Count)
                cases.Lost(lost[FirstDayAgo - ago], FirstDayAgo - ago, opening.OpensUtc.AddHours(2));
            agenda.Enqueue(() => Use<CloseOldClaims>(Use<CloseNotFound>()).SweepAsync(cancellation), opening.OpensUtc.AddHours(2));
        }
        Note(clock, now, 12, "A second counter from two o’clock");
        Note(clock, now, OutageDayAgo - 1, "The server has a battery now, and somebody is rung when it stands still");
        await RunAsync(clock.BusinessDayStart(clock.BusinessDay(now).AddDays(1 - LastDayAgo)), cancellation);
    }

    private void Note(VenueClock clock, DateTime now, int daysAgo, string words)
    {
        var day = clock.BusinessDay(now).AddDays(-daysAgo);
        agenda.Enqueue(() => Use<NoteChange>().HandleAsync(Guid.NewGuid(), day.ToString("yyyy-MM-dd", null), words, access.Acting(DemoAccess.Ines), CancellationToken.None), clock.BusinessDayStart(day).AddHours(7));
    }

    /// <summary>Everything at its own moment; between, the software keeps its word as soon as it must, unless it stands still.</summary>
    private async Task RunAsync(DateTime until, CancellationToken cancellation)
    {
        var promises = Use<KeepPromises>();
        var moment = DateTime.MinValue;
        while (true)
        {
            var next = agenda.TryPeek(out _, out var planned) ? planned : until;
            var word = await NextWordAsync(moment, cancellation);
            if (word < next && word < until)
            {
                then.Now = moment = word;
                await promises.SweepAsync(cancellation);
            }
            else if (next < until && agenda.TryDequeue(out var act, out _))
            {
                then.Now = moment = next;
                await act();
            }
            else
            {
                return;
            }
        }
    }

    private async Task<DateTime> NextWordAsync(DateTime after, CancellationToken cancellation)
    {
        var due = await store.ReadAsync(db => db.Promises.Where(p => p.Status == PromiseStatus.Open && p.Miss == 0).MinAsync(p => (DateTime?)p.DueAt, cancellation));
        var word = due is { } time ? time - Ahead : DateTime.MaxValue;
        foreach (var (from, to) in outages.Where(outage => word >= outage.From && word < outage.To))
            word = to;
        // One that waits for a person is not asked about again and again.
        return word > after ? word : after.AddMinutes(10);
    }

    private T Use<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(services, [.. parts, then]);
}
