using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Retention;

public static class DisposalLimits
{
    public const int Note = 300;
}

public sealed record DisposeItemInput(Guid ItemId, Guid RequestId, string Note);

/// <summary>
/// An item's time is over and nobody came: it goes where its retention class says, and is never offered to a claim
/// again. What is kept for a guest, or what a guest is being asked about, stays.
/// </summary>
public sealed class DisposeItem(Store store, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "dispose-item";

    /// <param name="watched">The second person, for classes that need one; they have proved who they are.</param>
    public Task<Outcome<Guid>> HandleAsync(DisposeItemInput input, StaffMember? watched, Actor by, CancellationToken cancellation) => store.WriteAsync<Guid>(async db =>
    {
        var asked = new { input, Watched = watched?.Id };
        var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, asked);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is not null)
            return input.ItemId;
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == input.ItemId) is not { } item)
            return new Refusal(RefusalKind.NotFound, "There is no such item any more.");
        var now = clock.GetUtcNow().UtcDateTime;
        var venue = config.Current;
        if (await ObstacleAsync(db, item, venue, now) is { } obstacle)
            return obstacle;
        var care = ItemCare.Of(item, venue, now)!;
        if (care.Class.Witness && watched is null)
            return new Refusal(RefusalKind.Invalid, "Somebody else must watch this. Choose who the second person is", SecondPerson.WhoField);
        if (!await TakeAsync(db, item))
            return ItemRefusals.ChangedMeanwhile;
        await db.RecordCustodyAsync(item, CustodyKind.Disposed, by, now, Words(care, watched, input.Note));
        db.Announce(Topics.Item(item.Id), now, item.Version + 1);
        db.Announce(Topics.Inbox, now);
        db.Announce(Topics.Board, now);
        db.Remember(input.RequestId, Kind, asked, item.Id.ToString(), now);
        return item.Id;
    }, cancellation);

    /// <summary>Why this item may not be disposed of now; null when it may. The page asks before it shows the form.</summary>
    public static async Task<Refusal?> ObstacleAsync(LostFoundDb db, Item item, VenueConfig venue, DateTime now)
    {
        if (!item.IsHere)
            return ItemRefusals.Closed;
        if (!item.MayBeDisposed)
        {
            var reference = await db.Claims.Where(c => c.Id == item.ClaimId).Select(c => c.Reference).SingleOrDefaultAsync();
            return Stays($"It is on hold for a guest (claim {reference}), so it can’t be disposed of. If nobody comes for it, release it from the claim first.");
        }
        if (await db.Candidates.AnyAsync(k => k.ItemId == item.Id && k.Status == CandidateStatus.Proposed))
            return Stays("A guest is being asked whether it is theirs, so it can’t be disposed of. Decide on that match at the desk first.");
        if (ItemCare.Of(item, venue, now) is not { } care)
            return Stays("Its kind is not in the configuration any more, so nothing says what is to be done with it. Amend its kind first.");
        return care.IsDue ? null : Stays($"{care.KeepUntil}. Somebody may still come for it.");
    }

    private static Refusal Stays(string why) => new(RefusalKind.Conflict, why);

    /// <summary>The guard: as it was read, and neither held nor gone. The worker takes it out of the candidates.</summary>
    private static async Task<bool> TakeAsync(LostFoundDb db, Item item) => await db.Items
        .Where(i => i.Id == item.Id && i.Version == item.Version && i.Status == ItemStatus.InStorage)
        .ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Status, ItemStatus.Disposed)
            .SetProperty(i => i.NeedsMatching, true)
            .SetProperty(i => i.Version, i => i.Version + 1)) == 1;

    private static string Words(ItemCare care, StaffMember? watched, string note) => string.Join(' ', new[]
    {
        $"{RetentionWords.Done(care.Class.Then)}. {care.Class.Name}: kept until {RetentionWords.Day(care.Due.LastDay)}.",
        watched is null ? "" : $"{watched.Name} watched and confirmed it.",
        note,
    }.Where(part => part.Length > 0));
}
