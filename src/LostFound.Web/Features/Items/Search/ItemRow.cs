using LostFound.Web.Configuration;
using LostFound.Web.Features.Retention;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Items.Search;

/// <summary>An item as one line of a list.</summary>
/// <param name="Care">How it must be treated; null once it left the house.</param>
public sealed record ItemRow(Guid Id, string Tag, string Title, string Emoji, string? Photo, string Place, DateTime FoundAt, string Whereabouts, ItemStatus Status, ItemCare? Care)
{
    public static ItemRow Of(Item item, VenueConfig venue, DateTime now) => new(
        item.Id, item.Tag, ItemWords.Title(item, venue), venue.Category(item.Category)?.Emoji ?? "📦",
        item.Photos.OrderBy(p => p.Ordinal).FirstOrDefault()?.Hash,
        ItemWords.Place(item.Place, venue), item.FoundAt, item.Bin ?? ItemWords.Desk(item.Desk, venue), item.Status, ItemCare.Of(item, venue, now));
}

/// <summary>One page of results as it is shown.</summary>
public sealed record ItemResultsView(
    ItemSearch Search, IReadOnlyList<ItemRow> Rows, int InTypedWords, int Total, int Page, int Pages, string? Corrected, VenueTime Time);
