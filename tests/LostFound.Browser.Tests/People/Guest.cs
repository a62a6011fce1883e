using LostFound.Browser.Tests.Browsing;
using LostFound.Web.Features.Claims.Form;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.People;

/// <summary>A guest with a phone: tells what is lost, then keeps the claim's page open.</summary>
public sealed class Guest(Visitor visitor)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public ILocator Headline => Page.Locator("h1");

    public ILocator Connection => Page.Locator("[data-connection]");

    /// <summary>From the front page to the claim's own page, by the buttons; returns the reference.</summary>
    internal async Task<string> FileClaimAsync(Loss loss)
    {
        await Page.GotoAsync("/");
        await visitor.LookAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "I lost something" }).ClickAsync();
        await AnswerAsync("What have you lost?", async () => await Tiles.TickAsync(Page, WhatForm.Field, loss.Category));
        await AnswerAsync("Which colours is it?", async () => await Tiles.TickAsync(Page, ColoursForm.Field, loss.Colour));
        await AnswerAsync("What does it look like?", async () =>
        {
            await Page.Locator($"#{DescriptionForm.Field}").FillAsync(loss.Description);
            await Page.Locator($"#{DescriptionForm.BrandField}").FillAsync(loss.Brand);
        });
        await AnswerAsync("What would only you know?", async () => await Page.Locator($"#{MarksForm.Field}").FillAsync(loss.Marks));
        await AnswerAsync("Where might you have lost it?", async () => await Tiles.TickAsync(Page, WhereForm.Field, loss.Place));
        await AnswerAsync("When was that?", async () =>
        {
            await Page.Locator($"#{WhenForm.DayField}").FillAsync(loss.Day);
            await Page.Locator($"#{WhenForm.FromField}").FillAsync(loss.From);
            await Page.Locator($"#{WhenForm.ToField}").FillAsync(loss.To);
        });
        await AnswerAsync("How do we reach you?", async () =>
        {
            await Page.Locator($"#{ContactForm.NameField}").FillAsync(loss.Name);
            await Page.Locator($"#{ContactForm.EmailField}").FillAsync(loss.Email);
        });
        await Expect(Headline).ToHaveTextAsync("Is this right?");
        await visitor.LookAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send my claim" }).ClickAsync();
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/c/", StringComparison.Ordinal));
        await Expect(Headline).ToContainTextAsync("We're looking.");
        return await Page.Locator(".spoken-reference .code").InnerTextAsync();
    }

    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await Expect(Headline).ToBeVisibleAsync();
    }

    /// <summary>Until the page says that the server tells it of changes.</summary>
    public async Task WaitUntilLiveAsync() => await Expect(Connection).ToHaveAttributeAsync("data-state", "live");

    public Task ContinueAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

    private async Task AnswerAsync(string question, Func<Task> answer)
    {
        await Expect(Headline).ToHaveTextAsync(question);
        await visitor.LookAsync();
        await answer();
        await ContinueAsync();
    }
}

/// <summary>Answers that are chosen by touching them; some lie in a group that has to be opened first.</summary>
internal static class Tiles
{
    public static async Task TickAsync(IPage page, string name, string value)
    {
        var tile = page.Locator($"input[name='{name}'][value='{value}']");
        await UnfoldAsync(tile);
        await tile.CheckAsync();
    }

    /// <summary>Opens what the field is folded into, from the outside in, as somebody who looks for it does.</summary>
    public static async Task UnfoldAsync(ILocator field)
    {
        var closed = field.Locator("xpath=ancestor::details[not(@open)]");
        while (await closed.CountAsync() > 0)
            await closed.First.Locator("> summary").ClickAsync();
    }
}
