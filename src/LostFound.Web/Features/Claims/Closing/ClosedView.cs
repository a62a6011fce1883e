using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>What a closed claim's page adds for its guest.</summary>
/// <param name="Rating">What the guest said of it since it was closed; null when not asked or not answered yet.</param>
/// <param name="MayChangeRating">Whether that answer may still be changed.</param>
public sealed record ClosedView(ParcelView? Parcel, int? Rating, bool MayChangeRating);

/// <summary>What was sent: in words how and when, and the carrier's number, which may be empty.</summary>
public sealed record ParcelView(string Words, string Tracking);

/// <summary>Reads how a claim was closed, for its guest's page.</summary>
public sealed class ReadClosed(Store store, Words say, ConfigStore config, TimeProvider clock)
{
    /// <summary>Null while the claim is open.</summary>
    public async Task<ClosedView?> HandleAsync(Claim claim)
    {
        if (!claim.IsClosed)
            return null;
        var (sent, feedback) = await store.ReadAsync(async db => (
            claim.Status == ClaimStatus.Sent
                ? await db.ClaimClosings.Where(c => c.ClaimId == claim.Id && c.Status == ClaimStatus.Sent).OrderByDescending(c => c.Id).FirstOrDefaultAsync() : null,
            await db.Feedback.SingleOrDefaultAsync(f => f.ClaimId == claim.Id)));
        var isFresh = feedback is not null && !(claim.ClosedAt > (feedback.ChangedAt ?? feedback.GivenAt));
        return new ClosedView(
            sent is null ? null : new ParcelView(Parcel(sent), sent.Tracking),
            isFresh ? feedback!.Rating : null,
            feedback?.MayBeChanged(claim.ClosedAt, clock.GetUtcNow().UtcDateTime) ?? false);
    }

    private string Parcel(ClaimClosing sent)
    {
        var day = say.Language.Day(config.Current.LocalTime(sent.SentAt ?? sent.At));
        return sent.How switch
        {
            SentHow.Courier => say["closing.by-courier", ("day", day)],
            SentHow.Transfer => say["closing.by-transfer", ("day", day)],
            SentHow.Post or null => say["closing.by-post", ("day", day)],
        };
    }
}
