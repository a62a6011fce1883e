using System.Net;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Handover;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Scanning;

/// <summary>A mistyped tag, one of another desk, one that no item has; and what supervisors see of them.</summary>
public sealed class SuggestionTests() : SignedInTest(staffName: "Maya", deviceName: "Desk 2")
{
    [Fact]
    public async Task A_mistyped_tag_offers_the_item_that_was_meant_and_a_person_takes_it()
    {
        var item = await Server.AddItemInAsync("A3");
        var refused = await ScanAsync(TagCorrectionTests.WithOneWrong(item.Tag));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Null(refused.Find($"a[href='/handover/{item.Id}']"));
        Assert.Contains("Did you mean", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Backpack, blue, Fjällräven", refused.Text, StringComparison.OrdinalIgnoreCase);

        var taken = await Agent.SendAsync(refused, "form[data-scan-again]", ("code", refused.Find("form[data-scan-again] button")!.GetAttribute("value")!));
        Assert.NotNull(taken.Find($"a[href='/handover/{item.Id}']"));
    }

    [Fact]
    public async Task A_label_with_a_typo_leads_staff_to_what_it_may_be_and_tells_anyone_else_nothing()
    {
        var item = await Server.AddItemInAsync("A3");
        var wrong = TagCorrectionTests.WithOneWrong(item.Tag);
        Assert.NotNull((await Agent.OpenAsync($"/t/{wrong}")).Find($"a[href='/scan?code={wrong}']"));
        using var stranger = Server.NewBrowser();
        var near = await stranger.OpenAsync($"/t/{wrong}");
        var far = await stranger.OpenAsync($"/t/{TagCorrectionTests.WithOneWrong(TagCode.New())}");
        Assert.Equal(far.Text, near.Text);
        Assert.DoesNotContain(item.Tag, near.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_no_item_has_opens_registering_with_it()
    {
        var tag = TagCode.New();
        Assert.NotNull((await ScanAsync(tag)).Find($"a.btn-primary[href='/kiosk?tag={tag}']"));
        Assert.NotNull((await Agent.OpenAsync($"/t/{tag}")).Find($"a[href='/kiosk?tag={tag}']"));
    }

    [Fact]
    public async Task An_item_of_another_desk_is_first_taken_down_as_being_here()
    {
        var item = await Server.AddItemInAsync("H1", "harbour");
        var page = await ScanAsync(item.Tag);
        Assert.Contains("On record at another desk", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find($"a[href='/handover/{item.Id}']"));
        Assert.Equal(ScanRefusal.OtherDesk, await Server.Store.ReadAsync(db => db.RefusedScans.Select(r => r.Reason).SingleAsync()));

        var here = await Agent.SendAsync(page, "form[action='/scan/here']");
        Assert.NotNull(here.Find($"a[href='/handover/{item.Id}']"));
        Assert.Equal("main", (await Server.ItemNowAsync(item.Id)).Desk);
        Assert.Equal(CustodyKind.Moved, (await Server.CustodyOfAsync(item.Id))[^1].Kind);
    }

    [Fact]
    public async Task Supervisors_read_refused_scans_page_by_page_with_person_and_device()
    {
        await ScanAsync("scribble");
        await Server.Store.WriteAsync(async db =>
        {
            var first = await db.RefusedScans.SingleAsync();
            db.RefusedScans.AddRange(Enumerable.Range(1, ReadRefusedScans.PageSize).Select(n => new RefusedScan
            {
                At = first.At.AddMinutes(n), Reason = ScanRefusal.NotATag, RawCode = $"noise {n}", StaffId = first.StaffId, DeviceId = first.DeviceId,
            }));
        }, default);
        var supervisor = await Server.SignInAsync(StaffRole.Supervisor, "Ines", "Office");
        var newest = await supervisor.OpenAsync("/scan/refused");
        Assert.Equal(ReadRefusedScans.PageSize, newest.Document.QuerySelectorAll("tbody tr").Length);
        var oldest = await supervisor.OpenAsync(newest.Find("a[rel=next]")!.GetAttribute("href")!);
        var cells = oldest.Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.Equal(["No proper tag", "scribble", "–", "Maya", "Desk 2"], cells[1..]);
        Assert.Equal(HttpStatusCode.Forbidden, (await Agent.OpenAsync("/scan/refused")).Status);
    }

    private async Task<Page> ScanAsync(string code) => await Agent.SendAsync(await Agent.OpenAsync("/scan"), "form#scan-form", ("code", code));
}
