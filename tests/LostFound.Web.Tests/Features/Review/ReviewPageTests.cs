using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Features.Review;

public sealed class ReviewPageTests() : SignedInTest(StaffRole.Supervisor, "Ines")
{
    [Fact]
    public async Task Before_anything_happened_it_says_so()
    {
        var page = await Agent.OpenAsync("/board/review");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nothing to look back on in these days.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_wrong_stands_there_with_why_and_leads_to_the_claim()
    {
        var claim = await CloseAsync(2, "I asked three times");

        var page = await Agent.OpenAsync("/board/review");

        var link = page.Find(".worst .row-link")!;
        Assert.Equal($"/claims/{claim.Id}", link.GetAttribute("href"));
        Assert.Contains("Rated 2 of 5", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("I asked three times", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 1", page.Find(".review-stats")!.TextContent, StringComparison.Ordinal);
        // A single one is no hundred per cent.
        Assert.DoesNotContain("100 %", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_sorted_by_a_link_in_its_head_and_comes_as_a_spreadsheet()
    {
        await CloseAsync(5);
        var sorted = await Agent.OpenAsync("/board/review?range=28&by=places&sort=rating");
        Assert.Equal("descending", sorted.Find("#places th[aria-sort]")!.GetAttribute("aria-sort"));

        var csv = await Agent.Http.GetAsync(sorted.Find("#places a[download]")!.GetAttribute("href"));

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = (await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"Place\",claims filed", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,5.00", lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Agent.OpenAsync("/board/review/staff.csv")).Status);
    }

    [Fact]
    public async Task What_was_changed_is_written_down_once_marked_on_the_plots_and_can_be_withdrawn()
    {
        await CloseAsync(4);
        var form = await Agent.OpenAsync("/board/review");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Agent.SendAsync(form, "form#note-change", ("words", " "))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Agent.SendAsync(form, "form#note-change", ("words", "Later"), ("day", "2026-07-05"))).Status);

        Page noted = form;
        for (var i = 0; i < 2; i++)
            noted = await Agent.SendAsync(form, "form#note-change", ("words", "A second counter from two o’clock"), ("day", "2026-07-02"));

        Assert.Single(noted.Document.QuerySelectorAll(".change-list li"));
        Assert.Equal("1", noted.Find(".review-plot .mark-number")!.TextContent);

        var withdrawn = await Agent.SendAsync(noted, ".change-list form");

        Assert.Empty(withdrawn.Document.QuerySelectorAll(".change-list li"));
        var row = await Server.Store.ReadAsync(db => db.ChangesMade.SingleAsync());
        Assert.Equal(("Ines", "Ines"), (row.StaffName, row.WithdrawnBy));
    }

    [Fact]
    public async Task It_is_for_supervisors()
    {
        var agent = await Server.SignInAsync(StaffRole.Agent, "Maya", "Desk 2");
        Assert.NotEqual("Review", (await agent.OpenAsync("/board/review")).Headline);
    }

    private async Task<Claim> CloseAsync(int rating, string words = "")
    {
        var claim = await Server.AddClaimAsync();
        await Server.Store.WriteAsync(async db =>
        {
            var now = Server.Clock.GetUtcNow().UtcDateTime;
            await db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Collected).SetProperty(c => c.ClosedAt, now));
            db.Feedback.Add(new GuestFeedback { ClaimId = claim.Id, Rating = rating, OwnWords = words, GivenAt = now });
        }, default);
        return claim;
    }
}
