using System.Net;
using LostFound.Web.Features.Staff;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class EnrolmentTests : ServerTest
{
    [Fact]
    public async Task Opening_the_link_says_what_will_happen_and_uses_nothing_up()
    {
        var code = await Server.AddEnrolmentCodeAsync("Counter 2", "harbour");
        using var browser = Server.NewBrowser();
        for (var i = 0; i < 3; i++)
        {
            var page = await browser.OpenAsync($"/enrol/{code}");
            Assert.Equal("Make this device “Counter 2”?", page.Headline);
            Assert.Contains("Harbour desk", page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Devices.CountAsync()));
    }

    [Fact]
    public async Task A_code_enrols_one_device_and_of_two_at_once_one_wins()
    {
        var code = await Server.AddEnrolmentCodeAsync();
        using var first = Server.NewBrowser();
        using var second = Server.NewBrowser();
        var pages = await Task.WhenAll(first.OpenAsync($"/enrol/{code}"), second.OpenAsync($"/enrol/{code}"));
        var answers = await Task.WhenAll(first.SendAsync(pages[0], "form#enrol"), second.SendAsync(pages[1], "form#enrol"));
        Assert.Single(answers, a => a.Address.AbsolutePath == "/sign-in");
        Assert.Single(answers, a => a.Headline == "This code doesn’t open anything now");
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Devices.CountAsync()));
    }

    [Fact]
    public async Task Used_expired_and_unknown_codes_are_answered_alike()
    {
        var expired = await Server.AddEnrolmentCodeAsync();
        Server.Clock.Advance(StaffLimits.EnrolmentCodeLives);
        var used = await Server.AddEnrolmentCodeAsync();
        using var browser = Server.NewBrowser();
        await browser.SendAsync(await browser.OpenAsync($"/enrol/{used}"), "form#enrol");
        var texts = new List<string>();
        foreach (var code in new[] { used, expired, "ABCDE12345", "nonsense" })
        {
            var page = await browser.OpenAsync($"/enrol/{code}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            texts.Add(page.Text);
        }
        Assert.Single(texts.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_code_can_be_typed_as_people_type()
    {
        await Server.Store.WriteAsync(db =>
        {
            db.EnrolmentCodes.Add(new EnrolmentCode
            {
                CodeHash = EnrolmentCodes.Hash("K0QM1XPD9R"), Purpose = EnrolmentPurpose.EnrolDevice, DeviceName = "Counter 1", Desk = "main",
                ExpiresAt = Server.Clock.GetUtcNow().UtcDateTime.AddMinutes(5),
            });
            return Task.CompletedTask;
        }, default);
        using var browser = Server.NewBrowser();
        Assert.Equal("Make this device “Counter 1”?", (await browser.OpenAsync("/enrol?code=koqml-xpd9r")).Headline);
        var wrong = await browser.OpenAsync("/enrol?code=K0QM1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("K0QM1", wrong.Find("input[name=code]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_demo_code_enrols_again_and_again()
    {
        await Server.Store.WriteAsync(db =>
        {
            db.EnrolmentCodes.Add(new EnrolmentCode
            {
                CodeHash = EnrolmentCodes.Hash("DEM0DEM000"), Purpose = EnrolmentPurpose.EnrolDevice, DeviceName = "Demo", Desk = "main",
                ExpiresAt = Server.Clock.GetUtcNow().UtcDateTime.AddDays(1), Reusable = true,
            });
            return Task.CompletedTask;
        }, default);
        for (var i = 0; i < 2; i++)
        {
            using var browser = Server.NewBrowser();
            Assert.Equal("/sign-in", (await browser.SendAsync(await browser.OpenAsync("/enrol/DEMODEMO00"), "form#enrol")).Address.AbsolutePath);
        }
    }

    [Fact]
    public async Task Enrolling_a_device_anew_revokes_what_it_was()
    {
        using var browser = await Server.EnrolAsync("Counter 1");
        var code = await Server.AddEnrolmentCodeAsync("Counter 2");
        var page = await browser.OpenAsync($"/enrol/{code}");
        Assert.Contains("enrolled as “Counter 1” now", page.Text, StringComparison.Ordinal);
        await browser.SendAsync(page, "form#enrol");
        Assert.Equal(["Counter 2"], await Server.Store.ReadAsync(db => db.Devices.Where(d => d.RevokedAt == null).Select(d => d.Name).ToListAsync()));
    }
}
