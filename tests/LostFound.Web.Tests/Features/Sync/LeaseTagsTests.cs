using LostFound.Web.Features.Items;
using LostFound.Web.Features.Tags;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Sync;

public sealed class LeaseTagsTests : ServerTest
{
    [Fact]
    public async Task Devices_that_ask_at_once_never_get_the_same_code()
    {
        var kiosks = new List<FarKiosk>();
        for (var i = 0; i < 4; i++)
            kiosks.Add(await FarKiosk.EnrolAsync(Server, $"Kiosk {i}"));

        await Task.WhenAll(kiosks.Select(k => k.LeaseAsync(held: 0)));
        await Task.WhenAll(kiosks.Select(k => k.LeaseAsync(held: 0)));

        var codes = kiosks.SelectMany(k => k.Codes).ToList();
        Assert.Equal(8 * TagLimits.Lease, codes.Distinct().Count());
        Assert.All(codes, code => Assert.True(TagCode.TryParse(code, out _)));
        Assert.Equal(codes.Order(StringComparer.Ordinal), (await Server.Store.ReadAsync(db => db.Tags.Where(t => t.Origin == TagOrigin.Lease).Select(t => t.Code).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_device_that_holds_enough_gets_none_and_one_that_holds_few_is_filled_up()
    {
        var kiosk = await FarKiosk.EnrolAsync(Server);

        Assert.Empty(await kiosk.LeaseAsync(held: TagLimits.TopUpBelow));
        Assert.Equal(TagLimits.Lease - TagLimits.TopUpBelow + 1, (await kiosk.LeaseAsync(held: TagLimits.TopUpBelow - 1)).Count);
        Assert.Equal(TagLimits.Lease, (await kiosk.LeaseAsync(held: -5)).Count);
    }

    [Fact]
    public async Task A_code_that_is_taken_sends_the_whole_block_back_to_be_drawn_again()
    {
        var taken = TagCode.New();
        await Server.Store.WriteAsync(db => { db.Issue(taken, TagOrigin.Printed, Server.Clock.GetUtcNow().UtcDateTime); return Task.CompletedTask; }, default);
        var drawn = 0;
        var kiosk = await FarKiosk.EnrolAsync(Server);
        var device = await Server.Store.ReadAsync(db => db.Devices.SingleAsync());
        var lease = new LeaseTags(Server.Store, Server.Clock, () => drawn++ == 3 ? taken : TagCode.New());

        var codes = await lease.HandleAsync(device, held: 0, default);

        Assert.Equal(TagLimits.Lease, codes.Count);
        Assert.DoesNotContain(taken, codes);
        kiosk.Browser.Dispose();
    }

    [Fact]
    public async Task An_item_without_a_label_gets_a_code_of_the_server_and_one_with_a_printed_label_keeps_it()
    {
        using var agent = await Server.SignInAsync(StaffRole.Agent);
        var printed = TagCode.New();
        await Server.Store.WriteAsync(db => { db.Issue(printed, TagOrigin.Printed, Server.Clock.GetUtcNow().UtcDateTime); return Task.CompletedTask; }, default);

        var plain = await Server.RegisterItemAsync(agent);
        var form = await agent.OpenAsync($"/kiosk?tag={TagCode.Display(printed)}");
        var label = await agent.SendAsync(form, "form#register", AtTheKiosk.Knapsack);
        var again = await agent.SendAsync(await agent.OpenAsync($"/kiosk?tag={printed}"), "form#register", AtTheKiosk.Knapsack);

        Assert.Equal(TagOrigin.Server, await OriginAsync(plain.Tag));
        Assert.Contains(TagCode.Display(printed).Replace("-", "", StringComparison.Ordinal), label.Find(".label-code")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is another item’s tag already", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, await Server.ItemCountAsync());
    }

    private Task<TagOrigin> OriginAsync(string code) => Server.Store.ReadAsync(db => db.Tags.Where(t => t.Code == code).Select(t => t.Origin).SingleAsync());
}
