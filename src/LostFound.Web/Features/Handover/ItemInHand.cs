using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Retention;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Handover;

/// <summary>An item with all that a person needs who holds it in the hand and has its guest in front of them.</summary>
public sealed record ItemInHand
{
    public required Item Item { get; init; }
    public required string Title { get; init; }
    public required string Emoji { get; init; }
    public required string Whereabouts { get; init; }
    public required string Found { get; init; }

    /// <summary>What is inside, for asking; empty when nothing was noted.</summary>
    public required string Contents { get; init; }
    public required IReadOnlyList<string> Photos { get; init; }

    /// <summary>The claim it is kept for; null when no match was confirmed.</summary>
    public required ClaimInHand? Claim { get; init; }

    /// <summary>What the house usually asks about such things.</summary>
    public required IReadOnlyList<string> UsualQuestions { get; init; }

    public required VenueTime Time { get; init; }

    /// <summary>The record has it at a desk other than the one where it is looked at: first it has to be here.</summary>
    public required bool IsAtAnotherDesk { get; init; }

    /// <summary>It had been marked missing, and this scan found it.</summary>
    public DateTime? WasMissingSince { get; init; }

    /// <summary>How it must be treated; null once it left the house.</summary>
    public required ItemCare? Care { get; init; }

    /// <summary>The seal that its cash is under.</summary>
    public required SealOnItem? Seal { get; init; }

    /// <summary>When it was disposed of, by whom and how.</summary>
    public required CustodyEvent? Disposed { get; init; }

    /// <summary>When it was posted to its owner, by whom and how.</summary>
    public required CustodyEvent? Sent { get; init; }

    public Guid Id => Item.Id;

    /// <summary>Kept for a claim that can no longer be collected: somebody must first decide what becomes of the item.</summary>
    public bool IsStuck => Item.Status == ItemStatus.OnHold && Claim is not { Status: ClaimStatus.ReadyToCollect };
}

/// <summary>The claim that an item is kept for, with its guest's name.</summary>
public sealed record ClaimInHand(
    Guid Id, string Reference, ClaimStatus Status, string GuestName, string Description, string PrivateMarks,
    IReadOnlyList<(string Question, string? Answer)> Asked);

/// <summary>Reads an item in hand. It shows whose claim it is kept for, so each look at one with a claim is audited.</summary>
public sealed class ReadItemInHand(Store store, ConfigStore config, ContactVault vault, TimeProvider clock)
{
    public Task<ItemInHand?> ByTagAsync(string tag, Actor by) => ReadAsync(items => items.Where(i => i.Tag == tag), by);

    public Task<ItemInHand?> ByIdAsync(Guid id, Actor by) => ReadAsync(items => items.Where(i => i.Id == id), by);

    public Task<ItemInHand?> HeldForAsync(Guid claimId, Actor by) =>
        ReadAsync(items => items.Where(i => i.ClaimId == claimId && i.Status == ItemStatus.OnHold), by);

    private async Task<ItemInHand?> ReadAsync(Func<IQueryable<Item>, IQueryable<Item>> which, Actor by)
    {
        var found = await store.ReadAsync(async db => await which(db.Items.Include(i => i.Photos)).FirstOrDefaultAsync() is { } item
            ? new Reading(item, item is { ClaimId: { } id, Status: ItemStatus.OnHold } ? await ClaimAsync(db, id) : null, await db.SealOnAsync(item.Id),
                item.IsHere ? null : await db.CustodyEvents.FirstOrDefaultAsync(e => e.ItemId == item.Id && (e.Kind == CustodyKind.Disposed || e.Kind == CustodyKind.Sent)))
            : null);
        if (found?.Claim is { } claim)
            await store.WriteAsync(db => { db.Audit(AuditKind.ViewedClaim, Now, claim.Reference, by); return Task.CompletedTask; }, CancellationToken.None);
        return found is null ? null : View(found, by);
    }

    private async Task<ClaimInHand> ClaimAsync(LostFoundDb db, Guid claimId)
    {
        var claim = await db.Claims.SingleAsync(c => c.Id == claimId);
        var questions = await db.ProofQuestions.Where(q => q.ClaimId == claimId).OrderBy(q => q.AskedAt).ToListAsync();
        return new ClaimInHand(
            claim.Id, claim.Reference, claim.Status, vault.OpenContact(claim.Contact).Name, claim.Description, claim.PrivateMarks,
            questions.ConvertAll(q => (q.Question, q.Answer)));
    }

    private ItemInHand View(Reading found, Actor by)
    {
        var venue = config.Current;
        var item = found.Item;
        var time = new VenueTime(venue.TimeZone, Now);
        var asked = found.Claim?.Asked.Select(a => a.Question) ?? [];
        return new ItemInHand
        {
            Item = item,
            Title = ItemWords.Title(item, venue),
            Emoji = venue.Category(item.Category)?.Emoji ?? "📦",
            Contents = ItemWords.Contents(item.Contents, venue),
            Whereabouts = item.Bin is { } bin
                ? $"Fetch it from {bin}{(venue.Bin(bin) is { } known ? $", {known.Name}" : "")} ({ItemWords.Desk(item.Desk, venue)})"
                : $"Kept at {ItemWords.Desk(item.Desk, venue)}, in no bin",
            Found = $"{ItemWords.Place(item.Place, venue)}, {time.Describe(item.FoundAt)}",
            Photos = [.. item.Photos.OrderBy(p => p.Ordinal).Select(p => p.Hash)],
            Claim = found.Claim,
            UsualQuestions = venue.Category(item.Category) is { } category
                ? [.. venue.ProofQuestionsFor(category).Except(asked, StringComparer.Ordinal)]
                : [],
            Time = time,
            IsAtAnotherDesk = item.Desk != by.Desk,
            Care = ItemCare.Of(item, venue, time.NowUtc),
            Seal = found.Seal,
            Disposed = found.Left is { Kind: CustodyKind.Disposed } disposed ? disposed : null,
            Sent = found.Left is { Kind: CustodyKind.Sent } sent ? sent : null,
        };
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed record Reading(Item Item, ClaimInHand? Claim, SealOnItem? Seal, CustodyEvent? Left);
}
