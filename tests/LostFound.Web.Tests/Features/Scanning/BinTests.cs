using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Scanning;

/// <summary>Scanning a bin, then items: without a script, as a browser sends it.</summary>
public sealed class BinTests() : SignedInTest(staffName: "Maya", deviceName: "Desk 2")
{
    [Fact]
    public async Task Every_item_scanned_at_a_bin_moves_there_with_a_custody_event()
    {
        var items = new[] { await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A1"), await Server.AddItemInAsync(null) };
        Page page = null!;
        foreach (var item in items)
            page = await Agent.ScanIntoAsync("B2", item.Tag);

        Assert.Contains("3 items moved to B2", page.Text, StringComparison.Ordinal);
        foreach (var item in items)
        {
            Assert.Equal("B2", (await Server.ItemNowAsync(item.Id)).Bin);
            var moved = (await Server.CustodyOfAsync(item.Id))[^1];
            Assert.Equal((CustodyKind.Moved, "Maya", "Desk 2", "B2"), (moved.Kind, moved.StaffName, moved.DeviceName, moved.Bin));
        }
        await Server.AssertWholeAsync();
    }

    [Fact]
    public async Task The_list_is_still_there_after_a_reload_and_begins_anew_after_a_pause()
    {
        await Agent.ScanIntoLateAsync("B3", (await Server.AddItemInAsync("A3")).Tag, ReadBin.Pause + TimeSpan.FromMinutes(1));
        await Agent.ScanIntoLateAsync("B2", (await Server.AddItemInAsync("A3")).Tag, ReadBin.Pause - TimeSpan.FromMinutes(1));
        Assert.Contains("1 item moved to B2", (await Agent.OpenAsync("/b/b2")).Text, StringComparison.Ordinal);
        Assert.Contains("Scan what goes into B3", (await Agent.OpenAsync("/b/b3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_move_can_be_taken_back_and_custody_keeps_both()
    {
        var (first, second) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("H1", "harbour"));
        await Agent.ScanIntoAsync("B2", first.Tag);
        Server.Clock.Advance(TimeSpan.FromSeconds(2));
        var page = await Agent.ScanIntoAsync("B2", second.Tag);
        Assert.Contains("From another desk: H1", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("form[data-scan-undo]"));

        var undone = await Agent.SendAsync(page, "form[data-scan-undo]");

        Assert.Contains("1 item moved to B2", undone.Text, StringComparison.Ordinal);
        var back = await Server.ItemNowAsync(second.Id);
        Assert.Equal(("harbour", "H1"), (back.Desk, back.Bin));
        Assert.Equal([CustodyKind.Registered, CustodyKind.Moved, CustodyKind.Moved, CustodyKind.Moved], (await Server.CustodyOfAsync(second.Id)).Select(e => e.Kind));
        await Agent.SendAsync(page, "form[data-scan-undo]");
        Assert.Equal(4, (await Server.CustodyOfAsync(second.Id)).Count);
        await Server.AssertWholeAsync();
    }

    [Fact]
    public async Task What_somebody_moved_on_since_is_not_taken_back()
    {
        var item = await Server.AddItemInAsync("A3");
        var page = await Agent.ScanIntoAsync("B2", item.Tag);
        var colleague = await Server.SignInAsync(staffName: "Ines", deviceName: "Desk 3");
        await colleague.ScanIntoAsync("B3", item.Tag);
        var refused = await Agent.SendAsync(page, "form[data-scan-undo]");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("B3", (await Server.ItemNowAsync(item.Id)).Bin);
    }

    [Fact]
    public async Task A_scan_sent_twice_is_done_once_and_its_id_stands_for_no_other()
    {
        var (item, other) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A3"));
        var request = Guid.NewGuid();
        await Agent.ScanIntoLateAsync("B2", item.Tag, TimeSpan.Zero, request);
        await Agent.ScanIntoLateAsync("B2", item.Tag, TimeSpan.FromSeconds(20), request);
        Assert.Single(await Server.BinScansAsync());
        Assert.Equal(2, (await Server.CustodyOfAsync(item.Id)).Count);

        Assert.Equal(HttpStatusCode.Conflict, (await Agent.ScanIntoLateAsync("B2", other.Tag, TimeSpan.Zero, request)).Status);
        Assert.Equal("A3", (await Server.ItemNowAsync(other.Id)).Bin);
    }

    [Fact]
    public async Task Two_people_at_one_bin_move_an_item_once_and_each_sees_their_own_list()
    {
        var item = await Server.AddItemInAsync("A3");
        var colleague = await Server.SignInAsync(staffName: "Ines", deviceName: "Desk 3");
        await Agent.ScanIntoAsync("B2", item.Tag);
        var page = await colleague.ScanIntoAsync("B2", item.Tag);
        Assert.Contains("Was here already", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 items moved to B2", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Server.CustodyOfAsync(item.Id)).Count);
    }

    [Fact]
    public async Task A_scan_kept_without_network_is_taken_down_for_when_it_happened()
    {
        var item = await Server.AddItemInAsync("A3");
        var scannedAt = Server.Clock.GetUtcNow().UtcDateTime.AddMinutes(-25);
        await Agent.ScanIntoLateAsync("B2", item.Tag, TimeSpan.FromMinutes(25));
        var moved = (await Server.CustodyOfAsync(item.Id))[^1];
        Assert.Equal(scannedAt, moved.At);
        Assert.Contains("Scanned without network", moved.Note, StringComparison.Ordinal);
        Assert.Equal("B2", (await Server.ItemNowAsync(item.Id)).Bin);
    }

    [Fact]
    public async Task A_late_scan_is_noted_but_does_not_undo_what_happened_since()
    {
        var item = await Server.AddItemInAsync("A3");
        await Agent.ScanIntoAsync("B3", item.Tag);
        Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await Agent.ScanIntoLateAsync("B2", item.Tag, TimeSpan.FromMinutes(20));
        Assert.Equal("B3", (await Server.ItemNowAsync(item.Id)).Bin);
        Assert.Contains("In B2", (await Server.CustodyOfAsync(item.Id))[^1].Note, StringComparison.Ordinal);
        Assert.Equal(BinScanOutcome.Overtaken, (await Server.BinScansAsync())[0].Outcome);
        await Server.AssertWholeAsync();
    }

    [Fact]
    public async Task What_cannot_be_moved_says_why_and_what_to_do_and_is_recorded()
    {
        var (gone, _) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(gone);
        var unknown = TagCode.New();
        var refused = await Agent.ScanIntoAsync("B2", gone.Tag);
        Assert.Contains("Keep it apart and tell a supervisor", refused.Text, StringComparison.Ordinal);
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await Agent.ScanIntoAsync("B2", unknown)).Find($"a[href='/kiosk?tag={unknown}']"));
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await Agent.ScanIntoAsync("B2", "scribble");
        var reasons = await Server.Store.ReadAsync(db => db.RefusedScans.OrderBy(r => r.Id).Select(r => r.Reason).ToListAsync());
        Assert.Equal([ScanRefusal.AlreadyHandedOver, ScanRefusal.UnknownTag, ScanRefusal.NotATag], reasons);
    }

    [Fact]
    public async Task A_bins_label_opens_it_from_the_scan_box_and_from_another_bin()
    {
        var label = $"HTTPS://LOST.EXAMPLE.ORG{BinCode.Address("B2").ToUpperInvariant()}";
        foreach (var entered in new[] { label, "b2", " B2 " })
        {
            Assert.Equal("/b/B2", (await Agent.SendAsync(await Agent.OpenAsync("/scan"), "form#scan-form", ("code", entered))).Address.AbsolutePath);
            Assert.Equal("/b/B2", (await Agent.ScanIntoAsync("A1", entered)).Address.AbsolutePath);
        }
        Assert.Empty(await Server.BinScansAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Agent.OpenAsync("/b/Z99")).Status);
    }

    [Fact]
    public async Task The_bins_and_their_labels_are_listed_for_staff()
    {
        await Server.AddItemInAsync("A3");
        Assert.Contains("1 item", (await Agent.OpenAsync("/bins")).Find("a[href='/b/A3']")!.TextContent, StringComparison.Ordinal);
        var sheet = await Agent.OpenAsync("/bins/labels?desk=harbour");
        Assert.Equal(4, sheet.Document.QuerySelectorAll(".bin-label").Length);
        using var stranger = Server.NewBrowser();
        foreach (var address in new[] { "/bins", "/bins/labels", "/b/A3" })
            Assert.Equal("/sign-in", (await stranger.OpenAsync(address)).Address.AbsolutePath);
    }
}
