using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Claims;

public sealed class FileClaimTests : ServerTest
{
    private Browser guest = null!;

    protected override Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Sending_many_times_at_once_makes_one_claim_with_one_link()
    {
        var check = await guest.AnswerUpToAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => guest.SendAsync(check, GuestBrowser.Form)));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(pages.Select(page => page.Address).Distinct());
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Claims.CountAsync()));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync()));
    }

    [Fact]
    public async Task Back_and_resend_leads_to_the_same_claim_even_after_a_restart()
    {
        var check = await guest.AnswerUpToAsync();
        var first = await guest.SendAsync(check, GuestBrowser.Form);
        await Server.RestartAsync("--urls", Server.Address.ToString());

        Assert.Equal(first.Address, (await guest.OpenAsync("/claim/check")).Address);
        Assert.Equal(first.Address, (await guest.SendAsync(check, GuestBrowser.Form)).Address);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task A_second_loss_is_a_second_claim()
    {
        var first = await guest.FileClaimAsync();
        var second = await guest.FileClaimAsync();

        Assert.NotEqual(first.Address, second.Address);
        Assert.Equal(2, await Server.Store.ReadAsync(db => db.Claims.Select(c => c.Reference).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_form_that_nobody_kept_says_so_with_a_way_on()
    {
        var check = await guest.AnswerUpToAsync();
        Server.Clock.Advance(TimeSpan.FromHours(25));

        var gone = await guest.SendAsync(check, GuestBrowser.Form);

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Equal("/claim/what", gone.Find("main a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_expired_last_page_asks_once_more_and_then_files()
    {
        var check = await guest.AnswerUpToAsync();
        guest.Jar.Forget("lostfound-form");

        var again = await guest.SendAsync(check, GuestBrowser.Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.StartsWith("/c/", (await guest.SendAsync(again, GuestBrowser.Form)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void References_are_short_and_cannot_be_misheard()
    {
        var made = Enumerable.Range(0, 500).Select(_ => ClaimReference.Make()).ToList();

        Assert.All(made, reference => Assert.Matches("^[234679CDFHJKMNPQRTVWXY]{3}-[234679CDFHJKMNPQRTVWXY]{4}$", reference));
        Assert.All(made, reference => Assert.Equal(reference, ClaimReference.Parse($" {reference.Replace('-', ' ').ToLowerInvariant()}")));
        Assert.Null(ClaimReference.Parse("K7M-4QX"));
        Assert.Null(ClaimReference.Parse("OOO-1111"));
    }
}
