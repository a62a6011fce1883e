using LostFound.Queueing;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.SecondContact;

/// <summary>How a guest came back, by what was seen or said.</summary>
public sealed record ReturnSeen(RecognisedBy By, Claim? Earlier = null, string Note = "", bool WasRude = false);

/// <summary>
/// Makes an emergency of a guest who came back, in the caller's transaction: a supervisor by name, a promise that only a
/// person can keep, and the lane that goes first.
/// </summary>
public sealed class ReturnVisits(NextWord nextWord)
{
    /// <summary>Whoever reports after longer than this has lost something else.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromDays(14);

    public async Task NoteAsync(LostFoundDb db, Claim claim, ReturnSeen seen, DateTime now, Actor? by = null)
    {
        if (await db.ReturnVisits.OpenOf(claim.Id).SingleOrDefaultAsync() is { } open)
        {
            (open.Times, open.LastAt, open.WasRude) = (open.Times + 1, now, open.WasRude || seen.WasRude);
            open.Note = open.Note.Length == 0 ? seen.Note : open.Note;
            db.AnnounceOwed(claim, now);
            return;
        }
        var supervisor = await db.NameSupervisorAsync(now);
        // What the guest or a colleague says is known; what two claims have in common is asked.
        var same = seen.Earlier is null ? SameLoss.Yes : SameLoss.Unknown;
        db.ReturnVisits.Add(new ReturnVisit
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            ClaimId = claim.Id,
            By = seen.By,
            EarlierClaimId = seen.Earlier?.Id,
            Same = same,
            FirstAt = now,
            LastAt = now,
            Note = seen.Note,
            WasRude = seen.WasRude,
            NotedBy = by?.StaffName,
            SupervisorName = supervisor?.Name ?? "",
        });
        var promise = await db.ReturnAsync(claim, nextWord.CallBack(now), now, supervisor, by);
        if (same == SameLoss.Yes)
            db.TellOf(claim, promise, ClaimEventKind.CameBack, now);
        else
            db.AnnounceOwed(claim, now);
        await MoveUpAsync(db, claim.Id, now);
    }

    /// <summary>A claim of the same guest who has nothing back yet, filed lately; found by the keyed hashes alone. Null when there is none.</summary>
    public static async Task<ReturnSeen?> RecogniseAsync(LostFoundDb db, Claim filed)
    {
        var since = filed.FiledAt - Recently;
        var earlier = await db.Claims.AsNoTracking()
            .Where(c => c.Id != filed.Id && c.FiledAt >= since
                // Whose thing is back has lost another one.
                && (c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking || c.Status == ClaimStatus.ReadyToCollect || c.Status == ClaimStatus.NotFound)
                && ((filed.PhoneIndex != null && c.PhoneIndex == filed.PhoneIndex) || (filed.EmailIndex != null && c.EmailIndex == filed.EmailIndex)))
            .OrderByDescending(c => c.Status == ClaimStatus.Looking || c.Status == ClaimStatus.Asking || c.Status == ClaimStatus.ReadyToCollect)
            .ThenByDescending(c => c.FiledAt).FirstOrDefaultAsync();
        if (earlier is null)
            return null;
        var byPhone = filed.PhoneIndex is { } phone && earlier.PhoneIndex is { } known && phone.AsSpan().SequenceEqual(known);
        return new ReturnSeen(byPhone ? RecognisedBy.Phone : RecognisedBy.Email, earlier);
    }

    /// <summary>Whoever waits already goes first from now on.</summary>
    private static async Task MoveUpAsync(LostFoundDb db, Guid claimId, DateTime now)
    {
        foreach (var ticket in await db.Tickets.Where(t => t.ClaimId == claimId && t.State == TicketState.Waiting && t.Lane == Lane.Report).ToListAsync())
        {
            ticket.Lane = Lane.SecondContact;
            ticket.Version++;
            db.Announce(Topics.Line(ticket.Desk), now);
        }
    }
}

public static class ReturnVisitQueries
{
    public static IQueryable<ReturnVisit> OpenOf(this IQueryable<ReturnVisit> visits, Guid claimId) => visits.Where(v => v.ClaimId == claimId && v.SettledAt == null);

    /// <summary>A person has spoken with the guest, or the claim is closed: nothing is urgent any more.</summary>
    internal static async Task SettleReturnAsync(this LostFoundDb db, Guid claimId, DateTime now, string? by)
    {
        if (await db.ReturnVisits.OpenOf(claimId).SingleOrDefaultAsync(CancellationToken.None) is { } visit)
            (visit.SettledAt, visit.SettledBy) = (now, by);
    }
}
