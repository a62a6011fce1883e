using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Promises;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Promises;

public sealed class KeepPromisesTests : ServerTest
{
    private Browser guest = null!;
    private string address = "";

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        // Promised by 19:00 at the venue; it is 15:00 now.
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
        await Server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.NeedsMatching, false)), default);
    }

    [Fact]
    public async Task The_word_comes_before_the_promised_time_and_makes_the_next_promise()
    {
        Server.Clock.Advance(TimeSpan.FromMinutes(229));
        await SweepAsync();
        Assert.Equal(1, await EventsAsync());

        Server.Clock.Advance(TimeSpan.FromMinutes(2));
        await SweepAsync();
        await SweepAsync();

        var told = await Server.Store.ReadAsync(db => db.ClaimEvents.SingleAsync(e => e.Kind == ClaimEventKind.NothingYet));
        var claim = await Server.Store.OnlyClaimAsync();
        Assert.True(told.At < new DateTime(2026, 7, 4, 18, 0, 0, DateTimeKind.Utc));
        Assert.Equal(new DateTime(2026, 7, 5, 18, 0, 0, DateTimeKind.Utc), claim.NextWordBy);
        var page = await guest.OpenAsync(address);
        Assert.Equal("Nothing has turned up yet, and we're still looking. Next word by Sun 5 Jul, 19:00.", page.Headline);
        Assert.Contains("with everything handed in until 18:51", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sorry", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_claim_not_yet_compared_is_not_said_to_be()
    {
        await Server.Store.WriteAsync(db => db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.NeedsMatching, true)), default);
        Server.Clock.Advance(TimeSpan.FromMinutes(235));
        await SweepAsync();

        var told = await Server.Store.ReadAsync(db => db.ClaimEvents.SingleAsync(e => e.Kind == ClaimEventKind.NothingYet));
        var claim = await Server.Store.OnlyClaimAsync();
        // The matcher works in the background here as it does at a venue: either is honest, by what had been done.
        Assert.True(told.ComparedUntil is null || !claim.NeedsMatching);
    }

    [Theory]
    [InlineData(ClaimStatus.Collected)]
    [InlineData(ClaimStatus.Withdrawn)]
    public async Task Nobody_is_told_nothing_yet_about_a_claim_that_is_closed(ClaimStatus status)
    {
        var claim = await Server.Store.OnlyClaimAsync();
        await Server.Store.SetStatusAsync(claim.Id, status);
        Server.Clock.Advance(TimeSpan.FromHours(5));
        await SweepAsync();

        Assert.Equal(1, await EventsAsync());
    }

    private Task<int> SweepAsync() => Server.Services.GetRequiredService<KeepPromises>().SweepAsync(default);

    private Task<int> EventsAsync() => Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync());
}
