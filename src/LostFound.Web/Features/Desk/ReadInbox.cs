using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises.Desk;
using LostFound.Web.Languages;
using LostFound.Web.Live;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Desk;

/// <summary>Reads the inbox: the open claims that have a candidate to decide on, best first, and one of them in full.</summary>
public sealed class ReadInbox(Store store, ConfigStore config, ReadClaimAtDesk claimAtDesk, ChangeFeed feed, TimeProvider clock, Words say)
{
    /// <summary>More than anyone works through in a shift; the best stand first.</summary>
    public const int MostRows = 200;

    public async Task<InboxModel> HandleAsync(Guid? claimId, Guid? candidateId, InboxNotice? notice = null)
    {
        // Before the rows: a change after this is told again, one before it is in them.
        var sequence = feed.Latest;
        var venue = config.Current;
        return await store.ReadAsync(async db =>
        {
            var rows = await UnreadInInbox.AddAsync(db, venue, await RowsAsync(db, venue));
            var shown = claimId ?? (rows.Count > 0 ? rows[0].ClaimId : null);
            var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime);
            return new InboxModel
            {
                Venue = time,
                Alarms = await db.GuestAlarmsAsync(time),
                Told = await db.NoticesUpAsync(time.NowUtc),
                NoticeWords = new NoticeWords(venue, time, say),
                Sequence = sequence,
                Rows = rows,
                Selected = shown is { } id ? await claimAtDesk.HandleAsync(db, venue, id, candidateId) : null,
                Notice = notice,
            };
        });
    }

    private static async Task<List<InboxRow>> RowsAsync(LostFoundDb db, VenueConfig venue)
    {
        var pairs = await (
            from candidate in db.WaitingCandidates()
            join claim in db.Claims on candidate.ClaimId equals claim.Id
            select new
            {
                claim.Id, claim.Reference, claim.Category, claim.Brand, claim.Description, claim.FiledAt, claim.NextWordBy,
                candidate.Probability, candidate.Status,
                Answered = db.ProofQuestions.Any(q => q.ClaimId == claim.Id && q.AnsweredAt != null),
                CameBack = db.ReturnVisits.Any(v => v.ClaimId == claim.Id && v.SettledAt == null),
            }).ToListAsync();
        return [.. pairs
            .GroupBy(pair => pair.Id)
            .Select(group => (First: group.First(), Best: group.Max(pair => pair.Probability), All: group))
            .OrderByDescending(group => group.First.CameBack).ThenByDescending(group => group.Best).ThenBy(group => group.First.FiledAt)
            .Take(MostRows)
            .Select(group => new InboxRow(
                group.First.Id, group.First.Reference, group.First.Category is { } key ? venue.Category(key) : null, group.First.Brand,
                group.First.Description, group.First.FiledAt, group.First.NextWordBy, group.Best, group.All.Count(),
                group.First.Answered, group.All.Any(pair => pair.Status == CandidateStatus.Proposed), group.First.CameBack))];
    }
}

public static class WaitingCandidatesQuery
{
    /// <summary>Candidates that somebody can decide on now: the claim is open or on file, and the item is in its bin.</summary>
    public static IQueryable<Candidate> WaitingCandidates(this LostFoundDb db)
    {
        var compared = db.Claims.StillCompared();
        return db.Candidates.Where(k =>
            (k.Status == CandidateStatus.Open || k.Status == CandidateStatus.Proposed)
            && compared.Any(c => c.Id == k.ClaimId)
            && db.Items.Any(i => i.Id == k.ItemId && i.Status == ItemStatus.InStorage));
    }
}
