using LostFound.Browser.Tests.Browsing;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Browser.Tests.People;

/// <summary>
/// What has to have happened before a test begins, done through the same pages but without a browser's window:
/// quick, and not what the test is about.
/// </summary>
internal static class Counter
{
    /// <summary>A guest's claim; returns the address of its page.</summary>
    public static async Task<string> FileClaimAsync(this TestServer server, Loss loss, string locale = "en-GB")
    {
        using var phone = server.NewBrowser();
        phone.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(locale);
        var page = await phone.OpenAsync("/claim/what");
        (string, string)[][] answers =
        [
            [(WhatForm.Field, loss.Category)],
            [(ColoursForm.Field, loss.Colour)],
            [(DescriptionForm.Field, loss.Description), (DescriptionForm.BrandField, loss.Brand)],
            [(MarksForm.Field, loss.Marks)],
            [(WhereForm.Field, loss.Place)],
            [(WhenForm.DayField, loss.Day), (WhenForm.FromField, loss.From), (WhenForm.ToField, loss.To)],
            [(ContactForm.NameField, loss.Name), (ContactForm.EmailField, loss.Email), (ContactForm.PhoneField, loss.Phone)],
            [],
        ];
        foreach (var answer in answers)
            page = await phone.SendAsync(page, "form[data-step]", answer);
        return page.Address.AbsolutePath.StartsWith("/c/", StringComparison.Ordinal)
            ? page.Address.AbsolutePath
            : throw new InvalidOperationException($"The claim was not taken: {page.Address} {page.Text}");
    }

    public static async Task RegisterAsync(this Web.Tests.Hosting.Browser staff, Find found)
    {
        var page = await staff.SendAsync(await staff.OpenAsync("/kiosk"), "form#register",
            (ItemFields.Category, found.Category), (ItemFields.Colours, found.Colour), (ItemFields.Place, found.Place), (ItemFields.Bin, found.Bin),
            (ItemFields.Brand, found.Brand), (ItemFields.Description, found.Description), (ItemFields.PrivateNotes, found.PrivateNotes));
        if (!page.Address.AbsolutePath.EndsWith("/label", StringComparison.Ordinal))
            throw new InvalidOperationException($"The item was not taken: {page.Address} {page.Text}");
    }

    /// <summary>Waits for the match worker's proposal, and confirms it.</summary>
    public static async Task ConfirmAsync(this Web.Tests.Hosting.Browser staff)
    {
        var page = await staff.OpenAsync("/desk");
        while (page.Find("form#confirm-form") is null)
        {
            await Task.Delay(Patience.BetweenLooks);
            page = await staff.OpenAsync("/desk");
        }
        await staff.SendAsync(page, "form#confirm-form");
    }
}
