using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Matching;

public sealed class InboxTests
{
    private const string Photo = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Fact]
    public async Task Nothing_waiting_is_said_kindly()
    {
        await using var server = await TestServer.StartAsync();
        var desk = await server.SignInAsync();

        var page = await desk.OpenAsync("/desk");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("No claim waits for a decision", page.Headline);
        Assert.NotNull(page.Find(".empty-title"));
    }

    [Fact]
    public async Task The_likeliest_claim_stands_first_and_is_open_beside_the_list()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddClaimAsync(description: "a blue bag", category: "daypack", brand: "", colours: ["blue"]);
        var (likely, _) = await server.AddPairAsync();
        var desk = await server.SignInAsync();

        var page = await desk.OpenAsync("/desk");

        var first = page.Document.QuerySelectorAll(".row-link")[0];
        Assert.Contains(likely.Reference, first.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", first.GetAttribute("aria-current"));
        Assert.Contains(likely.Reference, page.Find("#claim-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_photo_reasons_and_both_sides_secrets()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync(Photo);
        var desk = await server.SignInAsync();

        var fragment = await desk.OpenAsync($"/desk/inbox?claim={claim.Id}");

        Assert.Contains($"/photos/{Photo}/1600", fragment.Html, StringComparison.Ordinal);
        Assert.Contains(item.PrivateNotes, fragment.Text, StringComparison.Ordinal);
        Assert.Contains(claim.PrivateMarks, fragment.Text, StringComparison.Ordinal);
        Assert.NotEmpty(fragment.Document.QuerySelectorAll(".explanation li"));
        Assert.DoesNotContain("mara@example.org", fragment.Html, StringComparison.Ordinal);
        Assert.True(fragment.Response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/inbox")]
    public async Task Nobody_else_sees_anything(string address)
    {
        await using var server = await TestServer.StartAsync();
        var (_, item) = await server.AddPairAsync(Photo);
        var stranger = server.NewBrowser();

        var page = await stranger.OpenAsync(address);

        Assert.DoesNotContain("/photos/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(item.PrivateNotes, page.Html, StringComparison.Ordinal);
        Assert.Null(page.Find("[data-inbox]"));
    }

    [Fact]
    public async Task A_decision_without_a_signed_in_person_changes_nothing()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, item) = await server.AddPairAsync();
        var candidate = await server.CandidateAsync(claim.Id, item.Id);
        using var body = new FormUrlEncodedContent([]);

        var answer = await server.NewBrowser().Http.PostAsync($"/desk/candidates/{candidate.Id}/confirm", body);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ClaimStatus.Looking, (await server.ClaimAsync(claim.Id)).Status);
    }

    [Fact]
    public async Task A_late_promise_stands_out()
    {
        await using var server = await TestServer.StartAsync();
        await server.StopKeepingPromisesAsync();
        await server.AddPairAsync();
        var desk = await server.SignInAsync();
        Assert.Null((await desk.OpenAsync("/desk")).Find(".badge.tone-warning"));

        server.Clock.Advance(TimeSpan.FromMinutes(121));
        desk = await server.SignInAsync(deviceName: "Desk 2");

        Assert.Contains("Word overdue since 17:00", (await desk.OpenAsync("/desk")).Find(".claim-pane .badge.tone-warning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_decided_meanwhile_is_said_when_the_inbox_is_read_again()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, _) = await server.AddPairAsync();
        var maya = await server.SignInAsync(staffName: "Maya");
        var tom = await server.SignInAsync(staffName: "Tom", deviceName: "Desk 2");
        var open = await tom.OpenAsync("/desk");

        await maya.SendAsync(await maya.OpenAsync("/desk"), "form#reject-form");
        var again = await tom.OpenAsync(open.Find("[data-inbox]")!.GetAttribute("data-fragment")!);

        Assert.Contains("Maya decided at 15:00 that the item you looked at is not theirs", again.Text, StringComparison.Ordinal);
        Assert.Contains(claim.Reference, again.Find("#claim-title")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk?claim=nonsense")]
    [InlineData("/desk?claim=7b4f4f9e-0000-0000-0000-000000000000")]
    [InlineData("/desk?claim=%00%ff&candidate='--")]
    public async Task A_mangled_link_still_opens_the_desk(string address)
    {
        await using var server = await TestServer.StartAsync();
        await server.AddPairAsync();
        var desk = await server.SignInAsync();

        var page = await desk.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Document.QuerySelectorAll(".row-link"));
    }

    [Fact]
    public async Task Markup_in_what_people_wrote_stays_text()
    {
        await using var server = await TestServer.StartAsync();
        await server.AddItemAsync();
        await server.AddClaimAsync(description: "<script>alert(1)</script> navy Fjällräven backpack caricature");
        await server.MatchAsync();
        var desk = await server.SignInAsync();

        var page = await desk.OpenAsync("/desk");

        Assert.Contains("<script>alert(1)</script> navy", page.Find(".row-text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_asked_from_the_inbox_reaches_the_guests_claim()
    {
        await using var server = await TestServer.StartAsync();
        var (claim, _) = await server.AddPairAsync();
        var desk = await server.SignInAsync();
        var page = await desk.OpenAsync("/desk");
        var question = page.Find("form[id^=ask-form] input[type=checkbox]")!;

        await desk.SendAsync(page, "form[id^=ask-form]", (question.GetAttribute("name")!, question.GetAttribute("value")!));
        var again = await desk.OpenAsync("/desk");

        Assert.Equal(ClaimStatus.Asking, (await server.ClaimAsync(claim.Id)).Status);
        Assert.Contains(question.GetAttribute("value")!, again.Find(".proof-answers")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(again.Document.QuerySelectorAll("form[id^=ask-form] input"), other => other.GetAttribute("value") == question.GetAttribute("value"));
    }
}
