using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Items;

/// <summary>What a person typed about an item, right or wrong, so that a refused form shows it again unchanged.</summary>
public sealed record ItemTyped
{
    public string Category { get; init; } = "";
    public IReadOnlyList<string> Colours { get; init; } = [];
    public string Brand { get; init; } = "";
    public string Description { get; init; } = "";
    public string PrivateNotes { get; init; } = "";
    public IReadOnlyList<TypedContent> Contents { get; init; } = [];
    public string Place { get; init; } = "";
    public string FoundDate { get; init; } = "";
    public string FoundTime { get; init; } = "";

    public static ItemTyped From(PostedForm form) => new()
    {
        Category = form.Text(ItemFields.Category),
        Colours = form.Many(ItemFields.Colours),
        Brand = form.Text(ItemFields.Brand),
        Description = form.Text(ItemFields.Description),
        PrivateNotes = form.Text(ItemFields.PrivateNotes),
        Contents = TypedContent.From(form),
        Place = form.Text(ItemFields.Place),
        FoundDate = form.Text(ItemFields.FoundDate),
        FoundTime = form.Text(ItemFields.FoundTime),
    };

    /// <summary>The form of an item as it stands now.</summary>
    public static ItemTyped From(Item item, VenueConfig config) => At(config.LocalTime(item.FoundAt)) with
    {
        Category = item.Category,
        Colours = item.Colours,
        Brand = item.Brand,
        Description = item.Description,
        PrivateNotes = item.PrivateNotes,
        Contents = TypedContent.From(item),
        Place = item.Place,
    };

    /// <summary>An empty form whose found time is the given wall-clock time.</summary>
    public static ItemTyped At(DateTime local) => new()
    {
        FoundDate = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FoundTime = local.ToString("HH:mm", CultureInfo.InvariantCulture),
    };
}

/// <summary>The names of the form's fields, which are also their ids on the page.</summary>
public static class ItemFields
{
    public const string Photos = "photos";
    public const string KeptPhotos = "kept";
    public const string PhotoForColours = "photo";
    public const string Category = "category";
    public const string Colours = "colours";
    public const string Brand = "brand";
    public const string Description = "description";
    public const string PrivateNotes = "notes";
    public const string Inside = "inside";
    public const string Place = "place";
    public const string Found = "found";
    public const string FoundDate = "found-date";
    public const string FoundTime = "found-time";
    public const string Bin = "bin";
    public const string RequestId = "request";

    /// <summary>The code of a label that the item has already, from a printed sheet.</summary>
    public const string Tag = "tag";

    public const string Version = "version";
}
