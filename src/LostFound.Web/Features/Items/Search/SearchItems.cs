using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Matching;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Search;

/// <summary>
/// <c>/items</c>: found items, newest first. Those that have the typed words come before those that are the same
/// thing in other words; when nothing has them, words one slip away are tried, and the page says so.
/// </summary>
public sealed class SearchItems(Store store, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items", (HttpRequest request, SearchItems search) => search.ShowAsync(ItemSearch.Of(request.Query)))
            .RequireAuthorization(Policies.Agent);
        app.MapGet("/items/results", (HttpRequest request, SearchItems search) => search.ShowResultsAsync(ItemSearch.Of(request.Query)))
            .RequireAuthorization(Policies.Agent);
    }

    public async Task<ItemsFound> HandleAsync(ItemSearch search) => await store.ReadAsync(async db =>
    {
        var venue = config.Current;
        var vocabulary = VenueModel.VocabularyOf(venue);
        var found = await PageAsync(db, search, SearchQuery.Of(search, venue, vocabulary), venue);
        if (found.Total > 0 || search.Words.Length == 0)
            return found;
        var corrected = await SearchSpelling.CorrectAsync(db, search.Words);
        if (corrected is null)
            return found;
        var again = search with { Words = corrected };
        return await PageAsync(db, again, SearchQuery.Of(again, venue, vocabulary), venue) with { Corrected = corrected };
    });

    private async Task<IResult> ShowAsync(ItemSearch search)
    {
        var venue = config.Current;
        return Render.Page<ItemsPage>(new
        {
            Search = search,
            Results = await ResultsAsync(search, venue),
            Categories = venue.Categories.Select(c => new Choice(c.Key, c.Name)).ToArray(),
            Colours = venue.Colours.Select(c => new Choice(c.Key, c.Name)).ToArray(),
            Places = venue.Places.Select(p => new Choice(p.Key, p.Name)).ToArray(),
            Bins = venue.Bins.Select(b => new Choice(b.Code, $"{b.Code}, {b.Name}")).ToArray(),
        });
    }

    private async Task<IResult> ShowResultsAsync(ItemSearch search) =>
        Render.Fragment<ItemResults>(new { View = await ResultsAsync(search, config.Current) });

    private async Task<ItemResultsView> ResultsAsync(ItemSearch search, VenueConfig venue)
    {
        var found = await HandleAsync(search);
        var now = clock.GetUtcNow().UtcDateTime;
        return new ItemResultsView(
            search, [.. found.Items.Select(item => ItemRow.Of(item, venue, now))], found.InTypedWords, found.Total, found.Page, found.Pages, found.Corrected,
            new VenueTime(venue.TimeZone, now));
    }

    private static async Task<ItemsFound> PageAsync(LostFoundDb db, ItemSearch search, SearchQuery query, VenueConfig venue)
    {
        var index = new SearchIndex(db, search.Between(venue));
        var wider = query.Meaning is null ? null : $"({query.Meaning}) NOT ({query.Literal})";
        var typed = await index.CountAsync(query.Literal);
        var total = typed + (wider is null ? 0 : await index.CountAsync(wider));
        var pages = Math.Max(1, (total + ItemLimits.SearchPage - 1) / ItemLimits.SearchPage);
        var page = Math.Min(search.Page, pages);
        var skip = (page - 1) * ItemLimits.SearchPage;
        var ids = skip < typed ? await index.PageAsync(query.Literal, skip, ItemLimits.SearchPage) : [];
        if (wider is not null && ids.Count < ItemLimits.SearchPage)
            ids.AddRange(await index.PageAsync(wider, Math.Max(0, skip - typed), ItemLimits.SearchPage - ids.Count));
        return new ItemsFound(await InOrderAsync(db, ids), Math.Clamp(typed - skip, 0, ids.Count), total, page, pages);
    }

    private static async Task<List<Item>> InOrderAsync(LostFoundDb db, List<Guid> ids)
    {
        var items = await db.Items.Where(i => ids.Contains(i.Id)).Include(i => i.Photos.Where(p => p.Ordinal == 1)).ToDictionaryAsync(i => i.Id);
        return [.. ids.Select(id => items[id])];
    }
}

/// <summary>One page of what a search found.</summary>
/// <param name="Items">First those with the typed words, then the same in other words, each newest first.</param>
/// <param name="InTypedWords">How many of <paramref name="Items"/> have the typed words.</param>
/// <param name="Corrected">What was looked for instead of the typed words, when nothing had those.</param>
public sealed record ItemsFound(IReadOnlyList<Item> Items, int InTypedWords, int Total, int Page, int Pages, string? Corrected = null);
