using LostFound.Web.Data;
using LostFound.Web.Features.SecondContact;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>A guest who needs a person, as one line for desk and board: which claim, and what to do.</summary>
/// <param name="IsLate">Past its time, or let down twice.</param>
public sealed record GuestAlarm(Guid ClaimId, string Reference, string Words, string Href, string Icon, bool IsLate);

public static class GuestAlarms
{
    /// <summary>Who came back, then every promise that a person has to see to now, the longest due first.</summary>
    public static async Task<IReadOnlyList<GuestAlarm>> GuestAlarmsAsync(this LostFoundDb db, VenueTime time)
    {
        var now = time.NowUtc;
        var owed = await db.Promises
            .Where(p => p.Status == PromiseStatus.Unexplained || (p.Status == PromiseStatus.Open && (p.RaisedAt != null || p.DueAt < now || p.Miss > 0)))
            .OrderBy(p => p.DueAt)
            .Join(db.Claims, p => p.ClaimId, c => c.Id, (p, c) => new { Promise = p, c.Reference }).ToListAsync();
        var back = await db.ReturnVisits.Where(v => v.SettledAt == null).OrderBy(v => v.FirstAt)
            .Select(v => new { Visit = v, Reference = db.Claims.Where(c => c.Id == v.ClaimId).Select(c => c.Reference).First(), Earlier = db.Claims.Where(c => c.Id == v.EarlierClaimId).Select(c => c.Reference).FirstOrDefault() })
            .ToListAsync();
        // One line a guest: who came back is spoken with about the promise too.
        var others = owed.Where(o => o.Promise.NeedsExplanation || !back.Exists(b => b.Visit.ClaimId == o.Promise.ClaimId));
        return [.. back.Select(b => new GuestAlarm(b.Visit.ClaimId, b.Reference, ReturnWording.Action(b.Visit, b.Earlier), $"/claims/{b.Visit.ClaimId}", "shield-alert", IsLate: true)),
            .. others.Select(o => new GuestAlarm(
            o.Promise.ClaimId, o.Reference, PromiseWording.Action(o.Promise, time), PromisePages.AddressOf(o.Promise.Id),
            o.Promise.Kind == PromiseKind.CallBack ? "phone" : "bell", o.Promise.NeedsExplanation || o.Promise.DueAt < now))];
    }
}
