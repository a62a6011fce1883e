using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

public sealed class RegisterItemTests : SignedInTest
{
    [Fact]
    public async Task An_item_with_two_photos_gets_a_tag_its_photos_and_its_first_custody_event()
    {
        var label = await Agent.RegisterAsync(null, TestPicture.Png(20, 30, 90), TestPicture.Png(200, 180, 120, 2000, 900));

        Assert.Equal(HttpStatusCode.OK, label.Status);
        var item = await Server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
        Assert.True(TagCode.TryParse(item.Tag, out _));
        Assert.Equal(("backpack", "gift-emporium", "A1", "main", ItemStatus.InStorage), (item.Category, item.Place, item.Bin, item.Desk, item.Status));
        Assert.Equal(["beige", "navy"], item.Colours);
        // 14:30 in London in July.
        Assert.Equal(new DateTime(2026, 7, 4, 13, 30, 0, DateTimeKind.Utc), item.FoundAt);
        Assert.Equal([(1, 64, 48), (2, 1600, 720)], item.Photos.OrderBy(p => p.Ordinal).Select(p => (p.Ordinal, p.Width, p.Height)));
        var registered = Assert.Single(await Server.CustodyAsync(item.Id));
        Assert.Equal((CustodyKind.Registered, "Maya", "Desk 1", "A1"), (registered.Kind, registered.StaffName, registered.DeviceName, registered.Bin));
        var photo = await Agent.OpenAsync($"/photos/{item.Photos[0].Hash}/320");
        Assert.Equal("image/jpeg", photo.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_item_needs_no_photo_no_bin_and_no_words()
    {
        var typed = AtTheKiosk.Knapsack.With("bin", "").With("brand", "").With("description", "").With("notes", "").With("colours");

        var item = await Server.RegisterItemAsync(Agent, typed);

        Assert.Empty(item.Photos);
        Assert.Empty(item.Colours);
        Assert.Null(item.Bin);
        Assert.Equal("main", item.Desk);
    }

    [Fact]
    public async Task Registering_tells_the_inbox_the_board_and_the_item()
    {
        var item = await Server.RegisterItemAsync(Agent);

        var topics = await Server.Store.ReadAsync(db => db.Changes.Select(c => c.Topic).ToListAsync());
        Assert.Equal(["board", "inbox", $"item:{item.Id:N}"], topics.Order());
    }

    [Fact]
    public async Task The_next_item_starts_with_the_place_of_the_last_and_with_now()
    {
        await Server.RegisterItemAsync(Agent);

        var kiosk = await Agent.OpenAsync("/kiosk");

        Assert.NotNull(kiosk.Find("input[name=place][value=gift-emporium][checked]"));
        Assert.Equal(("2026-07-04", "15:00"), (kiosk.Find("[name=found-date]")!.GetAttribute("value"), kiosk.Find("[name=found-time]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Only_signed_in_staff_register()
    {
        using var guest = Server.NewBrowser();

        var page = await guest.OpenAsync("/kiosk");
        using var posted = await guest.Http.PostAsync("/kiosk", new FormUrlEncodedContent([]));

        Assert.StartsWith("/sign-in", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal(0, await Server.ItemCountAsync());
    }

    [Fact]
    public async Task Five_minutes_ahead_is_a_clock_that_differs_not_a_mistake()
    {
        var item = await Server.RegisterItemAsync(Agent, AtTheKiosk.Knapsack.With("found-time", "15:05"));

        Assert.Equal(14, item.FoundAt.Hour);
    }

    [Fact]
    public async Task A_refused_form_without_a_script_keeps_its_photos_and_can_leave_one_out()
    {
        var refused = await Agent.RegisterAsync(AtTheKiosk.Knapsack.With("place", ""), TestPicture.Png(1, 2, 3), TestPicture.Png(90, 20, 30));
        var kept = refused.Document.QuerySelectorAll("input[name=kept]").Select(k => k.GetAttribute("value")!).ToList();
        Assert.Equal(2, kept.Count);

        var label = await Agent.SendAsync(refused, "form#register", ("place", "bakery"), ("kept", kept[1]));

        var item = await Server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
        Assert.Single(item.Photos);
    }

    [Fact]
    public async Task Photos_that_a_browser_only_claims_to_have_kept_are_not_taken()
    {
        var page = await Agent.OpenAsync("/kiosk");

        var label = await Agent.SendAsync(page, "form#register", AtTheKiosk.Knapsack.With("kept", $"{new string('a', 64)} 10 10"));

        Assert.Empty((await Server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')))).Photos);
    }

    [Fact]
    public async Task A_page_that_stood_open_too_long_keeps_what_was_typed()
    {
        var page = await Agent.OpenAsync("/kiosk");

        var refused = await Agent.SendAsync(page, "form#register", AtTheKiosk.Knapsack.With("__RequestVerificationToken", "stale"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Fjällräven", refused.Find("[name=brand]")!.GetAttribute("value"));
        var label = await Agent.SendAsync(refused, "form#register");
        Assert.EndsWith("/label", label.Address.AbsolutePath, StringComparison.Ordinal);
    }
}
