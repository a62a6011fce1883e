using LostFound.Web.Data;
using LostFound.Web.Features.Valuables;
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
/// bin, claim or status disagrees with what is left. Counts of cash are held by the events that tell of them.
/// </summary>
public static class CustodyChain
{
    public static Task<CustodyCheck> VerifyAsync(Store store) => store.ReadAsync(async db =>
    {
        // Each question is one statement and so one snapshot: an item changed meanwhile does not look tampered with.
        var bare = await db.Items.Where(i => !db.CustodyEvents.Any(e => e.ItemId == i.Id)).Select(i => i.Tag).ToListAsync();
        var links =
            from e in db.CustodyEvents
            join i in db.Items on e.ItemId equals i.Id
            orderby e.ItemId, e.Sequence
            select new Link(e, i.Tag, i.Bin, i.ClaimId, i.Status);
        var breaks = bare.ConvertAll(tag => new CustodyBreak(tag, 0, "it has no events at all"));
        var (items, events) = (bare.Count, 0L);
        Link? before = null;
        await foreach (var link in links.AsAsyncEnumerable())
        {
            events++;
            var isFirst = before?.Event.ItemId != link.Event.ItemId;
            if (isFirst)
            {
                items++;
                AddMissing(before, breaks);
            }
            if (WhatIsWrong(isFirst ? null : before!.Event, link.Event) is { } what)
                breaks.Add(new CustodyBreak(link.Tag, link.Event.Sequence, what));
            before = link;
        }
        AddMissing(before, breaks);
        breaks.AddRange(await db.BrokenCountsAsync());
        return new CustodyCheck(items, events, breaks);
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

    /// <summary>Compares an item with its last event, where its chain ends.</summary>
    private static void AddMissing(Link? last, List<CustodyBreak> breaks)
    {
        if (last is null)
            return;
        var agrees = last.Event.Bin == last.Bin && last.Event.ClaimId == last.ClaimId
            && (last.Event.Kind is CustodyKind.HandedOver or CustodyKind.Sent) == (last.Status == ItemStatus.HandedOver)
            && (last.Event.Kind == CustodyKind.Disposed) == (last.Status == ItemStatus.Disposed);
        if (!agrees)
            breaks.Add(new CustodyBreak(last.Tag, last.Event.Sequence, "the item's record tells of something later: events after this one are missing"));
    }

    /// <summary>An event beside what its item says now.</summary>
    private sealed record Link(CustodyEvent Event, string Tag, string? Bin, Guid? ClaimId, ItemStatus Status);
}
