using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Promises;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Feedback;

public sealed class FeedbackTests : ServerTest
{
    private Browser guest = null!;
    private string address = "";
    private Guid claimId;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
        claimId = (await Server.Store.OnlyClaimAsync()).Id;
        await Server.AddStaffAsync(StaffRole.Supervisor, "Ines");
        await CloseAsync();
    }

    [Fact]
    public async Task Opening_a_link_saves_nothing_whatever_it_says()
    {
        var page = await guest.OpenAsync($"{address}/feedback?rating=5&reasons=KindPeople&whole=yes");
        Assert.Equal("5", page.Find("input[name=rating][checked]")!.GetAttribute("value"));
        var head = await guest.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{address}/feedback?rating=5"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
        // A scanner that posts without having read the page has no token.
        await guest.Http.PostAsync($"{address}/feedback", new FormUrlEncodedContent([KeyValuePair.Create("rating", "5")]));

        Assert.Empty(await SavedAsync());
    }

    [Fact]
    public async Task One_tap_on_the_claims_page_saves_and_the_same_answer_again_changes_nothing()
    {
        var page = await guest.OpenAsync(address);
        var thanks = await guest.SendAsync(page, "form.rate", ("rating", "4"));
        Assert.Equal("Thank you for telling us.", thanks.Headline);
        Assert.Contains("Your answer: Good", thanks.Text, StringComparison.Ordinal);

        await guest.SendAsync(page, "form.rate", ("rating", "4"));

        var saved = Assert.Single(await SavedAsync());
        Assert.Equal((4, null), (saved.Rating, saved.ChangedAt));
        Assert.Contains("You told us how it went: Good", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Promises.CountAsync(p => p.Kind == PromiseKind.CallBack)));
    }

    [Fact]
    public async Task An_answer_may_be_changed_for_a_day_and_then_stands()
    {
        await SendAsync("4", "KindPeople");
        Server.Clock.Advance(TimeSpan.FromHours(23));
        await SendAsync("5", "WentQuickly", "Found within the hour!");
        var changed = Assert.Single(await SavedAsync());
        Assert.Equal((5, "Found within the hour!"), (changed.Rating, changed.OwnWords));
        Assert.Equal(["WentQuickly"], changed.Reasons);

        var form = await guest.OpenAsync($"{address}/feedback");
        Server.Clock.Advance(TimeSpan.FromHours(1));
        var late = await guest.SendAsync(form, "form#feedback", ("rating", "1"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("that answer stands", late.Text, StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(await SavedAsync()).Rating);
        Assert.Null((await guest.OpenAsync($"{address}/feedback")).Find("form#feedback"));
    }

    [Fact]
    public async Task A_bad_answer_is_called_about_the_same_day_by_somebody_with_a_name()
    {
        // It is 15:00 at the venue.
        var thanks = await SendAsync("2", "NobodyTold");

        Assert.Contains("Ines will call you by 18:00.", thanks.Text, StringComparison.Ordinal);
        var promise = await Server.Store.ReadAsync(db => db.Promises.SingleAsync(p => p.Kind == PromiseKind.CallBack));
        Assert.Equal((PromiseCause.BadRating, "Ines", claimId), (promise.Cause, promise.SupervisorName, promise.ClaimId));
        // Better after all: the call stays, and no second one is made when it turns bad again.
        await SendAsync("4");
        await SendAsync("1");
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Promises.CountAsync(p => p.Kind == PromiseKind.CallBack)));
    }

    [Fact]
    public async Task Late_in_the_evening_the_call_is_promised_for_the_next_day_and_said_so()
    {
        // Half an hour before closing, at midnight, there is no time left for a call; the next day opens at nine.
        var clock = Server.Services.GetRequiredService<Web.Configuration.ConfigStore>().Current.Clock;
        var closes = clock.CurrentOrNextOpening(Server.Clock.GetUtcNow().UtcDateTime).ClosesUtc;
        Server.Clock.Advance(closes.AddMinutes(-30) - Server.Clock.GetUtcNow().UtcDateTime);

        Assert.Contains("Ines will call you by 12:00.", (await SendAsync("1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_we_cannot_reach_is_promised_nothing_and_told_so()
    {
        var nobody = Server.Services.GetRequiredService<ContactVault>().Seal(new Contact("Yuki", "", ""));
        await Server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Contact, nobody)), default);

        Assert.Contains("we can’t call you", (await SendAsync("1")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Promises.CountAsync(p => p.Kind == PromiseKind.CallBack)));
    }

    [Fact]
    public async Task Nothing_chosen_is_refused_and_what_was_typed_stays()
    {
        var refused = await guest.SendAsync(await guest.OpenAsync($"{address}/feedback"), "form#feedback", ("words", "It took <long>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose one of the five answers", refused.Text, StringComparison.Ordinal);
        Assert.Equal("It took <long>", refused.Find("textarea")!.TextContent);
        Assert.Empty(await SavedAsync());
    }

    [Fact]
    public async Task A_wrong_token_is_answered_as_everywhere_and_an_open_claim_is_not_rated()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await guest.OpenAsync("/c/AAAAAAAAAAAAAAAAAAAAAA/feedback?rating=1")).Status);
        var form = await guest.OpenAsync($"{address}/feedback");
        await Server.Store.SetStatusAsync(claimId, ClaimStatus.Looking);
        Assert.Equal(HttpStatusCode.Conflict, (await guest.OpenAsync($"{address}/feedback")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await guest.SendAsync(form, "form#feedback", ("rating", "1"))).Status);
        Assert.Empty(await SavedAsync());
    }

    private async Task<Page> SendAsync(string rating, string? reason = null, string words = "")
    {
        var page = await guest.OpenAsync($"{address}/feedback");
        (string, string)[] typed = [("rating", rating), ("words", words)];
        return await guest.SendAsync(page, "form#feedback", reason is null ? typed : [.. typed, ("reasons", reason)]);
    }

    private Task<List<GuestFeedback>> SavedAsync() => Server.Store.ReadAsync(db => db.Feedback.ToListAsync());

    private Task CloseAsync() => Server.Store.WriteAsync(db =>
    {
        var now = Server.Clock.GetUtcNow().UtcDateTime;
        return db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, ClaimStatus.Collected).SetProperty(c => c.ClosedAt, now));
    }, default);
}
