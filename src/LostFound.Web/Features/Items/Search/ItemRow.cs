using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Items.Search;

/// <summary>An item as one line of a list.</summary>
public sealed record ItemRow(Guid Id, string Tag, string Title, string Emoji, string? Photo, string Place, DateTime FoundAt, string Whereabouts, ItemStatus Status)
{
    public static ItemRow Of(Item item, VenueConfig venue) => new(
        item.Id, item.Tag, ItemWords.Title(item, venue), venue.Category(item.Category)?.Emoji ?? "📦",
        item.Photos.OrderBy(p => p.Ordinal).FirstOrDefault()?.Hash,
        ItemWords.Place(item.Place, venue), item.FoundAt, item.Bin ?? ItemWords.Desk(item.Desk, venue), item.Status);
}

/// <summary>One page of results as it is shown.</summary>
public sealed record ItemResultsView(
    ItemSearch Search, IReadOnlyList<ItemRow> Rows, int InTypedWords, int Total, int Page, int Pages, string? Corrected, VenueTime Time);
