using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items;

/// <summary><c>/items/{id}/label</c>: what goes on the item, for a printer with a label roll.</summary>
internal static class ItemLabel
{
    private const int ShortDescription = 60;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/label", ShowAsync).RequireAuthorization(Policies.Agent);
        app.MapGet("/label.css", (ConfigStore config) => Results.Text(StylesheetOf(config.Current.Labels), "text/css"));
    }

    /// <summary>The paper is the venue's to set, and no inline style may say so: it comes as a stylesheet of this page alone.</summary>
    internal static string StylesheetOf(LabelsFile labels)
    {
        const int margin = 2;
        var (width, height) = (labels.RollWidthMm - 2 * margin, labels.LabelHeightMm - 2 * margin);
        return string.Create(CultureInfo.InvariantCulture,
            $"@page{{size:{labels.RollWidthMm}mm {labels.LabelHeightMm}mm;margin:{margin}mm}}.label{{inline-size:{width}mm;min-block-size:{height}mm}}");
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpRequest request, Store store, ConfigStore config)
    {
        var venue = config.Current;
        var item = await store.ReadAsync(db => db.Items.SingleOrDefaultAsync(i => i.Id == id));
        return item is null
            ? ShowItem.Unknown()
            : Render.Page<LabelPage>(new { Label = Of(item, venue, AddressOf(item.Tag, venue, request)), IsNew = request.Query["new"] == "1", AsksForCount = CashWords.AsksForCount(item, venue) });
    }

    /// <summary>
    /// In capitals, because a QR code holds capitals in its compact alphanumeric mode; host names and our own
    /// addresses mean the same in either case.
    /// </summary>
    internal static string AddressOf(string tag, VenueConfig venue, HttpRequest request)
    {
        var origin = venue.Venue.PublicUrl is { Length: > 0 } set ? set : $"{request.Scheme}://{request.Host}";
        return $"{origin.TrimEnd('/')}/t/{tag}".ToUpperInvariant();
    }

    internal static LabelView Of(Item item, VenueConfig venue, string address) => new(
        item.Id, item.Tag, address,
        ItemWords.Category(item.Category, venue),
        Shorten(string.Join(", ", new[] { ItemWords.Colours(item.Colours, venue), item.Brand, item.Description }.Where(part => part.Length > 0))),
        venue.LocalTime(item.FoundAt), ItemWords.Place(item.Place, venue), item.Bin, venue.Labels);

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= ShortDescription)
            return line;
        var end = line.LastIndexOf(' ', ShortDescription);
        return line[..(end > 0 ? end : ShortDescription)].TrimEnd(' ', ',', '.') + "…";
    }
}

/// <summary>What stands on a label. Not the private notes: labels are seen by everyone at the desk.</summary>
public sealed record LabelView(
    Guid ItemId, string Tag, string Address, string Category, string Description, DateTime? FoundLocal, string Place, string? Bin,
    LabelsFile Settings)
{
    /// <summary>A label without an item yet: the code, and room to write.</summary>
    public static LabelView Blank(string tag, string address, LabelsFile settings) => new(Guid.Empty, tag, address, "", "", null, "", null, settings);
}
