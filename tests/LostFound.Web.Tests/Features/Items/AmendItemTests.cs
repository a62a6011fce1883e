using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Items;

public sealed class AmendItemTests : SignedInTest
{
    private Browser tom = null!;
    private Item item = null!;

    protected override async Task ArrangeAsync()
    {
        tom = await Server.SignInAsync(staffName: "Tom", deviceName: "Harbour 1", desk: "harbour");
        item = await Server.RegisterItemAsync(Agent);
    }

    private string Amend => $"/items/{item.Id}/amend";

    [Fact]
    public async Task A_correction_tells_old_and_new_and_is_found_by_the_new_words()
    {
        var page = await tom.SendAsync(await tom.OpenAsync(Amend), "form#amend", ("brand", "Eastpak"), ("colours", "black"));

        Assert.Equal($"/items/{item.Id}", page.Address.AbsolutePath);
        var now = await Server.ItemAsync(item.Id);
        Assert.Equal(("Eastpak", 2), (now.Brand, now.Version));
        Assert.Contains("eastpak", now.SearchText, StringComparison.Ordinal);
        Assert.DoesNotContain("fjallraven", now.SearchText, StringComparison.Ordinal);
        var amended = (await Server.CustodyAsync(item.Id))[^1];
        Assert.Equal((CustodyKind.Amended, "Tom", "Harbour 1"), (amended.Kind, amended.StaffName, amended.DeviceName));
        Assert.Equal("Colours: Beige, Navy → Black\nBrand: Fjällräven → Eastpak", amended.Note);
        Assert.Contains("Fjällräven → Eastpak", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_a_correction_leaves_both_in_the_history_private_notes_too()
    {
        await tom.SendAsync(await tom.OpenAsync(Amend), "form#amend", ("notes", "Initials MH\ninside the flap"));
        var page = await Agent.SendAsync(await Agent.OpenAsync(Amend), "form#amend", ("notes", ""));

        var notes = (await Server.CustodyAsync(item.Id)).Select(e => e.Note).Skip(1).ToList();
        Assert.Equal(["Private notes: Initials MK inside the lid → Initials MH ⏎ inside the flap", "Private notes: Initials MH ⏎ inside the flap → (nothing)"], notes);
        Assert.All(notes, note => Assert.Contains(note, page.Text, StringComparison.Ordinal));
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
    }

    [Fact]
    public async Task The_history_leaves_nothing_out()
    {
        await tom.SendAsync(await tom.OpenAsync($"/items/{item.Id}/move"), "form#move", ("to", "H4"));
        await tom.SendAsync(await tom.OpenAsync(Amend), "form#amend", ("brand", "Eastpak"));

        var page = await Agent.OpenAsync($"/items/{item.Id}");

        Assert.Equal(["Amended by Tom, Harbour 1", "Moved by Tom, Harbour 1", "Registered by Maya, Desk 1"],
            page.Document.QuerySelectorAll(".timeline-title").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Saving_without_a_change_adds_nothing()
    {
        await Agent.SendAsync(await Agent.OpenAsync(Amend), "form#amend");

        Assert.Equal(1, (await Server.ItemAsync(item.Id)).Version);
        Assert.Single(await Server.CustodyAsync(item.Id));
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_versions_and_the_later_can_save_on_top()
    {
        var open = await Agent.OpenAsync(Amend);
        await tom.SendAsync(await tom.OpenAsync(Amend), "form#amend", ("description", "Tom's words"));

        var conflict = await Agent.SendAsync(open, "form#amend", ("description", "Maya's words"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Tom changed this item", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(("Tom's words", "Maya's words"), (conflict.Find("[data-theirs]")!.TextContent, conflict.Find("[data-yours]")!.TextContent));
        Assert.Equal("Maya's words", conflict.Find("textarea[name=description]")!.TextContent);
        Assert.Equal("Tom's words", (await Server.ItemAsync(item.Id)).Description);

        await Agent.SendAsync(conflict, "form#amend");

        Assert.Equal("Maya's words", (await Server.ItemAsync(item.Id)).Description);
        Assert.Equal("Description: Tom's words → Maya's words", (await Server.CustodyAsync(item.Id))[^1].Note);
    }

    [Fact]
    public async Task A_wrong_correction_is_refused_and_kept()
    {
        var page = await Agent.SendAsync(await Agent.OpenAsync(Amend), "form#amend", ("category", "spaceship"), ("brand", "Typed before"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Typed before", page.Find("[name=brand]")!.GetAttribute("value"));
        Assert.Equal("Fjällräven", (await Server.ItemAsync(item.Id)).Brand);
    }

    [Fact]
    public async Task A_move_names_both_places()
    {
        var page = await tom.SendAsync(await tom.OpenAsync($"/items/{item.Id}/move"), "form#move", ("to", "H4"));

        Assert.Equal($"/items/{item.Id}", page.Address.AbsolutePath);
        var now = await Server.ItemAsync(item.Id);
        Assert.Equal(("H4", "harbour", 2), (now.Bin, now.Desk, now.Version));
        var moved = (await Server.CustodyAsync(item.Id))[^1];
        Assert.Equal((CustodyKind.Moved, "H4"), (moved.Kind, moved.Bin));
        Assert.Equal("In A1 (Bags, left), Guest Services desk → In H4 (Valuables until the evening run), Harbour desk", moved.Note);
    }

    [Fact]
    public async Task An_item_can_lie_at_a_desk_in_no_bin_and_moving_it_there_twice_is_one_move()
    {
        for (var i = 0; i < 2; i++)
            await tom.SendAsync(await tom.OpenAsync($"/items/{item.Id}/move"), "form#move", ("to", "desk:harbour"));

        var now = await Server.ItemAsync(item.Id);
        Assert.Equal((null, "harbour"), (now.Bin, now.Desk));
        Assert.Equal(2, (await Server.CustodyAsync(item.Id)).Count);
    }

    [Theory]
    [InlineData("Z9")]
    [InlineData("desk:moon")]
    public async Task A_place_that_does_not_exist_is_refused(string to)
    {
        var page = await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/move"), "form#move", ("to", to));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("A1", (await Server.ItemAsync(item.Id)).Bin);
    }

    [Fact]
    public async Task What_was_handed_over_can_be_neither_amended_nor_moved()
    {
        var amend = await Agent.OpenAsync(Amend);
        var move = await Agent.OpenAsync($"/items/{item.Id}/move");
        await Server.Store.WriteAsync(async db => await db.Items.ExecuteUpdateAsync(s => s.SetProperty(i => i.Status, ItemStatus.HandedOver)), default);

        Page[] answers = [
            await Agent.SendAsync(amend, "form#amend", ("brand", "Late")), await Agent.OpenAsync(Amend),
            await Agent.SendAsync(move, "form#move", ("to", "A2")), await Agent.OpenAsync($"/items/{item.Id}/move"),
        ];

        Assert.All(answers, page => Assert.Equal((HttpStatusCode.Conflict, "This record is closed"), (page.Status, page.Headline)));
        Assert.Single(await Server.CustodyAsync(item.Id));
    }

    [Fact]
    public async Task The_items_page_and_its_fragment_show_everything_and_who_had_it()
    {
        var page = await tom.OpenAsync($"/items/{item.Id}");
        var watched = page.Find("[data-watch=WatchItem]")!;
        var fragment = await tom.OpenAsync(watched.GetAttribute("data-fragment")!);

        Assert.Equal($"[\"{item.Id}\"]", watched.GetAttribute("data-watch-args"));
        foreach (var words in new[] { "Backpack", "Fjällräven", "Initials MK inside the lid", "Lantern Gift Emporium", "In A1 (Bags, left)", "Registered by Maya, Desk 1", "In storage" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Contains(words, fragment.Text, StringComparison.Ordinal);
        }
        Assert.Null(fragment.Find("header"));
    }

    [Fact]
    public async Task No_guest_sees_any_of_it()
    {
        using var guest = Server.NewBrowser();
        foreach (var address in new[] { "/items", $"/items/{item.Id}", $"/items/{item.Id}/fragment", $"/items/{item.Id}/label", Amend, $"/items/{item.Id}/move" })
            Assert.StartsWith("/sign-in", (await guest.OpenAsync(address)).Address.AbsolutePath, StringComparison.Ordinal);
    }
}
