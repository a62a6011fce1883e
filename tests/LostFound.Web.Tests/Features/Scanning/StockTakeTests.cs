using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Scanning;

public sealed class StockTakeTests() : SignedInTest(staffName: "Maya", deviceName: "Desk 2")
{
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
        var reasons = await Server.Store.ReadAsync(db => db.RefusedScans.OrderBy(r => r.Id).Select(r => r.Reason).ToListAsync());
        Assert.Equal([ScanRefusal.WrongBin, ScanRefusal.OtherDesk, ScanRefusal.AlreadyHandedOver, ScanRefusal.UnknownTag], reasons);
    }

    [Fact]
    public async Task One_tap_moves_what_was_found_and_another_marks_what_was_not()
    {
        var found = await FindingsAsync();
        var moved = await Agent.SendAsync(found.Report, "#unexpected .panel-head form");
        Assert.Equal("A3", (await Server.ItemNowAsync(found.Wrong.Id)).Bin);
        Assert.Equal(("main", "A3"), await WhereAsync(found.Foreign));
        Assert.Contains("Moved here since", moved.Text, StringComparison.Ordinal);

        var marked = await Agent.SendAsync(moved, "#missing form");
        Assert.Contains("Marked missing", marked.Text, StringComparison.Ordinal);
        Assert.Null(marked.Find("#missing form"));
        Assert.NotNull((await Server.ItemNowAsync(found.Missing.Id)).MissingSince);
        Assert.Equal(CustodyKind.Missed, (await Server.CustodyOfAsync(found.Missing.Id))[^1].Kind);
        var item = await Agent.OpenAsync($"/items/{found.Missing.Id}");
        Assert.Contains("not there when the bin was counted", item.Text, StringComparison.Ordinal);
        await Server.AssertWholeAsync();
    }

    [Fact]
    public async Task What_was_settled_since_is_not_settled_again_by_a_page_left_open()
    {
        var found = await FindingsAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Agent.ScanIntoAsync("B3", found.Wrong.Tag);
        await Agent.ScanIntoAsync("B3", found.Missing.Tag);
        await Agent.SendAsync(found.Report, "#unexpected .panel-head form");
        await Agent.SendAsync(found.Report, "#missing form");
        Assert.Equal("B3", (await Server.ItemNowAsync(found.Wrong.Id)).Bin);
        Assert.Null((await Server.ItemNowAsync(found.Missing.Id)).MissingSince);
    }

    [Fact]
    public async Task A_missing_item_is_found_again_when_a_scanner_reads_it_but_not_when_somebody_types_its_tag()
    {
        var found = await FindingsAsync();
        await Agent.SendAsync(found.Report, "#missing form");
        var typed = await Agent.SendAsync(await Agent.OpenAsync("/scan"), "form#scan-form", ("code", found.Missing.Tag));
        Assert.Contains("Marked missing", typed.Text, StringComparison.Ordinal);
        Assert.NotNull((await Server.ItemNowAsync(found.Missing.Id)).MissingSince);

        Agent.Http.DefaultRequestHeaders.Add("X-Fragment", "1");
        var scanned = await Agent.SendAsync(typed, "form#scan-form", ("code", found.Missing.Tag), ("how", "wedge"));
        Assert.Contains("Found again", scanned.Text, StringComparison.Ordinal);
        Assert.Null((await Server.ItemNowAsync(found.Missing.Id)).MissingSince);
        Assert.Equal(CustodyKind.FoundAgain, (await Server.CustodyOfAsync(found.Missing.Id))[^1].Kind);
        await Server.AssertWholeAsync();
    }

    [Fact]
    public async Task Who_types_a_missing_items_tag_can_say_that_they_hold_it()
    {
        var found = await FindingsAsync();
        await Agent.SendAsync(found.Report, "#missing form");
        var typed = await Agent.OpenAsync($"/scan?code={found.Missing.Tag}");
        var here = await Agent.SendAsync(typed, "form[action='/scan/here']");
        Assert.NotNull(here.Find($"a[href='/handover/{found.Missing.Id}']"));
        Assert.Null((await Server.ItemNowAsync(found.Missing.Id)).MissingSince);
    }

    [Fact]
    public async Task A_count_goes_on_after_a_reload_on_another_device_and_two_people_never_count_twice()
    {
        var (first, second) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A3"));
        var colleague = await Server.SignInAsync(staffName: "Ines", deviceName: "Desk 3");
        var before = await colleague.OpenAsync("/b/A3");
        var mine = await Agent.StartCountAsync("A3");
        await Agent.CountAsync(mine, first.Tag);
        var theirs = await colleague.SendAsync(before, "form#start-count");
        Assert.Equal(mine.Address, theirs.Address);
        Assert.Contains("1 of 2 scanned", theirs.Text, StringComparison.Ordinal);

        await Task.WhenAll(Agent.CountAsync(mine, second.Tag), colleague.CountAsync(theirs, second.Tag), colleague.CountAsync(theirs, first.Tag));

        Assert.Equal(2, await Server.Store.ReadAsync(db => db.StockTakeScans.CountAsync()));
        var report = await colleague.FinishAsync(theirs);
        Assert.Contains("Everything is where it should be", report.Text, StringComparison.Ordinal);
        Assert.Contains("finished", (await Agent.FinishAsync(mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_kept_without_network_counts_after_the_end_but_one_made_after_it_does_not()
    {
        var (early, late) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A3"));
        var count = await Agent.StartCountAsync("A3");
        Server.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await Agent.FinishAsync(count);
        await Agent.SendAsync(report, "#missing .panel-head form");
        Server.Clock.Advance(TimeSpan.FromMinutes(4));
        await Agent.CountAsync(count, early.Tag, ("age", $"{TimeSpan.FromMinutes(6).TotalMilliseconds}"), ("request", Guid.NewGuid().ToString()));
        var refused = await Agent.CountAsync(count, late.Tag);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Null((await Server.ItemNowAsync(early.Id)).MissingSince);
        Assert.NotNull((await Server.ItemNowAsync(late.Id)).MissingSince);
        Assert.Contains("1 item is missing", (await Agent.OpenAsync(report.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_came_while_the_bin_was_counted_is_told_apart()
    {
        var count = await Agent.StartCountAsync("A3");
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        var item = await Server.AddItemInAsync("B2");
        await Agent.ScanIntoAsync("A3", item.Tag);
        Assert.Contains("while you were counting", (await Agent.FinishAsync(count)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_tag_is_not_counted_and_offers_what_it_may_have_been()
    {
        var item = await Server.AddItemInAsync("A3");
        var count = await Agent.StartCountAsync("A3");
        var refused = await Agent.CountAsync(count, TagCorrectionTests.WithOneWrong(item.Tag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(item.Tag, refused.Find("form[data-scan-again] button")!.GetAttribute("value"));
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.StockTakeScans.CountAsync()));
    }

    [Fact]
    public async Task A_count_that_is_not_there_says_so() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Agent.OpenAsync($"/stock-takes/{Guid.NewGuid()}")).Status);

    /// <summary>A count of A3 with one of every kind.</summary>
    private async Task<(Page Report, Item Missing, Item Wrong, Item Foreign, string Unknown)> FindingsAsync()
    {
        var (gone, _) = await Server.AddHeldItemAsync();
        await Agent.HandOverAsync(gone);
        var (present, missing) = (await Server.AddItemInAsync("A3"), await Server.AddItemInAsync("A3"));
        var (wrong, foreign, unknown) = (await Server.AddItemInAsync("B2"), await Server.AddItemInAsync("H1", "harbour"), TagCode.New());
        var count = await Agent.StartCountAsync("A3");
        foreach (var tag in new[] { present.Tag, wrong.Tag, foreign.Tag, gone.Tag, unknown })
            await Agent.CountAsync(count, tag);
        return (await Agent.FinishAsync(count), missing, wrong, foreign, unknown);
    }

    private async Task<(string, string?)> WhereAsync(Item item)
    {
        var now = await Server.ItemNowAsync(item.Id);
        return (now.Desk, now.Bin);
    }
}
