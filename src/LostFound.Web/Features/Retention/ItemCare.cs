using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Retention;

/// <summary>How an item in our hands must be treated, and for how long.</summary>
/// <param name="Sensitive">Says something private about its owner.</param>
/// <param name="NotInSafe">It belongs in a safe and lies elsewhere.</param>
public sealed record ItemCare(RetentionClass Class, bool Sensitive, bool NotInSafe, RetentionDue Due, RetentionState State)
{
    /// <summary>Null for what left the house, and for a kind that left the configuration together with its rule.</summary>
    public static ItemCare? Of(Item item, VenueConfig venue, DateTime now)
    {
        if (!item.IsHere || venue.Category(item.Category) is not { } category)
            return null;
        var kept = venue.RetentionOf(category);
        var due = RetentionDue.Of(item.FoundAt, kept.Days, venue.Clock);
        return new ItemCare(kept, category.Sensitive, kept.Safe && !venue.IsSafe(item.Bin), due, due.At(now, venue.Clock));
    }

    public string KeepUntil => RetentionWords.KeepUntil(Due, State);

    public bool IsDue => State is RetentionState.DueToday or RetentionState.Overdue;
}
