using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Scanning;

/// <summary>What staff do at the shelves, as tests do it: through the pages.</summary>
internal static class AtTheBins
{
    public static async Task<Page> ScanIntoAsync(this Browser device, string bin, string code, params (string Name, string Value)[] more) =>
        await device.SendAsync(await device.OpenAsync($"/b/{bin}"), "form#scan-form", [("code", code), .. more]);

    /// <summary>A scan that waited on a device without network for a while.</summary>
    public static Task<Page> ScanIntoLateAsync(this Browser device, string bin, string code, TimeSpan age, Guid? request = null) =>
        device.ScanIntoAsync(bin, code, ("age", $"{age.TotalMilliseconds:0}"), ("request", (request ?? Guid.NewGuid()).ToString()));

    public static async Task<Page> StartCountAsync(this Browser device, string bin) =>
        await device.SendAsync(await device.OpenAsync($"/b/{bin}"), "form#start-count");

    public static Task<Page> CountAsync(this Browser device, Page count, string code, params (string Name, string Value)[] more) =>
        device.SendAsync(count, "form#scan-form", [("code", code), .. more]);

    public static async Task<Page> FinishAsync(this Browser device, Page count) => await device.SendAsync(count, "form#finish-count");

    /// <summary>In A3 unless told otherwise.</summary>
    public static async Task<Item> AddItemInAsync(this TestServer server, string? bin, string desk = "main")
    {
        var item = await Scene.AddItemAsync(server);
        if (bin == "A3" && desk == "main")
            return item;
        await server.Store.WriteAsync(async db =>
        {
            var moved = await db.Items.SingleAsync(i => i.Id == item.Id);
            (moved.Desk, moved.Bin) = (desk, bin);
            await db.RecordCustodyAsync(moved, CustodyKind.Moved, Rows.Registrar, moved.RegisteredAt, "Carried there.");
        }, default);
        return await server.ItemNowAsync(item.Id);
    }

    public static Task<Item> ItemNowAsync(this TestServer server, Guid id) => server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == id));

    public static Task<List<CustodyEvent>> CustodyOfAsync(this TestServer server, Guid id) =>
        server.Store.ReadAsync(db => db.CustodyEvents.Where(e => e.ItemId == id).OrderBy(e => e.Sequence).ToListAsync());

    public static Task<List<BinScan>> BinScansAsync(this TestServer server) => server.Store.ReadAsync(db => db.BinScans.OrderBy(s => s.At).ToListAsync());

    public static async Task AssertWholeAsync(this TestServer server) => Assert.Empty((await CustodyChain.VerifyAsync(server.Store)).Breaks);
}
