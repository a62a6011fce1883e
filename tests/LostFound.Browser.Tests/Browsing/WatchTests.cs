using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>The guards of all other tests, held to what they promise: each finds a fault that is planted.</summary>
public sealed class WatchTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("() => document.body.setAttribute('style', 'color: red')", "policy violation: style-src")]
    [InlineData("() => { setTimeout(() => { throw new Error('planted'); }); }", "exception: .*planted")]
    [InlineData("() => fetch('/no/such/page')", "console: .*404")]
    [InlineData("() => { fetch('http://127.0.0.1:1/').catch(() => undefined); }", "policy violation: connect-src")]
    public async Task A_planted_fault_is_noted(string fault, string noted)
    {
        var visitor = await VisitAsync(Device.DeskScreen);
        await visitor.Page.GotoAsync("/");
        Assert.Empty(visitor.Watch.Problems);

        await visitor.Page.EvaluateAsync(fault);

        using var patience = new CancellationTokenSource(Patience.Milliseconds);
        while (!visitor.Watch.Problems.Any(problem => Regex.IsMatch(problem, noted, default, TimeSpan.FromSeconds(1))))
            await Task.Delay(Patience.BetweenLooks, patience.Token);
        visitor.Watch.Expect(".");
    }

    [Fact]
    public async Task A_picture_without_words_is_found_by_axe()
    {
        var visitor = await VisitAsync(Device.DeskScreen);
        await visitor.Page.GotoAsync("/");
        await visitor.LookAsync();

        await visitor.Page.EvaluateAsync("() => { const picture = new Image(); picture.src = '/favicon.svg'; document.querySelector('main').append(picture); }");

        var found = await Assert.ThrowsAsync<TrueException>(visitor.LookAsync);
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
    }
}
