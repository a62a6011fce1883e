using System.Net;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class SignInTests : ServerTest
{
    [Fact]
    public async Task A_person_signs_in_on_an_enrolled_device_and_the_entry_names_both()
    {
        using var browser = await Server.SignInAsync(StaffRole.Supervisor, "Hana");
        var page = await browser.OpenAsync("/sign-in");
        Assert.Equal("Hana is signed in here.", page.Headline);
        var entry = await Server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == AuditKind.SignedIn));
        Assert.NotNull(entry.StaffId);
        Assert.NotNull(entry.DeviceId);
    }

    [Fact]
    public async Task A_device_that_is_not_enrolled_is_told_what_to_do_and_sees_no_names()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var stranger = Server.NewBrowser();
        foreach (var address in new[] { "/sign-in", $"/sign-in?who={maya.Id}" })
        {
            var page = await stranger.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Equal("This device isn’t enrolled", page.Headline);
            Assert.DoesNotContain("Maya", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_device_cookie_with_a_wrong_secret_is_no_enrolled_device()
    {
        using var browser = await Server.EnrolAsync();
        var id = browser.Jar.Cookies[EnrolledDevice.CookieName].Split('.')[0];
        browser.Jar.Set(EnrolledDevice.CookieName, $"{id}.{new string('A', 43)}");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task A_wrong_PIN_and_an_id_that_is_nobodys_are_refused_in_the_same_words()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        var wrong = await browser.SignInAsync(maya.Id, "111222");
        var form = await browser.OpenAsync($"/sign-in?who={maya.Id}");
        var nobody = await browser.SendAsync(form, "form#pin-form", ("who", Guid.NewGuid().ToString()), ("pin", "111222"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.Equal(wrong.Find(".field-error")!.TextContent, nobody.Find(".field-error")!.TextContent);
        Assert.DoesNotContain("111222", wrong.Html, StringComparison.Ordinal);
        Assert.False(browser.Jar.Cookies.ContainsKey(StaffCookie.Name));
    }

    [Fact]
    public async Task What_is_no_PIN_is_refused_without_counting_as_a_try()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        foreach (var typed in new[] { "", "12345", "1234567", "12345x", "１２３４５６" })
            Assert.Contains("A PIN has 6 digits.", (await browser.SignInAsync(maya.Id, typed)).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await ReadAsync(maya)).FailedPins);
    }

    [Fact]
    public async Task After_five_wrong_PINs_not_even_the_right_one_is_looked_at_until_the_time_named()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync(maya.Id, "111222")).Status);
        var form = await browser.OpenAsync($"/sign-in?who={maya.Id}");
        var fifth = await browser.SendAsync(form, "form#pin-form", ("pin", "111222"));
        Assert.Equal(HttpStatusCode.TooManyRequests, fifth.Status);
        Assert.Equal("Maya is locked out until 15:15.", fifth.Headline);
        Assert.Contains("A supervisor can unlock", fifth.Text, StringComparison.Ordinal);

        Server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SendAsync(form, "form#pin-form", ("pin", StaffBrowser.Pin))).Status);
        Assert.False(browser.Jar.Cookies.ContainsKey(StaffCookie.Name));

        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SignInAsync(maya.Id);
        Assert.True(browser.Jar.Cookies.ContainsKey(StaffCookie.Name));
        Assert.Equal(0, (await ReadAsync(maya)).FailedPins);
        Assert.Equal([AuditKind.SignInRefused, AuditKind.SignInRefused, AuditKind.SignInRefused, AuditKind.SignInRefused, AuditKind.LockedOut, AuditKind.SignInRefused, AuditKind.SignedIn],
            await Server.Store.ReadAsync(db => db.AuditEntries.Where(a => a.StaffId == maya.Id).OrderBy(a => a.Id).Select(a => a.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Each_further_wrong_PIN_doubles_the_lock_up_to_four_hours()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        var locks = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            await browser.SignInAsync(maya.Id, "111222");
            if ((await ReadAsync(maya)).LockedUntil is not { } until)
                continue;
            var waits = until - Server.Clock.GetUtcNow().UtcDateTime;
            locks.Add(waits.TotalMinutes);
            Server.Clock.Advance(waits);
        }
        Assert.Equal([15, 30, 60, 120, 240, 240, 240], locks);
    }

    [Fact]
    public async Task Many_PINs_sent_at_once_get_no_more_looks_than_one_by_one()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var browser = await Server.EnrolAsync();
        var form = await browser.OpenAsync($"/sign-in?who={maya.Id}");
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => browser.SendAsync(form, "form#pin-form", ("pin", $"11122{i % 10}"))));
        Assert.Equal(4, pages.Count(p => p.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(8, pages.Count(p => p.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_PIN_hashed_the_old_way_is_hashed_anew_at_the_next_sign_in()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Agent, "Maya");
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<StaffMember>(Microsoft.Extensions.Options.Options.Create(
            new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1000 })).HashPassword(maya, StaffBrowser.Pin);
        await Server.Store.WriteAsync(db => db.Staff.ExecuteUpdateAsync(set => set.SetProperty(s => s.PinHash, weak)), default);
        using var browser = await Server.EnrolAsync();
        await browser.SignInAsync(maya.Id);
        var kept = (await ReadAsync(maya)).PinHash;
        Assert.NotEqual(weak, kept, StringComparer.Ordinal);
        Assert.Equal(PinCheck.Right, Pins.Check(kept, StaffBrowser.Pin));
    }

    [Fact]
    public async Task With_more_than_twelve_people_the_names_can_be_searched_without_script()
    {
        for (var i = 0; i < 12; i++)
            await Server.AddStaffAsync(StaffRole.Agent, $"Person {i}");
        using var browser = await Server.EnrolAsync();
        Assert.Null((await browser.OpenAsync("/sign-in")).Find("input[name=q]"));
        await Server.AddStaffAsync(StaffRole.Agent, "Zoë");
        Assert.NotNull((await browser.OpenAsync("/sign-in")).Find("input[name=q]"));
        var found = await browser.OpenAsync("/sign-in?q=zoe");
        Assert.Equal("Zoë", Assert.Single(found.Document.QuerySelectorAll(".person-name")).TextContent);
        Assert.Contains("Nobody here is called “xyz”", (await browser.OpenAsync("/sign-in?q=xyz")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/desk")]
    [InlineData("javascript:alert(1)")]
    [InlineData("desk")]
    [InlineData("/items?q=\u00e9")]
    [InlineData("/sign-in?return=/sign-in")]
    [InlineData("")]
    public void Nobody_is_sent_anywhere_but_to_a_page_of_ours(string asked) => Assert.Equal("/desk", StaffAddress.ReturnTo(asked));

    [Fact]
    public async Task After_signing_in_people_are_where_they_wanted_to_go()
    {
        var maya = await Server.AddStaffAsync(StaffRole.Admin, "Maya");
        using var browser = await Server.EnrolAsync();
        var asked = await browser.OpenAsync("/admin");
        Assert.Equal("/sign-in?return=%2Fadmin", asked.Address.PathAndQuery);
        Assert.Equal("/admin", (await browser.SignInAsync(maya.Id, returnTo: "/admin")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Over_plain_HTTP_on_the_network_the_page_explains_that_HTTPS_is_needed()
    {
        using var browser = await Server.EnrolAsync();
        foreach (var address in new[] { "/sign-in", "/enrol", "/enrol/ABCDE12345", "/setup/abc" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = "192.168.1.20:5080";
            using var response = await browser.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Contains("Staff devices need the HTTPS address", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("12345", false)]
    [InlineData("1234567", false)]
    [InlineData("12345a", false)]
    [InlineData("٣٤٥٦٧٢", false)]
    [InlineData("000000", false)]
    [InlineData("123456", false)]
    [InlineData("789012", false)]
    [InlineData("654321", false)]
    [InlineData("210987", false)]
    [InlineData("135790", true)]
    [InlineData("271828", true)]
    public void A_PIN_may_be_chosen_when_it_has_six_digits_and_is_not_trivial(string pin, bool allowed) => Assert.Equal(allowed, Pins.Problem(pin) is null);

    private Task<StaffMember> ReadAsync(StaffMember person) => Server.Store.ReadAsync(db => db.Staff.SingleAsync(s => s.Id == person.Id));
}
