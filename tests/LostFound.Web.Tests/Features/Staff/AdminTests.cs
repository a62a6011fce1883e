using System.Net;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class AdminTests() : SignedInTest(StaffRole.Admin, "Ada")
{
    [Fact]
    public async Task The_overview_shows_people_devices_the_state_of_the_configuration_and_the_latest_events()
    {
        var page = await Agent.OpenAsync("/admin");
        Assert.Equal("Admin", page.Headline);
        foreach (var expected in new[] { "Ada", "Desk 1", "All good:", "Signed in", "SQLite" })
            Assert.Contains(expected, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_added_with_a_role_and_signs_in_with_the_PIN_given()
    {
        var form = await Agent.OpenAsync("/admin/staff/new");
        var added = await Agent.SendAsync(form, "form#add-staff", ("name", "Hana"), ("role", "Supervisor"), ("pin", "161803"), ("pin-again", "161803"));
        Assert.Equal("Hana", added.Headline);
        using var browser = await Server.EnrolAsync();
        await browser.SignInAsync((await FindAsync("Hana")).Id, "161803");
        Assert.Equal("Hana is signed in here.", (await browser.OpenAsync("/sign-in")).Headline);
        await AssertAuditAsync(AuditKind.StaffAdded, "Hana, Supervisor");
    }

    [Theory]
    [InlineData("", "Agent", "161803", "161803", "#name")]
    [InlineData("Hana", "7", "161803", "161803", "#role")]
    [InlineData("Hana", "Agent", "111111", "111111", "#pin")]
    [InlineData("Hana", "Agent", "161803", "161804", "#pin-again")]
    [InlineData("ÀDA", "Agent", "161803", "161803", "#name")]
    public async Task A_person_is_not_added_when_something_is_wrong(string name, string role, string pin, string again, string field)
    {
        var form = await Agent.OpenAsync("/admin/staff/new");
        var page = await Agent.SendAsync(form, "form#add-staff", ("name", name), ("role", role), ("pin", pin), ("pin-again", again));
        Assert.Equal(field, Assert.Single(page.Document.QuerySelectorAll(".error-summary a")).GetAttribute("href"));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Staff.CountAsync()));
    }

    [Fact]
    public async Task The_last_admin_can_be_neither_demoted_nor_let_go()
    {
        var ada = await FindAsync("Ada");
        var page = await Agent.OpenAsync($"/admin/staff/{ada.Id}");
        var demoted = await Agent.SendAsync(page, "form#role-form", ("role", "Agent"));
        Assert.Equal(HttpStatusCode.Conflict, demoted.Status);
        Assert.Contains("Ada is the last admin", demoted.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Agent.SendAsync(page, "form#deactivate")).Status);
        await Server.AddStaffAsync(StaffRole.Admin, "Second");
        await Agent.SendAsync(page, "form#deactivate");
        Assert.False((await FindAsync("Ada")).Active);
    }

    [Fact]
    public async Task Two_admins_who_demote_each_other_at_once_leave_one()
    {
        var ada = await FindAsync("Ada");
        using var other = await Server.SignInAsync(StaffRole.Admin, "Second", "Desk 2");
        var second = await FindAsync("Second");
        var pages = await Task.WhenAll(Agent.OpenAsync($"/admin/staff/{second.Id}"), other.OpenAsync($"/admin/staff/{ada.Id}"));
        await Task.WhenAll(Agent.SendAsync(pages[0], "form#role-form", ("role", "Agent")), other.SendAsync(pages[1], "form#role-form", ("role", "Agent")));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Staff.CountAsync(s => s.Role == StaffRole.Admin)));
    }

    [Fact]
    public async Task A_role_changed_by_somebody_else_meanwhile_is_not_overwritten_unseen()
    {
        var hana = await Server.AddStaffAsync(StaffRole.Agent, "Hana");
        var stale = await Agent.OpenAsync($"/admin/staff/{hana.Id}");
        await Agent.SendAsync(stale, "form#role-form", ("role", "Supervisor"));
        var refused = await Agent.SendAsync(stale, "form#role-form", ("role", "Admin"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Hana became Supervisor in the meantime", refused.Text, StringComparison.Ordinal);
        await AssertAuditAsync(AuditKind.StaffChanged, "Hana: Agent to Supervisor");
    }

    [Fact]
    public async Task A_new_PIN_works_the_old_one_does_not_and_a_lock_ends()
    {
        var hana = await Server.AddStaffAsync(StaffRole.Agent, "Hana");
        using var browser = await LockOutAsync(hana);
        var page = await Agent.OpenAsync($"/admin/staff/{hana.Id}");
        await Agent.SendAsync(page, "form#new-pin", ("pin", "161803"), ("pin-again", "161803"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync(hana.Id)).Status);
        await browser.SignInAsync(hana.Id, "161803");
        Assert.True(browser.Jar.Cookies.ContainsKey(StaffCookie.Name));
        await AssertAuditAsync(AuditKind.PinReset, "Hana");
    }

    [Fact]
    public async Task A_supervisor_unlocks_who_is_locked_out()
    {
        var hana = await Server.AddStaffAsync(StaffRole.Agent, "Hana");
        using var locked = await LockOutAsync(hana);
        using var supervisor = await Server.SignInAsync(StaffRole.Supervisor, "Sam", "Desk 3");
        var page = await supervisor.OpenAsync("/unlock");
        Assert.Contains("Hana", page.Text, StringComparison.Ordinal);
        var after = await supervisor.SendAsync(page, $"form[action='/unlock/{hana.Id}']");
        Assert.Contains("Nobody is locked out", after.Text, StringComparison.Ordinal);
        await locked.SignInAsync(hana.Id);
        Assert.True(locked.Jar.Cookies.ContainsKey(StaffCookie.Name));
        await AssertAuditAsync(AuditKind.Unlocked, "Hana");
    }

    [Fact]
    public async Task The_code_that_the_page_shows_enrols_a_device_and_revoking_it_shuts_it_out()
    {
        var form = await Agent.OpenAsync("/admin/devices/new");
        var made = await Agent.SendAsync(form, "form#make-code", ("device", "Tablet 7"), ("desk", "harbour"));
        Assert.NotNull(made.Find(".enrol-qr svg"));
        Assert.DoesNotContain("style=", made.Html, StringComparison.Ordinal);
        using var tablet = Server.NewBrowser();
        await tablet.SendAsync(await tablet.OpenAsync($"/enrol?code={made.Find("#code")!.TextContent}"), "form#enrol");
        Assert.Contains("Tablet 7", (await tablet.OpenAsync("/sign-in")).Text, StringComparison.Ordinal);
        var device = await Server.Store.ReadAsync(db => db.Devices.SingleAsync(d => d.Name == "Tablet 7"));
        var revoked = await Agent.SendAsync(await Agent.OpenAsync("/admin"), $"form[action='/admin/devices/{device.Id}/revoke']");
        Assert.Contains("The device is revoked", revoked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.OpenAsync("/sign-in")).Status);
        await AssertAuditAsync(AuditKind.EnrolmentCodeMade, "Tablet 7");
        await AssertAuditAsync(AuditKind.DeviceRevoked, "Tablet 7");
    }

    private async Task<Browser> LockOutAsync(StaffMember person)
    {
        var browser = await Server.EnrolAsync("Desk 9");
        for (var i = 0; i < 5; i++)
            await browser.SignInAsync(person.Id, "111222");
        return browser;
    }

    private Task<StaffMember> FindAsync(string name) => Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Name == name));

    private async Task AssertAuditAsync(AuditKind kind, string subject)
    {
        var entry = await Server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == kind && a.Subject == subject));
        Assert.NotNull(entry.StaffId);
        Assert.NotNull(entry.DeviceId);
    }
}
