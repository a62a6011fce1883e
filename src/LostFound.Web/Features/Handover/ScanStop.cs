using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Handover;

/// <summary>A scan or a handover that ends here: why, in plain words, and what to do now.</summary>
/// <param name="Kind">Decides the HTTP status.</param>
public sealed record ScanStop(ScanRefusal Reason, RefusalKind Kind, string Title, string Message, string WhatNext)
{
    public Guid? ItemId { get; private init; }

    /// <summary>Where to go from here, and in which words.</summary>
    public string? NextHref { get; private init; }
    public string? NextText { get; private init; }

    /// <summary>Tags that may have been meant: offered, never taken.</summary>
    public IReadOnlyList<TagSuggestion> Suggestions { get; init; } = [];

    /// <summary>Whether the way on is what to do next in nearly every case.</summary>
    public bool NextIsPrimary { get; private init; }

    public static ScanStop NotATag(string code) => new(
        ScanRefusal.NotATag, RefusalKind.Invalid, "This is no tag of ours",
        code.Trim().Length <= TagCode.Length + 2
            ? "One of its characters is wrong: the check character at the end does not fit."
            : "It holds something else than a tag or a guest’s claim.",
        "Scan it again with the label flat and in light, or type the eight characters under the code.");

    public static ScanStop UnknownTag(string tag) => new(
        ScanRefusal.UnknownTag, RefusalKind.NotFound, $"No item has the tag {TagCode.Display(tag)}",
        "The tag is well formed, but nothing is registered under it: it may come from a sheet of new labels.",
        "Stick it on what you hold and register that now. If the item was registered before, search the items for it instead.")
    {
        NextHref = $"/kiosk?tag={tag}",
        NextText = "Register an item with this tag",
        NextIsPrimary = true,
    };

    public static ScanStop UnknownLink => new(
        ScanRefusal.NotATag, RefusalKind.NotFound, "No claim opens with this link",
        "It looks like a guest’s link, but we know no claim by it. A part of it may be missing.",
        "Ask the guest for the short reference and their name, and look for the claim with them.")
    {
        NextHref = "/claims",
        NextText = "Search the claims",
    };

    /// <param name="receipt">Null when the record of the handover was purged.</param>
    public static ScanStop HandedOver(ItemInHand item, Receipt? receipt) => new(
        ScanRefusal.AlreadyHandedOver, RefusalKind.Conflict,
        receipt is null ? "Already handed over" : $"Already handed over {HandoverWords.When(receipt.At, item.Time)} by {receipt.StaffName} at {receipt.DeviceName}",
        receipt is null ? $"{item.Title} is with its owner." : $"{receipt.Recipient} received it: {item.Title}, tag {TagCode.Display(item.Item.Tag)}.",
        "If you hold this very item in your hands, keep it here and tell a supervisor: the record says that it left.")
    {
        ItemId = item.Id,
        NextHref = receipt is null ? $"/items/{item.Id}" : $"/handover/{item.Id}/receipt",
        NextText = receipt is null ? "Open the item" : "See the receipt",
    };

    /// <param name="sent">The custody event that tells of it.</param>
    public static ScanStop Sent(ItemInHand item, CustodyEvent sent) => new(
        ScanRefusal.AlreadyHandedOver, RefusalKind.Conflict,
        $"Sent to its owner {HandoverWords.When(sent.At, item.Time)} by {sent.StaffName}",
        $"{item.Title}, tag {TagCode.Display(item.Item.Tag)}. {sent.Note}",
        "If you hold this very item in your hands, it came back or never left: keep it here and tell a supervisor.")
    {
        ItemId = item.Id,
        NextHref = $"/items/{item.Id}",
        NextText = "See its history",
    };

    public static ScanStop Disposed(ItemInHand item) => new(
        ScanRefusal.Disposed, RefusalKind.Conflict, "No longer here",
        item.Disposed is { } disposed
            ? $"{item.Title}, tag {TagCode.Display(item.Item.Tag)}, was disposed of {HandoverWords.When(disposed.At, item.Time)} by {disposed.StaffName}. {disposed.Note}"
            : $"{item.Title} was disposed of when its time was over.",
        "Tell the guest honestly what became of it. If you hold this very item in your hands, keep it here and tell a supervisor.")
    {
        ItemId = item.Id,
        NextHref = $"/items/{item.Id}",
        NextText = "See its history",
    };

    /// <param name="item">Its cash was counted, and the seal is not whole any more.</param>
    public static ScanStop SealBroken(ItemInHand item) => new(
        ScanRefusal.SealBroken, RefusalKind.Conflict, $"Seal {item.Seal?.Number} is broken",
        "That is written down now. What lies in there may not be what two people counted.",
        "Count it again, two of you, and put it under a new seal. Then it can be handed over.")
    {
        ItemId = item.Id,
        NextHref = $"/items/{item.Id}/valuables",
        NextText = "Count again",
    };

    public static ScanStop HeldForAnother(ItemInHand item) => new(
        ScanRefusal.HeldForAnother, RefusalKind.Conflict, "Kept for another guest meanwhile",
        item.Claim is { } claim
            ? $"A colleague confirmed this item for claim {claim.Reference}. It can only go to that guest."
            : "A colleague confirmed this item for another claim. It can only go to that guest.",
        "Do not give it away. If the guest in front of you is the owner, compare both claims first.")
    {
        ItemId = item.Id,
        NextHref = $"/scan?code={item.Item.Tag}",
        NextText = "Look at the item again",
    };

    /// <summary>Its claim was withdrawn or closed while the item was on hold.</summary>
    public static ScanStop Stuck(ItemInHand item) => new(
        ScanRefusal.ChangedMeanwhile, RefusalKind.Conflict, "Its claim is closed",
        $"This item is kept for claim {item.Claim?.Reference}, and that claim is no longer waiting to be collected.",
        "Release the item from the claim first; then it can be handed over.")
    {
        ItemId = item.Id,
        NextHref = $"/items/{item.Id}",
        NextText = "Open the item",
    };
}
