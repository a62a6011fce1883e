using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Scanning;

public sealed class StockTakeTests : IAsyncLifetime
{
    private TestServer server = null!;
    private Browser desk = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        desk = await server.SignInAsync(staffName: "Maya", deviceName: "Desk 2");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_count_tells_what_is_here_what_is_missing_and_what_does_not_belong_and_why()
    {
        var found = await FindingsAsync();
        var report = found.Report;

        Assert.Contains("1 item is missing", report.Text, StringComparison.Ordinal);
        Assert.Contains("4 things do not belong here", report.Text, StringComparison.Ordinal);
        Assert.Contains("1 item is here", report.Text, StringComparison.Ordinal);
        Assert.Contains("at another desk: In H1", report.Text, StringComparison.Ordinal);
        Assert.Contains("elsewhere: In B2", report.Text, StringComparison.Ordinal);
        Assert.Contains("Handed over already", report.Text, StringComparison.Ordinal);
        Assert.NotNull(report.Find($"a[href='/kiosk?tag={found.Unknown}']"));
        var reasons = await server.Store.ReadAsync(db => db.RefusedScans.OrderBy(r => r.Id).Select(r => r.Reason).ToListAsync());
        Assert.Equal([ScanRefusal.WrongBin, ScanRefusal.OtherDesk, ScanRefusal.AlreadyHandedOver, ScanRefusal.UnknownTag], reasons);
    }

    [Fact]
    public async Task One_tap_moves_what_was_found_and_another_marks_what_was_not()
    {
        var found = await FindingsAsync();
        var moved = await desk.SendAsync(found.Report, "#unexpected .panel-head form");
        Assert.Equal("A3", (await server.ItemNowAsync(found.Wrong.Id)).Bin);
        Assert.Equal(("main", "A3"), await WhereAsync(found.Foreign));
        Assert.Contains("Moved here since", moved.Text, StringComparison.Ordinal);

        var marked = await desk.SendAsync(moved, "#missing form");
        Assert.Contains("Marked missing", marked.Text, StringComparison.Ordinal);
        Assert.Null(marked.Find("#missing form"));
        Assert.NotNull((await server.ItemNowAsync(found.Missing.Id)).MissingSince);
        Assert.Equal(CustodyKind.Missed, (await server.CustodyOfAsync(found.Missing.Id))[^1].Kind);
        var item = await desk.OpenAsync($"/items/{found.Missing.Id}");
        Assert.Contains("not there when the bin was counted", item.Text, StringComparison.Ordinal);
        await server.AssertWholeAsync();
    }

    [Fact]
    public async Task What_was_settled_since_is_not_settled_again_by_a_page_left_open()
    {
        var found = await FindingsAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ScanIntoAsync("B3", found.Wrong.Tag);
        await desk.ScanIntoAsync("B3", found.Missing.Tag);
        await desk.SendAsync(found.Report, "#unexpected .panel-head form");
        await desk.SendAsync(found.Report, "#missing form");
        Assert.Equal("B3", (await server.ItemNowAsync(found.Wrong.Id)).Bin);
        Assert.Null((await server.ItemNowAsync(found.Missing.Id)).MissingSince);
    }

    [Fact]
    public async Task A_missing_item_is_found_again_when_a_scanner_reads_it_but_not_when_somebody_types_its_tag()
    {
        var found = await FindingsAsync();
        await desk.SendAsync(found.Report, "#missing form");
        var typed = await desk.SendAsync(await desk.OpenAsync("/scan"), "form#scan-form", ("code", found.Missing.Tag));
        Assert.Contains("Marked missing", typed.Text, StringComparison.Ordinal);
        Assert.NotNull((await server.ItemNowAsync(found.Missing.Id)).MissingSince);

        desk.Http.DefaultRequestHeaders.Add("X-Fragment", "1");
        var scanned = await desk.SendAsync(typed, "form#scan-form", ("code", found.Missing.Tag), ("how", "wedge"));
        Assert.Contains("Found again", scanned.Text, StringComparison.Ordinal);
        Assert.Null((await server.ItemNowAsync(found.Missing.Id)).MissingSince);
        Assert.Equal(CustodyKind.FoundAgain, (await server.CustodyOfAsync(found.Missing.Id))[^1].Kind);
        await server.AssertWholeAsync();
    }

