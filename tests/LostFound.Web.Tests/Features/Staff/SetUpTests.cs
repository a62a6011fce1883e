using System.Net;
using System.Text.RegularExpressions;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed partial class SetUpTests : ServerTest
{
    private static readonly (string, string)[] Typed = [("name", "Ada"), ("pin", "314159"), ("pin-again", "314159"), ("device", "Counter 1"), ("desk", "main")];


    [Fact]
    public async Task The_printed_link_makes_the_first_admin_and_device_and_is_dead_afterwards()
    {
        var link = await PrintAsync();
        using var browser = Server.NewBrowser();
        var done = await browser.SendAsync(await browser.OpenAsync(link), "form#set-up", Typed);
        Assert.Equal("/admin", done.Address.AbsolutePath);
        Assert.Contains("Ada", done.Text, StringComparison.Ordinal);
        Assert.Contains("Counter 1", done.Text, StringComparison.Ordinal);
        using var late = Server.NewBrowser();
        Assert.Equal("This set-up link doesn’t open anything now", (await late.OpenAsync(link)).Headline);
        Assert.Equal("", await PrintedAsync());
    }

    [Fact]
    public async Task A_restart_while_nobody_is_set_up_makes_a_new_link_and_voids_the_old()
    {
        var old = await PrintAsync();
        var fresh = await PrintAsync();
        Assert.NotEqual(old, fresh, StringComparer.Ordinal);
        using var browser = Server.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(fresh)).Status);
    }

    [Fact]
    public async Task The_link_dies_after_a_day_and_with_the_first_person_added_otherwise()
    {
        using var browser = Server.NewBrowser();
        var link = await PrintAsync();
        Server.Clock.Advance(StaffLimits.SetUpLinkLives);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(link)).Status);
        link = await PrintAsync();
        await Server.AddStaffAsync(StaffRole.Admin, "Added by the command");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Of_two_set_ups_at_once_one_wins()
    {
        var link = await PrintAsync();
        using var first = Server.NewBrowser();
        using var second = Server.NewBrowser();
        var pages = await Task.WhenAll(first.OpenAsync(link), second.OpenAsync(link));
        var done = await Task.WhenAll(first.SendAsync(pages[0], "form#set-up", Typed), second.SendAsync(pages[1], "form#set-up", Typed));
        Assert.Single(done, p => p.Address.AbsolutePath == "/admin");
        Assert.Single(done, p => p.Status == HttpStatusCode.NotFound);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Staff.CountAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays_except_the_PIN()
    {
        using var browser = Server.NewBrowser();
        var form = await browser.OpenAsync(await PrintAsync());
        var page = await browser.SendAsync(form, "form#set-up", ("name", "Ada"), ("pin", "123456"), ("pin-again", "123456"), ("device", "  "), ("desk", "moon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["#pin", "#device", "#desk"], page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!), StringComparer.Ordinal);
        Assert.Equal("Ada", page.Find("input[name=name]")!.GetAttribute("value"));
        Assert.DoesNotContain("123456", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Staff.CountAsync()));
    }

    [Fact]
    public async Task Neither_the_audit_nor_the_log_nor_the_database_holds_a_PIN_or_a_secret()
    {
        using var log = Server.CaptureLog();
        var link = await PrintAsync();
        using var browser = Server.NewBrowser();
        await browser.SendAsync(await browser.OpenAsync(link), "form#set-up", Typed);
        var admin = await Server.Store.ReadAsync(db => db.Staff.SingleAsync());
        using var other = await Server.EnrolAsync("Counter 2");
        await other.SignInAsync(admin.Id, "999111");
        await other.SignInAsync(admin.Id, "314159");
        var secrets = new[]
        {
            "314159", "999111", link.Split('/')[^1],
            browser.Jar.Cookies[EnrolledDevice.CookieName].Split('.')[1], other.Jar.Cookies[EnrolledDevice.CookieName].Split('.')[1],
        };
        var database = Directory.EnumerateFiles(Server.DataFolder, "lostfound.db*").Select(ReadShared).ToList();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
            Assert.All(database, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private async Task<string> PrintAsync() => Link().Match(await PrintedAsync()).Value;

    private async Task<string> PrintedAsync()
    {
        await using var output = new StringWriter();
        await Server.PrintSetUpLinkAsync(output);
        return output.ToString();
    }

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("http://[^ ]+/setup/[A-Za-z0-9_-]{22}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
