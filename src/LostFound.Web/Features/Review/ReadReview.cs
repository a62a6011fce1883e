using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Review;

/// <summary>Reads the facts of a range, and has the figures computed from them.</summary>
public sealed class ReadReview(Store store, ConfigStore config, TimeProvider clock)
{
    public async Task<ReviewedDays> HandleAsync(ReviewRange range)
    {
        var (venue, now) = (config.Current, clock.GetUtcNow().UtcDateTime);
        var facts = await store.ReadAsync(async db =>
        {
            var promises = await PromisesAsync(db, range, now);
            var ratings = await db.Feedback.Where(f => f.GivenAt >= range.FromUtc && f.GivenAt < range.ToUtc)
                .Select(f => new RatingFact(f.ClaimId, f.Rating, f.Reasons, f.OwnWords, f.GivenAt)).ToListAsync();
            var items = await db.Items.Where(i => i.RegisteredAt >= range.FromUtc && i.RegisteredAt < range.ToUtc)
                .Select(i => new ItemFact(i.Category, i.Place, i.RegisteredAt, i.Status == ItemStatus.HandedOver)).ToListAsync();
            return new ReviewFacts(await ClaimsAsync(db, range), promises, ratings, items, await LineAsync(db, range));
        });
        return new ReviewFigures(facts, range, venue.Clock, now, venue.Closing.LookDays).Compute();
    }

    /// <summary>Filed, closed, rated or owed word within the range.</summary>
    private static async Task<List<ClaimFact>> ClaimsAsync(LostFoundDb db, ReviewRange range)
    {
        var (from, to) = (range.FromUtc, range.ToUtc);
        var touched = db.Claims.Where(c => (c.FiledAt >= from && c.FiledAt < to) || (c.ClosedAt >= from && c.ClosedAt < to)
            || db.Promises.Any(p => p.ClaimId == c.Id && p.DueAt >= from && p.DueAt < to)
            || db.Feedback.Any(f => f.ClaimId == c.Id && f.GivenAt >= from && f.GivenAt < to));
        var rows = await touched.Select(c => new { c.Id, c.Reference, c.Category, c.Places, c.FiledAt, c.Status, c.ClosedAt }).ToListAsync();
        var told = await db.ClaimEvents.Where(e => touched.Any(c => c.Id == e.ClaimId)).Select(e => new { e.ClaimId, e.At, e.Kind }).ToListAsync();
        var firstWords = told.Where(e => FirstWords.IsWord(e.Kind)).GroupBy(e => e.ClaimId).ToDictionary(g => g.Key, g => g.Min(e => e.At));
        var repeats = await db.RepeatsOfAsync(touched);
        return rows.ConvertAll(c => new ClaimFact(
            c.Id, c.Reference, c.Category, c.Places.FirstOrDefault(), c.FiledAt, c.Status,
            firstWords.TryGetValue(c.Id, out var word) ? word : null,
            c.Status is ClaimStatus.Collected or ClaimStatus.Sent ? c.ClosedAt : null,
            repeats.GetValueOrDefault(c.Id)));
    }

    private static async Task<List<PromiseFact>> PromisesAsync(LostFoundDb db, ReviewRange range, DateTime now)
    {
        var rows = await db.Promises.Where(p => p.DueAt >= range.FromUtc && p.DueAt < range.ToUtc)
            .Select(p => new { p.ClaimId, p.Kind, p.DueAt, p.Status, p.Miss }).ToListAsync();
        return rows.ConvertAll(p => new PromiseFact(p.ClaimId, p.Kind, p.DueAt, p.Miss > 0 ? PromiseOutcome.Broken : Outcome(p.Status, p.DueAt < now)));
    }

    private static PromiseOutcome Outcome(PromiseStatus status, bool isOver) => status switch
    {
        PromiseStatus.Kept => PromiseOutcome.Kept,
        PromiseStatus.Broken or PromiseStatus.Unexplained => PromiseOutcome.Broken,
        PromiseStatus.Open => isOver ? PromiseOutcome.Broken : PromiseOutcome.Open,
        PromiseStatus.Moved or PromiseStatus.Ended => PromiseOutcome.Ended,
    };

    private static async Task<List<LineFact>> LineAsync(LostFoundDb db, ReviewRange range)
    {
        var rows = await db.Tickets.Where(t => t.Day >= range.From && t.Day <= range.To)
            .Select(t => new { t.State, t.JoinedAt, t.BookedFor, t.FirstCalledAt }).ToListAsync();
        return rows.ConvertAll(t => new LineFact(t.State == TicketState.NoShow, t.FirstCalledAt - (t.BookedFor ?? t.JoinedAt)));
    }
}

/// <summary>Which events of a claim were word from us to its guest.</summary>
internal static class FirstWords
{
    public static bool IsWord(ClaimEventKind kind) => kind switch
    {
        ClaimEventKind.NothingYet or ClaimEventKind.Asked or ClaimEventKind.ReadyToCollect or ClaimEventKind.BackToLooking or ClaimEventKind.Collected
            or ClaimEventKind.StillHere or ClaimEventKind.PromiseBroken or ClaimEventKind.LateAgain or ClaimEventKind.PromiseMoved or ClaimEventKind.Spoke
            or ClaimEventKind.Sent or ClaimEventKind.NotFound or ClaimEventKind.LateFind or ClaimEventKind.StaffWrote or ClaimEventKind.ProofInPerson => true,
        ClaimEventKind.Filed or ClaimEventKind.Answered or ClaimEventKind.Withdrawn or ClaimEventKind.FoundByGuest
            or ClaimEventKind.CallPromised or ClaimEventKind.OffFile or ClaimEventKind.CameBack or ClaimEventKind.GuestWrote => false,
    };
}
