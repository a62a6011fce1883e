using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace LostFound.Web.Features.Items;

/// <summary>What items to list. All of it comes from the address, so that a search can be kept and shared.</summary>
public sealed record ItemSearch(string Words, string Category, string Colour, string Place, ItemStatus? Status, int Page)
{
    public static ItemSearch From(IQueryCollection query) => new(
        Trimmed(query["q"]), Trimmed(query["category"]), Trimmed(query["colour"]), Trimmed(query["place"]),
        Enum.TryParse<ItemStatus>(query["status"], ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    public bool IsEverything => this with { Page = 1 } == new ItemSearch("", "", "", "", null, 1);

    public string Address(int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("q", Words), ("category", Category), ("colour", Colour), ("place", Place), ("status", Status?.ToString() ?? "") })
        {
            if (value.Length > 0)
                query.Add(name, value);
        }
        if (page > 1)
            query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return "/items" + query;
    }

    private static string Trimmed(StringValues values)
    {
        var text = values.ToString().Trim();
        return text.Length <= ItemLimits.SearchLength ? text : text[..ItemLimits.SearchLength];
    }
}

/// <summary><c>/items</c>: found items, newest first.</summary>
public sealed class SearchItems(Store store, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/items", (HttpRequest request, SearchItems search) => search.ShowAsync(ItemSearch.From(request.Query)))
            .RequireAuthorization(Policies.Agent);

    public async Task<ItemsFound> HandleAsync(ItemSearch search) => await store.ReadAsync(async db =>
    {
        var matching = Matching(db, search);
        var total = await matching.CountAsync();
        var pages = Math.Max(1, (total + ItemLimits.SearchPage - 1) / ItemLimits.SearchPage);
        var page = Math.Min(search.Page, pages);
        var items = await matching.Include(i => i.Photos.Where(p => p.Ordinal == 1))
            .OrderByDescending(i => i.RegisteredAt).ThenBy(i => i.Id)
            .Skip((page - 1) * ItemLimits.SearchPage).Take(ItemLimits.SearchPage)
            .ToListAsync();
        return new ItemsFound(items, total, page, pages);
    });

    private async Task<IResult> ShowAsync(ItemSearch search)
    {
        var venue = config.Current;
        var found = await HandleAsync(search);
        return Render.Page<ItemsPage>(new
        {
            Search = search,
            found.Total,
            found.Page,
            found.Pages,
            Rows = found.Items.Select(item => ItemRow.Of(item, venue)).ToArray(),
            Categories = venue.Categories.Select(c => new Choice(c.Key, c.Name)).ToArray(),
            Colours = venue.Colours.Select(c => new Choice(c.Key, c.Name)).ToArray(),
            Places = venue.Places.Select(p => new Choice(p.Key, p.Name)).ToArray(),
            Time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime),
        });
    }

    private static IQueryable<Item> Matching(LostFoundDb db, ItemSearch search)
    {
        var items = db.Items.AsQueryable();
        if (search.Category.Length > 0)
            items = items.Where(i => i.Category == search.Category);
        if (search.Colour.Length > 0)
            items = items.Where(i => i.Colours.Contains(search.Colour));
        if (search.Place.Length > 0)
            items = items.Where(i => i.Place == search.Place);
        if (search.Status is { } status)
            items = items.Where(i => i.Status == status);
        // Some words ("backpack") are also proper tags, so a tag never rules the words out.
        return TagCode.TryParse(search.Words, out var tag)
            ? items.Where(i => i.Tag == tag).Union(WithWords(items, search.Words))
            : WithWords(items, search.Words);
    }

    private static IQueryable<Item> WithWords(IQueryable<Item> items, string words)
    {
        foreach (var word in SearchText.Normalise(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(ItemLimits.SearchWords))
            items = items.Where(i => i.SearchText.Contains(word));
        return items;
    }
}

public sealed record ItemsFound(IReadOnlyList<Item> Items, int Total, int Page, int Pages);

/// <summary>An item as one line of a list.</summary>
public sealed record ItemRow(Guid Id, string Tag, string Title, string Emoji, string? Photo, string Place, DateTime FoundAt, string Whereabouts, ItemStatus Status)
{
    public static ItemRow Of(Item item, VenueConfig venue) => new(
        item.Id, item.Tag, ItemWords.Title(item, venue), venue.Category(item.Category)?.Emoji ?? "📦",
        item.Photos.OrderBy(p => p.Ordinal).FirstOrDefault()?.Hash,
        ItemWords.Place(item.Place, venue), item.FoundAt, item.Bin ?? ItemWords.Desk(item.Desk, venue), item.Status);
}
