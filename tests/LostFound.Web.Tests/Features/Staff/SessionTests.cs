using System.Net;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class SessionTests : ServerTest
{
    [Fact]
    public async Task A_session_ends_after_ten_idle_minutes()
    {
        using var browser = await Server.SignInAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/stay"));
    }

    [Fact]
    public async Task Requests_of_a_person_keep_the_session_alive()
    {
        using var browser = await Server.SignInAsync();
        for (var i = 0; i < 4; i++)
        {
            Server.Clock.Advance(TimeSpan.FromMinutes(4));
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(browser, "/stay"));
        }
    }

    [Fact]
    public async Task Requests_that_a_page_makes_by_itself_do_not()
    {
        using var browser = await Server.SignInAsync();
        for (var i = 0; i < 2; i++)
        {
            Server.Clock.Advance(TimeSpan.FromMinutes(4));
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(browser, "/stay", background: true));
        }
        Server.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/stay", background: true));
    }

    [Fact]
    public async Task Locking_ends_the_session_keeps_the_device_and_leads_back_to_the_same_page()
    {
        using var browser = await Server.SignInAsync(StaffRole.Admin);
        var page = await browser.OpenAsync("/admin");
        var locked = await browser.SendAsync(page, "form[action='/lock']", ("return", "/admin"));
        Assert.Equal("/sign-in?return=%2Fadmin", locked.Address.PathAndQuery);
        Assert.Equal("Hello. Who is at the desk?", locked.Headline);
        Assert.Equal("/sign-in", (await browser.OpenAsync("/admin")).Address.AbsolutePath);
        Assert.True(await Server.Store.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Kind == AuditKind.Locked)));
    }

    [Fact]
    public async Task No_page_drawn_for_staff_may_be_stored_anywhere()
    {
        using var browser = await Server.SignInAsync(StaffRole.Admin);
        foreach (var address in new[] { "/admin", "/admin/devices/new", "/unlock", "/", "/nothing-here" })
            Assert.True((await browser.OpenAsync(address)).Response.Headers.CacheControl!.NoStore, address);
    }

    [Fact]
    public async Task A_revoked_device_ends_the_session_at_the_next_request()
    {
        using var browser = await Server.SignInAsync();
        await Server.Store.WriteAsync(db => db.Devices.ExecuteUpdateAsync(set => set.SetProperty(d => d.RevokedAt, DateTime.UnixEpoch)), default);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/stay"));
        Assert.Equal("This device isn’t enrolled", (await browser.OpenAsync("/sign-in")).Headline);
    }

    [Fact]
    public async Task A_person_who_was_let_go_is_out_at_the_next_request()
    {
        using var browser = await Server.SignInAsync();
        await Server.Store.WriteAsync(db => db.Staff.ExecuteUpdateAsync(set => set.SetProperty(s => s.Active, false)), default);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/stay"));
    }

    [Fact]
    public async Task The_cookies_are_bound_to_this_host_hidden_from_scripts_and_sent_over_HTTPS_only()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        var form = await browser.OpenAsync($"/sign-in?who={maya.Id}");
        using var content = new FormUrlEncodedContent(form.Document.QuerySelectorAll("form#pin-form input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)).Append(KeyValuePair.Create("pin", StaffBrowser.Pin)));
        using var response = await browser.Http.PostAsync("/sign-in", content);
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        foreach (var name in new[] { StaffCookie.Name, EnrolledDevice.CookieName })
        {
            var cookie = Assert.Single(cookies, c => c.StartsWith(name + "=", StringComparison.Ordinal));
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("max-age=34560000", cookies.Single(c => c.StartsWith(EnrolledDevice.CookieName, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_too_low_is_told_which_one_it_takes_and_the_try_is_recorded()
    {
        using var browser = await Server.SignInAsync(StaffRole.Agent);
        var page = await browser.OpenAsync("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("This needs an admin.", page.Headline);
        Assert.Equal("This needs a supervisor.", (await browser.OpenAsync("/unlock")).Headline);
        Assert.Equal(["GET /admin", "GET /unlock"], await Server.Store.ReadAsync(db => db.AuditEntries.Where(a => a.Kind == AuditKind.AccessRefused).Select(a => a.Subject).ToListAsync()));
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string address, bool background = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (background)
            request.Headers.Add(StaffCookie.BackgroundHeader, "1");
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }
}
