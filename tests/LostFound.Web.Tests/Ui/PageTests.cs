using System.Net;
using LostFound.Web.Features.Home;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Pages;
using Microsoft.AspNetCore.Builder;

namespace LostFound.Web.Tests.Ui;

public sealed class PageTests
{
    private static readonly PageContext Staffed = new()
    {
        VenueName = "Harbour Park", DeskName = "Old Town desk", StaffName = "Hana", Role = StaffRole.Agent, AccentHash = "abc",
    };

    [Fact]
    public async Task A_page_with_a_form_carries_the_antiforgery_token_and_its_cookie()
    {
        await using var host = await UiHost.StartAsync(app => app.MapHome());
        var response = await host.Client.GetAsync("/find");
        var page = UiHost.Parse(await response.Content.ReadAsStringAsync());
        Assert.NotEmpty(page.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_has_the_status_it_was_given_and_is_kept_out_of_caches_only_when_asked()
    {
        await using var host = await UiHost.StartAsync(app =>
        {
            app.MapGet("/gone", () => Render.Page<NotFoundPage>(status: 404));
            app.MapGet("/part", () => Render.Fragment<Badge>());
        });
        var page = await host.Client.GetAsync("/gone");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Null(page.Headers.CacheControl);
        var part = await host.Client.GetAsync("/part");
        Assert.True(part.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<html", await part.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_runs_from_right_to_left_when_its_language_does()
    {
        await using var host = await UiHost.StartAsync(app => app.MapGet("/", () => Render.Page<RefusedPage>(new { Title = "عذرا", Message = "لا", Lang = "ar", Dir = "rtl" })));
        var root = (await host.GetPageAsync("/")).DocumentElement;
        Assert.Equal("rtl", root.GetAttribute("dir"));
        Assert.Equal("ar", root.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_venue_is_named_and_its_stylesheet_comes_after_ours()
    {
        await using var host = await UiHost.StartAsync(app => app.MapHome(), Staffed);
        var page = await host.GetPageAsync("/collect");
        Assert.Equal("Called to collect · Harbour Park", page.Title);
        Assert.Equal(["/dist/app.css", "/venue.css?v=abc"], page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")));
        Assert.Contains("Harbour Park", page.QuerySelector(".wordmark")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_needs_an_inline_style_or_script()
    {
        await using var host = await UiHost.StartAsync(app => { app.MapHome(); app.MapGet("/staff", () => Render.Page<StaffPage>(new { Title = "Desk" })); }, Staffed);
        foreach (var address in new[] { "/", "/find", "/collect", "/staff" })
        {
            var page = await host.GetPageAsync(address);
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onload]"));
            Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("module", script.GetAttribute("type")));
        }
    }

    [Theory]
    [InlineData(StaffRole.Agent, "Desk Register Items Claims")]
    [InlineData(StaffRole.Supervisor, "Desk Register Items Claims Board")]
    [InlineData(StaffRole.Admin, "Desk Register Items Claims Board Admin")]
    public async Task The_staff_bar_offers_what_the_role_may_open(StaffRole role, string sections)
    {
        await using var host = await UiHost.StartAsync(
            app => app.MapGet("/", () => Render.Page<StaffPage>(new { Title = "Items", Section = "items" })), Staffed with { Role = role });
        var page = await host.GetPageAsync("/");
        Assert.Equal(sections, string.Join(' ', page.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim())));
        Assert.Equal("/items", page.QuerySelector("nav a[aria-current=page]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("form[method=post][action='/lock'] input[name=__RequestVerificationToken]"));
        Assert.Equal("#main", page.QuerySelector("body > a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_locked_device_shows_no_name_and_no_way_further()
    {
        await using var host = await UiHost.StartAsync(
            app => app.MapGet("/", () => Render.Page<StaffPage>(new { Title = "Sign in" })), Staffed with { StaffName = null, Role = null });
        var page = await host.GetPageAsync("/");
        Assert.Null(page.QuerySelector("nav"));
        Assert.Null(page.QuerySelector("form"));
        Assert.Contains("Old Town desk", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }
}
