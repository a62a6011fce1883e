using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>Nothing typed is ever lost: not by a reload, not by a network that goes away at the worst moment.</summary>
public sealed class KeptWordsTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string OfflineErrors = "ERR_INTERNET_DISCONNECTED";

    private static readonly Find Found = new();

    [Fact]
    public async Task An_unfinished_item_survives_a_reload_with_its_photo()
    {
        var desk = await StaffAsync();
        await FillInAtKioskAsync(desk);
        await desk.Page.ReloadAsync();

        await Expect(desk.Page.Locator("[data-draft]")).ToBeVisibleAsync();
        await AssertFilledInAsync(desk);
        await desk.Visitor.LookAsync();
    }

    [Fact]
    public async Task An_item_sent_without_a_network_waits_and_is_registered_once_when_it_is_back()
    {
        var desk = await StaffAsync();
        desk.Visitor.Watch.Expect(OfflineErrors);
        await FillInAtKioskAsync(desk);
        await desk.Visitor.Context.SetOfflineAsync(true);

        await desk.SendAsync();
        var tag = await desk.LabelAtOnceAsync();
        await Expect(desk.Page.Locator("[data-outbox-words]")).ToContainTextAsync("No connection. 1 item waits here");
        await desk.Visitor.LookAsync();

        await desk.Visitor.Context.SetOfflineAsync(false);
        await desk.DeliveredAsync();
        var item = await Server.Store.ReadAsync(db => db.Items.SingleAsync());
        Assert.Equal((tag, Found.PrivateNotes), (item.Tag, item.PrivateNotes));
    }

    [Fact]
    public async Task What_a_guest_types_survives_a_reload()
    {
        var guest = await GuestAtDescriptionAsync();
        await guest.Page.Locator($"#{DescriptionForm.Field}").FillAsync("Half a sentence about a");
        await guest.OpenAsync("/");
        await guest.OpenAsync("/claim/description");

        await Expect(guest.Page.Locator($"#{DescriptionForm.Field}")).ToHaveValueAsync("Half a sentence about a");
        await guest.Visitor.LookAsync();
    }

    [Fact]
    public async Task An_answer_sent_without_a_network_stays_and_can_be_sent_after()
    {
        var guest = await GuestAtDescriptionAsync();
        guest.Visitor.Watch.Expect(OfflineErrors);
        await guest.Page.Locator($"#{DescriptionForm.Field}").FillAsync("A whole sentence about a knapsack");
        await guest.Visitor.Context.SetOfflineAsync(true);

        await guest.ContinueAsync();
        await Expect(guest.Page.Locator(".kept-offline")).ToContainTextAsync("What you typed is safe");
        await Expect(guest.Page.Locator($"#{DescriptionForm.Field}")).ToHaveValueAsync("A whole sentence about a knapsack");
        await guest.Visitor.LookAsync();

        await guest.Visitor.Context.SetOfflineAsync(false);
        await Expect(guest.Page.Locator(".kept-offline")).ToHaveCountAsync(0);
        await guest.ContinueAsync();
        await Expect(guest.Headline).ToHaveTextAsync("What would only you know?");
    }

    [Fact]
    public async Task Starting_again_forgets_what_the_one_before_had_typed()
    {
        var guest = await GuestAtDescriptionAsync();
        await guest.Page.Locator($"#{DescriptionForm.Field}").FillAsync("Somebody else's words");
        await guest.OpenAsync("/claim");
        await guest.Visitor.LookAsync();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Delete them and start again" }).ClickAsync();

        await AnswerUpToDescriptionAsync(guest);
        await Expect(guest.Page.Locator($"#{DescriptionForm.Field}")).ToHaveValueAsync("");
    }

    private async Task<Guest> GuestAtDescriptionAsync()
    {
        var guest = await GuestAsync();
        await guest.OpenAsync("/claim");
        await AnswerUpToDescriptionAsync(guest);
        return guest;
    }

    private static async Task AnswerUpToDescriptionAsync(Guest guest)
    {
        await Expect(guest.Headline).ToHaveTextAsync("What have you lost?");
        await Tiles.TickAsync(guest.Page, WhatForm.Field, "backpack");
        await guest.ContinueAsync();
        await Expect(guest.Headline).ToHaveTextAsync("Which colours is it?");
        await Tiles.TickAsync(guest.Page, ColoursForm.Field, "blue");
        await guest.ContinueAsync();
        await Expect(guest.Headline).ToHaveTextAsync("What does it look like?");
    }

    private static async Task FillInAtKioskAsync(Staff desk)
    {
        await desk.Page.GotoAsync("/kiosk");
        await desk.TakePhotoAsync();
        await desk.FillInAsync(Found);
    }

    private static async Task AssertFilledInAsync(Staff desk)
    {
        await Expect(desk.Page.Locator($"#{ItemFields.PrivateNotes}")).ToHaveValueAsync(Found.PrivateNotes);
        await Expect(desk.Page.Locator($"#{ItemFields.Description}")).ToHaveValueAsync(Found.Description);
        await Expect(desk.Page.Locator($"input[name='{ItemFields.Category}'][value='{Found.Category}']")).ToBeCheckedAsync();
        await Expect(desk.Page.Locator($"#{ItemFields.Bin}")).ToHaveValueAsync(Found.Bin);
        await Expect(desk.Page.Locator(".shot img")).ToHaveCountAsync(1);
    }
}
