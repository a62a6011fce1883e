using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Queue.Guest;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>Reads what a guest's page shows.</summary>
public sealed class ReadClaimPage(Store store, ReadPlace places, ReadClosed closing, ConfigStore config, TimeProvider clock, Words say)
{
    public async Task<ClaimView> HandleAsync(Guid claimId)
    {
        var (claim, events, questions, desk) = await store.ReadAsync(async db => (
            await db.Claims.SingleAsync(c => c.Id == claimId),
            await db.ClaimEvents.Where(e => e.ClaimId == claimId).OrderBy(e => e.Id).ToListAsync(),
            await db.ProofQuestions.Where(q => q.ClaimId == claimId && q.Answer == null).OrderBy(q => q.AskedAt).ToListAsync(),
            // The one thing of an item that a guest is ever told, and only once staff released it: where to come.
            await db.Items.Where(i => i.ClaimId == claimId && i.Status == ItemStatus.OnHold).Select(i => i.Desk).FirstOrDefaultAsync()));
        var now = clock.GetUtcNow().UtcDateTime;
        var time = new VenueTime(config.Current.TimeZone, now, say.Language);
        var (promises, notices, known) = await store.ReadAsync(async db => (
            await db.Promises.Where(p => p.ClaimId == claimId).ToListAsync(),
            await db.NoticesForAsync(claim, config.Current),
            await KnownFacts.ReadAsync(db, claim, config.Current, now)));
        var kept = new PromiseStory(config.Current, time, promises, notices, say);
        var words = new GuestWords(config.Current, claim, events, kept, now, say);
        var place = await places.OfClaimAsync(claimId);
        var collect = claim.MayBeCollected ? words.Collect(desk) : null;
        return new ClaimView
        {
            Headline = words.Headline(collect),
            Next = words.Next(),
            Apology = words.Apology(),
            Reference = claim.Reference,
            Questions = claim.IsOpen ? [.. questions.Select(q => new QuestionView(q.Id, config.Current.QuestionIn(q.Question, say)))] : [],
            Story = [.. words.Story(), .. kept.More()],
            Known = known,
            Notices = [.. notices.Where(n => n.IsUp(now))],
            NoticeWords = new NoticeWords(config.Current, time, say),
            Told = words.Told(),
            Collect = collect,
            Place = place,
            MayJoin = claim.MayBeWithdrawn && place is null or { IsOver: true } ? claim.MayBeCollected ? say["status.choose-when"] : say["status.ask-at-desk"] : null,
            Closed = await closing.HandleAsync(claim),
            Talk = await store.ReadAsync(db => ReadTalk.NewsAsync(db, claimId)),
            MayBeWithdrawn = claim.MayBeWithdrawn,
            IsLive = claim.MayBeWithdrawn || place is { IsOver: false },
        };
    }
}
