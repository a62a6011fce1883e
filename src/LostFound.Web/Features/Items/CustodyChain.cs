using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary>A place where an item's history was tampered with, or never was whole.</summary>
/// <param name="Sequence">The event at which it shows.</param>
public sealed record CustodyBreak(string Tag, int Sequence, string What);

public sealed record CustodyCheck(int Items, long Events, IReadOnlyList<CustodyBreak> Breaks)
{
    public bool IsWhole => Breaks.Count == 0;
}

/// <summary>
/// Walks every item's custody events and recomputes each hash. An event changed afterwards no longer has its own
/// hash; one taken out or put elsewhere breaks the next one's; and when the last ones are missing, the item's own
/// bin, claim or status disagrees with what is left.
/// </summary>
public static class CustodyChain
{
    public static Task<CustodyCheck> VerifyAsync(Store store) => store.ReadAsync(async db =>
    {
        // One snapshot for both reads: an item changed between them would look tampered with.
        await using var snapshot = await db.Database.BeginTransactionAsync();
        var items = await db.Items.Select(i => new ItemState(i.Id, i.Tag, i.Bin, i.ClaimId, i.Status)).ToDictionaryAsync(i => i.Id);
        var breaks = new List<CustodyBreak>();
        var events = 0L;
        var lasts = new Dictionary<Guid, CustodyEvent>(items.Count);
        await foreach (var current in db.CustodyEvents.OrderBy(e => e.ItemId).ThenBy(e => e.Sequence).AsAsyncEnumerable())
        {
            events++;
            if (WhatIsWrong(lasts.GetValueOrDefault(current.ItemId), current) is { } what)
                breaks.Add(new CustodyBreak(items[current.ItemId].Tag, current.Sequence, what));
            lasts[current.ItemId] = current;
        }
        breaks.AddRange(items.Values.Select(item => WhatIsMissing(item, lasts.GetValueOrDefault(item.Id))).OfType<CustodyBreak>());
        return new CustodyCheck(items.Count, events, [.. breaks.OrderBy(b => b.Tag, StringComparer.Ordinal).ThenBy(b => b.Sequence)]);
    });

    private static string? WhatIsWrong(CustodyEvent? before, CustodyEvent current)
    {
        if (!current.ComputeHash().AsSpan().SequenceEqual(current.Hash))
            return "its content was changed after it was written";
        if (current.Sequence != (before?.Sequence ?? 0) + 1)
            return $"the event before it is missing: expected number {(before?.Sequence ?? 0) + 1}";
        return current.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? [])
            ? null
            : "it does not follow from the event before it";
    }

    private static CustodyBreak? WhatIsMissing(ItemState item, CustodyEvent? last)
    {
        if (last is null)
            return new CustodyBreak(item.Tag, 0, "it has no events at all");
        var agrees = last.Bin == item.Bin && last.ClaimId == item.ClaimId
            && (last.Kind == CustodyKind.HandedOver) == (item.Status == ItemStatus.HandedOver);
        return agrees ? null : new CustodyBreak(item.Tag, last.Sequence, "the item's record tells of something later: events after this one are missing");
    }

    private sealed record ItemState(Guid Id, string Tag, string? Bin, Guid? ClaimId, ItemStatus Status);
}
