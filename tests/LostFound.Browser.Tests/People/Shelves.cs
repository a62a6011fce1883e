using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Browser.Tests.People;

/// <summary>What lies in the bins before a test begins, and after it.</summary>
internal static class Shelves
{
    public static async Task<Item> AddItemInAsync(this TestServer server, string? bin)
    {
        var added = await server.AddItemAsync(item =>
        {
            item.Bin = bin;
            return item;
        });
        // The test's clock stands still, and nobody scans an item before it is registered.
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        return added;
    }

    public static Task<Item> ItemNowAsync(this TestServer server, Guid id) => server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == id));

    public static Task<List<BinScan>> BinScansAsync(this TestServer server) => server.Store.ReadAsync(db => db.BinScans.ToListAsync());
}