    [Fact]
    public async Task Who_types_a_missing_items_tag_can_say_that_they_hold_it()
    {
        var found = await FindingsAsync();
        await desk.SendAsync(found.Report, "#missing form");
        var typed = await desk.OpenAsync($"/scan?code={found.Missing.Tag}");
        var here = await desk.SendAsync(typed, "form[action='/scan/here']");
        Assert.NotNull(here.Find($"a[href='/handover/{found.Missing.Id}']"));
        Assert.Null((await server.ItemNowAsync(found.Missing.Id)).MissingSince);
    }

    [Fact]
    public async Task A_count_goes_on_after_a_reload_on_another_device_and_two_people_never_count_twice()
    {
        var (first, second) = (await server.AddItemInAsync("A3"), await server.AddItemInAsync("A3"));
        var colleague = await server.SignInAsync(staffName: "Ines", deviceName: "Desk 3");
        var before = await colleague.OpenAsync("/b/A3");
        var mine = await desk.StartCountAsync("A3");
        await desk.CountAsync(mine, first.Tag);
        var theirs = await colleague.SendAsync(before, "form#start-count");
        Assert.Equal(mine.Address, theirs.Address);
        Assert.Contains("1 of 2 scanned", theirs.Text, StringComparison.Ordinal);

        await Task.WhenAll(desk.CountAsync(mine, second.Tag), colleague.CountAsync(theirs, second.Tag), colleague.CountAsync(theirs, first.Tag));

        Assert.Equal(2, await server.Store.ReadAsync(db => db.StockTakeScans.CountAsync()));
        var report = await colleague.FinishAsync(theirs);
        Assert.Contains("Everything is where it should be", report.Text, StringComparison.Ordinal);
        Assert.Contains("finished", (await desk.FinishAsync(mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_kept_without_network_counts_after_the_end_but_one_made_after_it_does_not()
    {
        var (early, late) = (await server.AddItemInAsync("A3"), await server.AddItemInAsync("A3"));
        var count = await desk.StartCountAsync("A3");
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await desk.FinishAsync(count);
        await desk.SendAsync(report, "#missing .panel-head form");
        server.Clock.Advance(TimeSpan.FromMinutes(4));
        await desk.CountAsync(count, early.Tag, ("age", $"{TimeSpan.FromMinutes(6).TotalMilliseconds}"), ("request", Guid.NewGuid().ToString()));
        var refused = await desk.CountAsync(count, late.Tag);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Null((await server.ItemNowAsync(early.Id)).MissingSince);
        Assert.NotNull((await server.ItemNowAsync(late.Id)).MissingSince);
        Assert.Contains("1 item is missing", (await desk.OpenAsync(report.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_came_while_the_bin_was_counted_is_told_apart()
    {
        var count = await desk.StartCountAsync("A3");
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var item = await server.AddItemInAsync("B2");
        await desk.ScanIntoAsync("A3", item.Tag);
        Assert.Contains("while you were counting", (await desk.FinishAsync(count)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_tag_is_not_counted_and_offers_what_it_may_have_been()
    {
        var item = await server.AddItemInAsync("A3");
        var count = await desk.StartCountAsync("A3");
        var refused = await desk.CountAsync(count, TagCorrectionTests.WithOneWrong(item.Tag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(item.Tag, refused.Find("form[data-scan-again] button")!.GetAttribute("value"));
        Assert.Equal(0, await server.Store.ReadAsync(db => db.StockTakeScans.CountAsync()));
    }

    [Fact]
    public async Task A_count_that_is_not_there_says_so() =>
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync($"/stock-takes/{Guid.NewGuid()}")).Status);

    /// <summary>A count of A3 with one of every kind.</summary>
    private async Task<(Page Report, Item Missing, Item Wrong, Item Foreign, string Unknown)> FindingsAsync()
    {
        var (gone, _) = await server.AddHeldItemAsync();
        await desk.HandOverAsync(gone);
        var (present, missing) = (await server.AddItemInAsync("A3"), await server.AddItemInAsync("A3"));
        var (wrong, foreign, unknown) = (await server.AddItemInAsync("B2"), await server.AddItemInAsync("H1", "harbour"), TagCode.New());
        var count = await desk.StartCountAsync("A3");
        foreach (var tag in new[] { present.Tag, wrong.Tag, foreign.Tag, gone.Tag, unknown })
            await desk.CountAsync(count, tag);
        return (await desk.FinishAsync(count), missing, wrong, foreign, unknown);
    }

    private async Task<(string, string?)> WhereAsync(Item item)
    {
        var now = await server.ItemNowAsync(item.Id);
        return (now.Desk, now.Bin);
    }
}
