using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

public sealed class ClaimPageTests : ServerTest
{
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Desk 1", "main");

    private Browser guest = null!;

    protected override Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_token_that_opens_nothing_gets_the_same_answer()
    {
        var real = (await guest.FileClaimAsync()).Token();
        var wrong = (real[0] == 'A' ? 'B' : 'A') + real[1..];
        var answers = new List<string>();
        foreach (var token in new[] { wrong, "short", "not%20base64!!!!!!!!!!!", "AAAAAAAAAAAAAAAAAAAAAA", new string('x', 3000), "~" })
        {
            foreach (var part in new[] { "", "/status", "/withdraw" })
            {
                using var stranger = Server.NewBrowser();
                var page = await stranger.OpenAsync($"/c/{token}{part}");
                var headers = page.Response.Headers.Concat(page.Response.Content.Headers)
                    .Where(h => h.Key is not "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal);
                answers.Add($"{page.Status}\n{string.Join('\n', headers)}\n{page.Html}");
            }
        }

        Assert.StartsWith("NotFound", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_is_kept_from_caches_referrers_and_search_engines()
    {
        var page = await guest.FileClaimAsync();

        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", page.Response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.DoesNotContain("yellow duck", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Yuki", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_alone_is_answered_again_only_when_it_changed()
    {
        var address = (await guest.FileClaimAsync()).Address.AbsolutePath + "/status";
        var first = await guest.Http.GetAsync(address);
        var etag = first.Headers.ETag!;
        Assert.Contains("<h1>", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotModified, (await AskAgainAsync(address, etag.Tag)).StatusCode);

        await AskAsync("What is inside it?");
        var changed = await AskAgainAsync(address, etag.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Headers.ETag);
        Assert.Contains("We have a question for you.", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_once_and_the_looking_goes_on()
    {
        var claim = await guest.FileClaimAsync();
        await AskAsync("What is in the smallest pocket?");
        var asking = await guest.OpenAsync(claim.Address.AbsolutePath);
        Assert.Equal("We have a question for you.", asking.Headline);

        var after = await guest.SendAsync(asking, "form.question", ("answer", "Two tickets & a <b>bold</b> key"));

        Assert.Equal("We're looking. Next word by 19:00.", after.Headline);
        Assert.Null(after.Find("form.question"));
        var question = await Server.Store.ReadAsync(db => db.ProofQuestions.SingleAsync());
        Assert.Equal("Two tickets & a <b>bold</b> key", question.Answer);

        var second = await guest.SendAsync(asking, "form.question", ("answer", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("kept the first answer", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.SendAsync(asking, "form.question", ("answer", "Two tickets & a <b>bold</b> key"))).Status);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.Answered)));
    }

    [Fact]
    public async Task An_answer_too_long_or_empty_or_late_keeps_what_was_typed()
    {
        var claim = await guest.FileClaimAsync();
        await AskAsync("What is inside it?");
        var asking = await guest.OpenAsync(claim.Address.AbsolutePath);
        var typed = new string('a', ClaimLimits.MaxAnswer + 1);

        var tooLong = await guest.SendAsync(asking, "form.question", ("answer", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.Equal(typed, tooLong.Find("form.question textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.SendAsync(asking, "form.question", ("answer", "  "))).Status);

        guest.Jar.Forget("lostfound-form");
        var expired = await guest.SendAsync(asking, "form.question", ("answer", "A red pencil"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, expired.Status);
        Assert.Equal("A red pencil", expired.Find("form.question textarea")!.TextContent);
    }

    [Fact]
    public async Task Two_questions_wait_for_two_answers()
    {
        var claim = await guest.FileClaimAsync();
        await AskAsync("What is inside it?");
        await AskAsync("How does it close?");
        await AskAsync("How does it close?");
        Assert.Equal(2, await Server.Store.ReadAsync(db => db.ProofQuestions.CountAsync()));

        var page = await guest.SendAsync(await guest.OpenAsync(claim.Address.AbsolutePath), "form.question", ("answer", "Apples"));
        Assert.Equal("We have a question for you.", page.Headline);
        page = await guest.SendAsync(page, "form.question", ("answer", "With a buckle"));
        Assert.StartsWith("We're looking.", page.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_called_is_told_where_and_what_to_bring()
    {
        var page = await guest.FileClaimAsync();
        var claim = await Server.Store.OnlyClaimAsync();
        await Server.Store.SetStatusAsync(claim.Id, ClaimStatus.ReadyToCollect);

        page = await guest.OpenAsync(page.Address.AbsolutePath);

        Assert.Equal("Good news: we think we have it. Please come to the Guest Services desk.", page.Headline);
        Assert.Contains("Open now, until Sun 5 Jul, 00:30", page.Text, StringComparison.Ordinal);
        Assert.Contains("something with your name", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_closes_the_claim_after_being_asked_and_the_item_is_free_again()
    {
        var page = await guest.FileClaimAsync();
        var claim = await Server.Store.OnlyClaimAsync();
        var item = await HoldItemAsync(claim.Id);
        await Server.Store.SetStatusAsync(claim.Id, ClaimStatus.ReadyToCollect);
        var confirm = await guest.OpenAsync(page.Address.AbsolutePath + "/withdraw");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.SendAsync(confirm, "form#withdraw")).Status);

        var closed = await guest.SendAsync(confirm, "form#withdraw", ("reason", "found"));

        Assert.Equal("You found it. How good!", closed.Headline);
        Assert.Equal(ClaimStatus.Withdrawn, (await Server.Store.OnlyClaimAsync()).Status);
        var free = await Server.Store.ReadAsync(db => db.Items.SingleAsync(i => i.Id == item));
        Assert.Equal((ItemStatus.InStorage, null), (free.Status, free.ClaimId));
        Assert.Equal(CustodyKind.Released, (await Server.Store.ReadAsync(db => db.CustodyEvents.SingleAsync())).Kind);
        Assert.True((await CustodyChain.VerifyAsync(Server.Store)).IsWhole);
        Assert.Equal(HttpStatusCode.OK, (await guest.SendAsync(confirm, "form#withdraw", ("reason", "found"))).Status);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.FoundByGuest)));
    }

    [Fact]
    public async Task What_was_handed_over_cannot_be_closed_any_more()
    {
        var page = await guest.FileClaimAsync();
        var confirm = await guest.OpenAsync(page.Address.AbsolutePath + "/withdraw");
        await Server.Store.SetStatusAsync((await Server.Store.OnlyClaimAsync()).Id, ClaimStatus.Collected);

        Assert.Equal(HttpStatusCode.Conflict, (await guest.SendAsync(confirm, "form#withdraw", ("reason", "no-longer"))).Status);
        Assert.Equal("It’s back with you.", (await guest.OpenAsync(page.Address.AbsolutePath)).Headline);
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string address, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await guest.Http.SendAsync(request);
    }

    private async Task AskAsync(string question)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var claim = await Server.Store.OnlyClaimAsync();
        Assert.True((await scope.ServiceProvider.GetRequiredService<AskGuest>().HandleAsync(claim.Id, [question], Maya, default)).Succeeded);
    }

    private async Task<Guid> HoldItemAsync(Guid claimId)
    {
        var item = new Item { Id = Guid.NewGuid(), Tag = "TAGTAGTA", Category = "backpack", Colours = ["navy"], Place = "carousel", FoundAt = Server.Clock.GetUtcNow().UtcDateTime, RegisteredAt = Server.Clock.GetUtcNow().UtcDateTime, Desk = "main", Status = ItemStatus.OnHold, ClaimId = claimId, NeedsMatching = false, SearchText = "" };
        await Server.Store.WriteAsync(db =>
        {
            db.Items.Add(item);
            return Task.CompletedTask;
        }, default);
        return item.Id;
    }
}
