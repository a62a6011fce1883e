using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises;
using LostFound.Web.Live;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Notices;

/// <summary>An honest word about a place, from its posting to its end. It is Saturday 15:00; the guest lost it at the carousel.</summary>
public sealed class NoticeTests() : SignedInTest
{
    private const string Own = "The boats come out of the water at 22:30.";

    private Browser guest = null!;
    private string address = "";

    protected override async Task ArrangeAsync()
    {
        await Server.StopKeepingPromisesAsync();
        guest = Server.NewBrowser();
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
    }

    [Fact]
    public async Task A_notice_is_looked_at_then_posted_and_stands_wherever_it_matters()
    {
        var preview = await SendFormAsync(Breakdown("place:carousel"));
        Assert.Contains("has broken down and is closed until about 17:00", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await NoticesAsync());
        var seen = await Server.Store.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence));

        await Agent.SendAsync(preview, "form#post-notice");

        var page = await guest.OpenAsync(address);
        Assert.Contains("has broken down and is closed until about 17:00", page.Find(".notices")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("en", "auto", Own), (page.Find(".notices blockquote")!.GetAttribute("lang"), page.Find(".notices blockquote")!.GetAttribute("dir"), page.Find(".notices blockquote")!.TextContent));
        Assert.Contains("that is searched at 23:00", page.Find(".known")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("has broken down", page.Find(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("has broken down", (await guest.OpenAsync("/display/main")).Find(".display-told")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("has broken down", (await Agent.OpenAsync("/desk")).Find(".notice-line")!.TextContent, StringComparison.Ordinal);
        var claim = await Server.Store.OnlyClaimAsync();
        var told = await Server.Store.ReadAsync(db => db.Changes.Where(c => c.Sequence > seen).Select(c => c.Topic).ToListAsync());
        Assert.Contains(Topics.Claim(claim.Id), told);
        Assert.Contains(Topics.Line("main"), told);
    }

    [Fact]
    public async Task It_ends_by_the_clock_and_the_story_keeps_it()
    {
        await PostAsync(Breakdown("place:carousel") with { SearchedTime = "", SearchedDate = "" });
        var seen = await Server.Store.ReadAsync(db => db.Changes.MaxAsync(c => c.Sequence));

        Server.Clock.Advance(TimeSpan.FromMinutes(121));
        await Server.Services.GetRequiredService<EndNotices>().SweepAsync(default);

        var page = await guest.OpenAsync(address);
        Assert.Null(page.Find(".notices"));
        Assert.Contains("has broken down", page.Find(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("has ended", page.Find(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await guest.OpenAsync("/display/main")).Find(".display-told"));
        Assert.Contains(Topics.Claim((await Server.Store.OnlyClaimAsync()).Id), await Server.Store.ReadAsync(db => db.Changes.Where(c => c.Sequence > seen).Select(c => c.Topic).ToListAsync()));
        Assert.Equal(new DateTime(2026, 7, 4, 16, 0, 0, DateTimeKind.Utc), Assert.Single(await NoticesAsync()).EndedAt);
    }

    [Fact]
    public async Task It_is_ended_early_by_hand_and_a_change_puts_another_in_its_place()
    {
        await PostAsync(Breakdown("place:carousel"));
        var first = Assert.Single(await NoticesAsync());
        Server.Clock.Advance(TimeSpan.FromMinutes(10));

        var change = await Agent.OpenAsync($"/desk/notices?change={first.Id}");
        Assert.Equal(Own, change.Find("input[name=own]")!.GetAttribute("value"));
        await Agent.SendAsync(await Agent.SendAsync(change, "form#notice-form", ("until-time", "18:30")), "form#post-notice");
        var both = await NoticesAsync();
        Assert.Equal((2, first.Id, "Maya"), (both.Count, both[1].ReplacesId, both[0].EndedByName));
        Assert.DoesNotContain("has ended", (await guest.OpenAsync(address)).Find(".timeline")!.TextContent, StringComparison.Ordinal);

        await Agent.SendAsync(await Agent.OpenAsync("/desk/notices"), $"form[action='/desk/notices/{both[1].Id}/end']");

        Assert.Null((await guest.OpenAsync(address)).Find(".notices"));
        Assert.Contains("has ended", (await guest.OpenAsync(address)).Find(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place:carousel", true)]
    [InlineData("place:log-flume", false)]
    [InlineData("venue", true)]
    public async Task Only_guests_whom_it_concerns_read_it(string where, bool concerns)
    {
        await PostAsync(Breakdown(where));

        Assert.Equal(concerns, (await guest.OpenAsync(address)).Find(".notices") is not null);
    }

    [Fact]
    public async Task The_zone_of_a_lost_thing_s_place_concerns_its_guest_too()
    {
        var venue = Server.Services.GetRequiredService<LostFound.Web.Configuration.ConfigStore>().Current;

        await PostAsync(Breakdown($"zone:{venue.ZoneOfPlace("carousel")!.Key}"));

        Assert.NotNull((await guest.OpenAsync(address)).Find(".notices"));
    }

    [Fact]
    public async Task Nothing_yet_says_what_waits_and_the_next_word_comes_after_the_search()
    {
        await Server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.NeedsMatching, false)), default);
        await PostAsync(Breakdown("place:carousel"));
        Server.Clock.Advance(TimeSpan.FromMinutes(231));

        await Server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);

        var page = await guest.OpenAsync(address);
        Assert.Equal("Nothing has turned up yet, and we're still looking. Next word by 23:45.", page.Headline);
        Assert.Contains("handed in until 18:51", page.Find(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is searched at 23:00", page.Find(".timeline")!.TextContent, StringComparison.Ordinal);
        var nothing = await Server.Store.ReadAsync(db => db.ClaimEvents.SingleAsync(e => e.Kind == ClaimEventKind.NothingYet));
        Assert.Equal(new DateTime(2026, 7, 4, 22, 45, 0, DateTimeKind.Utc), nothing.NextWordBy);
    }

    [Theory]
    [InlineData("kind", "")]
    [InlineData("where", "place:nowhere")]
    [InlineData("until-time", "")]
    [InlineData("until-time", "14:00")]
    [InlineData("searched-date", "2026-08-01")]
    [InlineData("own", "TOO LONG")]
    public async Task What_cannot_be_so_is_refused_and_nothing_typed_is_lost(string field, string value)
    {
        var typed = Fields(Breakdown("place:carousel")).Select(f => f.Name == field ? (f.Name, value == "TOO LONG" ? new string('x', NoticeLimits.OwnWords + 1) : value) : f).ToArray();

        var page = await Agent.SendAsync(await Agent.OpenAsync("/desk/notices"), "form#notice-form", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Find(".error-summary, [role=alert]"));
        Assert.Equal(typed.Single(f => f.Item1 == "own").Item2, page.Find("input[name=own]")!.GetAttribute("value"));
        Assert.Empty(await NoticesAsync());
    }

    private static NoticeTyped Breakdown(string where) => NoticeTyped.Empty with
    {
        Kind = nameof(NoticeKind.Breakdown), Where = where, UntilDate = "2026-07-04", UntilTime = "17:00",
        SearchedDate = "2026-07-04", SearchedTime = "23:00", OwnWords = Own,
    };

    private static (string Name, string Value)[] Fields(NoticeTyped typed) =>
    [
        ("kind", typed.Kind), ("where", typed.Where), ("until-date", typed.UntilDate), ("until-time", typed.UntilTime),
        ("searched-date", typed.SearchedDate), ("searched-time", typed.SearchedTime), ("own", typed.OwnWords), ("language", typed.OwnLanguage),
    ];

    private async Task<Page> SendFormAsync(NoticeTyped typed) => await Agent.SendAsync(await Agent.OpenAsync("/desk/notices"), "form#notice-form", Fields(typed));

    private async Task PostAsync(NoticeTyped typed)
    {
        await Agent.SendAsync(await SendFormAsync(typed), "form#post-notice");
        Assert.NotEmpty(await NoticesAsync());
    }

    private Task<List<Notice>> NoticesAsync() => Server.Store.ReadAsync(db => db.Notices.OrderBy(n => n.PostedAt).ToListAsync());
}
