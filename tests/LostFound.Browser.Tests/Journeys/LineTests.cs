using System.Diagnostics;
using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Queue;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>Two guests wait on their phones; a counter calls, and both phones say the right thing by themselves.</summary>
public sealed class LineTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly Actor Maya = new(Guid.NewGuid(), "Maya", StaffRole.Agent, Guid.NewGuid(), "Counter 1", "main");

    [Fact]
    public async Task A_call_shows_on_the_phones_within_a_second_and_a_missed_one_keeps_the_place()
    {
        var counter = (await DoAsync<OpenCounter, Outcome<Guid>>(use => use.HandleAsync("main", 1, Maya, default))).Value;
        var (first, second) = (await GuestAsync(), await GuestAsync());
        await JoinAsync(first);
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await JoinAsync(second);
        await Expect(second.Page.Locator("[data-ahead]")).ToHaveTextAsync("1");
        Server.Clock.Advance(TimeSpan.FromSeconds(2));

        var since = Stopwatch.StartNew();
        await DoAsync<CallNext, Outcome<CalledGuest>>(use => use.HandleAsync(counter, Guid.NewGuid(), Maya, default));
        await Expect(first.Headline).ToHaveTextAsync("Come now: counter 1.");
        var called = since.Elapsed;
        await Expect(second.Headline).ToHaveTextAsync("You’re next.");
        Report($"called phone after {called.TotalMilliseconds:F0} ms, the other after {since.Elapsed.TotalMilliseconds:F0} ms");
        // The goal of one second is measured by the benchmark; here a busy machine also runs two browsers.
        Assert.InRange(called, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        await first.Visitor.LookAsync();
        await second.Visitor.LookAsync();
        await first.Visitor.AssertSameDocumentAsync();

        Server.Clock.Advance(TimeSpan.FromMinutes(3));
        await DoAsync<CallAgain, Outcome<DateTime>>(use => use.HandleAsync(counter, Maya, default));
        await Expect(first.Headline).ToHaveTextAsync("We called you twice. Your place is kept until 15:14.");
        await DoAsync<MarkNoShow, Outcome<bool>>(use => use.HandleAsync(counter, Maya, default));
        await first.Visitor.LookAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "I’m here" }).ClickAsync();
        await Expect(first.Headline).ToHaveTextAsync("You’re next.");
        await Expect(second.Page.Locator("[data-pass=CameBack]")).ToBeVisibleAsync();
        await Expect(second.Page.Locator("[data-ahead]")).ToHaveTextAsync("1");
    }

    private async Task JoinAsync(Guest guest)
    {
        await guest.OpenAsync("/q?desk=main");
        await guest.Visitor.LookAsync();
        await guest.Page.Locator("input[name=wish][value=report]").CheckAsync();
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Take my place" }).ClickAsync();
        await guest.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/q/", StringComparison.Ordinal));
        await guest.WaitUntilLiveAsync();
        await guest.Visitor.LookAsync();
        await guest.Visitor.MarkDocumentAsync();
    }

    private async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> act) where THandler : notnull
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
