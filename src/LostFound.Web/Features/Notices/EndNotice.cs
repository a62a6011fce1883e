using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notices;

/// <summary>Ends a notice early: the ride runs again.</summary>
public sealed class EndNotice(Store store, ConfigStore config, TimeProvider clock)
{
    public Task<Outcome<Guid>> HandleAsync(Guid id, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id) is not { } notice)
            return new Refusal(RefusalKind.NotFound, "There is no such notice any more.");
        // Over is over, whoever was first: nobody is told that they failed at it.
        if (await db.EndNoticeAsync(id, by.StaffName, now))
            await db.AnnounceNoticeAsync(notice, config.Current, now);
        return id;
    }, cancellation);
}

/// <summary>Ends notices when their time has come, and tells everybody who still reads them.</summary>
public sealed class EndNotices(Store store, ConfigStore config, ChangeBell bell, TimeProvider clock, ILogger<EndNotices> log) : Sweeper(bell, log)
{
    protected override TimeSpan LookAnyway => TimeSpan.FromSeconds(15);

    /// <summary>A bell rings for every write in the house; one look in some seconds is enough.</summary>
    protected override TimeSpan Gather => TimeSpan.FromSeconds(5);

    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await store.ReadAsync(db => db.Notices.AnyAsync(n => n.EndedAt == null && n.EndsAt <= now, cancellation)))
            return;
        await store.WriteAsync(async db =>
        {
            foreach (var notice in await db.Notices.Where(n => n.EndedAt == null && n.EndsAt <= now).ToListAsync(CancellationToken.None))
            {
                // When it ended, not when this was noticed.
                notice.EndedAt = notice.EndsAt;
                await db.AnnounceNoticeAsync(notice, config.Current, now);
            }
        }, cancellation);
    }

    protected override Task LookAsync(CancellationToken cancellation) => SweepAsync(cancellation);
}

internal static class EndingNotices
{
    /// <summary>False when it was over already.</summary>
    public static async Task<bool> EndNoticeAsync(this LostFoundDb db, Guid id, string by, DateTime now) => await db.Notices
        .Where(n => n.Id == id && n.EndedAt == null && n.EndsAt > now)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.EndedAt, now).SetProperty(n => n.EndedByName, by), CancellationToken.None) == 1;
}
