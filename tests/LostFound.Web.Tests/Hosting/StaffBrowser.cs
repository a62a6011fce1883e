using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Hosting;

/// <summary>Staff at their devices, signed in through the pages that staff use.</summary>
public static class StaffBrowser
{
    public const string Pin = "271828";

    // The hash is slow on purpose; one is enough for every person of every test.
    private static readonly string PinHash = Pins.Hash(Pin);

    /// <summary>
    /// A browser on a newly enrolled device, signed in as a person of that role, who is added when missing. A
    /// name already taken by somebody of another role gets the role appended.
    /// </summary>
    public static async Task<Browser> SignInAsync(this TestServer server, StaffRole role = StaffRole.Agent, string staffName = "Maya", string deviceName = "Desk 1", string desk = "main")
    {
        var person = await server.AddStaffAsync(role, staffName);
        var browser = await server.EnrolAsync(deviceName, desk);
        var page = await browser.SignInAsync(person.Id);
        return browser.Jar.Cookies.ContainsKey(StaffCookie.Name)
            ? browser
            : throw new InvalidOperationException($"{person.Name} could not sign in: {page.Status} {page.Text}");
    }

    public static async Task<StaffMember> AddStaffAsync(this TestServer server, StaffRole role, string name)
    {
        var added = await server.Store.WriteAsync<StaffMember>(async db =>
        {
            var key = SearchText.Normalise(name);
            var known = await db.Staff.SingleOrDefaultAsync(s => s.NameKey == key);
            if (known?.Role == role)
                return known;
            if (known is not null)
            {
                name = $"{name} ({role})";
                key = SearchText.Normalise(name);
                known = await db.Staff.SingleOrDefaultAsync(s => s.NameKey == key);
            }
            return known ?? db.Staff.Add(new StaffMember { Id = Guid.NewGuid(), Name = name, NameKey = key, Role = role, PinHash = PinHash, CreatedAt = server.Clock.GetUtcNow().UtcDateTime }).Entity;
        }, default);
        return added.Value;
    }

    /// <summary>A browser whose device is enrolled, with nobody signed in.</summary>
    public static async Task<Browser> EnrolAsync(this TestServer server, string deviceName = "Desk 1", string desk = "main")
    {
        var code = await server.AddEnrolmentCodeAsync(deviceName, desk);
        var browser = server.NewBrowser();
        await browser.SendAsync(await browser.OpenAsync($"/enrol/{code}"), "form#enrol");
        return browser;
    }

    public static async Task<string> AddEnrolmentCodeAsync(this TestServer server, string deviceName = "Desk 1", string desk = "main")
    {
        var code = EnrolmentCodes.NewTyped();
        await server.Store.WriteAsync(db =>
        {
            db.EnrolmentCodes.Add(new EnrolmentCode
            {
                CodeHash = EnrolmentCodes.Hash(code),
                Purpose = EnrolmentPurpose.EnrolDevice,
                DeviceName = deviceName,
                Desk = desk,
                ExpiresAt = server.Clock.GetUtcNow().UtcDateTime + StaffLimits.EnrolmentCodeLives,
            });
            return Task.CompletedTask;
        }, default);
        return code;
    }

    /// <summary>Picks the name, types the PIN, sends; the page that comes after.</summary>
    public static async Task<Page> SignInAsync(this Browser browser, Guid staffId, string pin = Pin, string returnTo = "/desk")
    {
        var page = await browser.OpenAsync($"/sign-in?who={staffId}&return={Uri.EscapeDataString(returnTo)}");
        return await browser.SendAsync(page, "form#pin-form", ("pin", pin));
    }
}
