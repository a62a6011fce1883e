using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.SecondContact;

/// <summary>Another claim of the same guest.</summary>
public sealed record LinkedClaim(Guid Id, string Reference, ClaimStatus Status, bool IsEarlier);

/// <summary>Everything that went before, in one glance, so that nobody is asked twice; and which words this situation asks for.</summary>
public sealed record GuestHistory
{
    public required Guid ClaimId { get; init; }
    public required ReturnVisit? Open { get; init; }
    public required int TimesBack { get; init; }
    public required DateTime FiledAt { get; init; }
    public required int Kept { get; init; }
    public required int Broken { get; init; }
    public required int Asked { get; init; }
    public required int Answered { get; init; }
    public required int InLine { get; init; }
    public required IReadOnlyList<LinkedClaim> Linked { get; init; }

    /// <summary>What promises and conversations add to the story of the claim's own events.</summary>
    public required IReadOnlyList<TimelineEvent> Story { get; init; }

    /// <summary>The card's words for what happened to this guest; empty while nothing calls for the card.</summary>
    public required IReadOnlyList<string> Situations { get; init; }

    public bool NeedsCare => Open is not null || Broken > 0;
}

public static class GuestHistories
{
    /// <summary>Waiting for longer than this is long, whatever was promised.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromHours(4);
    private static readonly TimeSpan LongInLine = TimeSpan.FromMinutes(20);

    public static async Task<GuestHistory> GuestHistoryAsync(this LostFoundDb db, Claim claim, VenueConfig venue, VenueTime time)
    {
        var promises = await db.Promises.Where(p => p.ClaimId == claim.Id).OrderBy(p => p.MadeAt).ToListAsync();
        var visits = await db.ReturnVisits.Where(v => v.ClaimId == claim.Id || v.EarlierClaimId == claim.Id).ToListAsync();
        var questions = await db.ProofQuestions.Where(q => q.ClaimId == claim.Id).Select(q => q.Answer != null).ToListAsync();
        var places = await db.Tickets.Where(t => t.ClaimId == claim.Id).Select(t => new { t.JoinedAt, t.FirstCalledAt }).ToListAsync();
        var linked = await LinkedAsync(db, claim.Id, visits);
        var open = visits.Find(v => v.ClaimId == claim.Id && v.SettledAt is null);
        var broken = promises.Count(p => p.Miss > 0);
        var waited = time.NowUtc - claim.FiledAt > Long || places.Exists(p => (p.FirstCalledAt ?? time.NowUtc) - p.JoinedAt > LongInLine);
        return new GuestHistory
        {
            ClaimId = claim.Id,
            Open = open,
            TimesBack = visits.Where(v => v.Same != SameLoss.No).Sum(v => v.Times),
            FiledAt = claim.FiledAt,
            Kept = promises.Count(p => p.Status == PromiseStatus.Kept),
            Broken = broken,
            Asked = questions.Count,
            Answered = questions.Count(answered => answered),
            InLine = places.Count,
            Linked = linked,
            Story = [.. Tell(promises, time), .. await EarlierAsync(db, linked)],
            Situations = [.. Situations(venue.Guidance.Situations, waited, broken > 0, claim.IsOpen, visits.Exists(v => v.WasRude))],
        };
    }

    private static IEnumerable<string> Situations(Configuration.Files.GuidanceWords words, bool waited, bool broken, bool notFound, bool rude)
    {
        if (rude)
            yield return words.Rude;
        if (broken)
            yield return words.Broken;
        if (waited)
            yield return words.Waited;
        if (notFound)
            yield return words.NotFound;
    }

    private static async Task<List<LinkedClaim>> LinkedAsync(LostFoundDb db, Guid claimId, List<ReturnVisit> visits)
    {
        var ids = visits.Where(v => v.Same != SameLoss.No).SelectMany(v => new[] { v.ClaimId, v.EarlierClaimId ?? claimId }).Where(id => id != claimId).Distinct().ToList();
        var claims = await db.Claims.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reference, c.Status }).ToListAsync();
        return [.. claims.Select(c => new LinkedClaim(c.Id, c.Reference, c.Status, visits.Exists(v => v.EarlierClaimId == c.Id)))];
    }

    private static IEnumerable<TimelineEvent> Tell(List<Promise> promises, VenueTime time)
    {
        foreach (var promise in promises.Where(p => p.SettledAt is not null))
        {
            if (promise.Miss > 0)
                yield return new(promise.SettledAt!.Value, $"{promise.Kind.Name()} promised by {time.Describe(promise.DueAt)}: broken") { Icon = "triangle-alert", Detail = promise.Explanation.Length > 0 ? promise.Explanation : promise.Reason.Why() };
            if (promise is { Note.Length: > 0, Status: not PromiseStatus.Moved, Cause: not PromiseCause.Moved })
                yield return new(promise.SettledAt!.Value, $"{promise.SettledBy} spoke with them") { Icon = "phone", Detail = promise.Note };
        }
    }

    /// <summary>What happened on the other claim of the same guest, said to be of it.</summary>
    private static async Task<IReadOnlyList<TimelineEvent>> EarlierAsync(LostFoundDb db, List<LinkedClaim> linked)
    {
        var ids = linked.Select(l => l.Id).ToList();
        var events = await db.ClaimEvents.Where(e => ids.Contains(e.ClaimId)).OrderBy(e => e.Id).ToListAsync();
        return [.. events.Select(e => Of(linked.Find(l => l.Id == e.ClaimId)!, DeskWords.Tell(e)))];
    }

    private static TimelineEvent Of(LinkedClaim claim, TimelineEvent told) => told with { Title = $"{claim.Reference}: {told.Title}" };
}
