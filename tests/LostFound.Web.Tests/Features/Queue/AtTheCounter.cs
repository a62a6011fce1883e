using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Features.Queue;

/// <summary>What staff do at a counter, through its page.</summary>
internal static class AtTheCounter
{
    public static async Task<Page> OpenCounterAsync(this Browser staff, int number = 1)
    {
        var page = await staff.SendAsync(await staff.OpenAsync("/desk/counter"), "form[action='/desk/counter/open']", ("counter", $"{number}"));
        Assert.Equal($"Counter {number}", page.Find("h1 span")!.TextContent);
        return page;
    }

    /// <summary>Presses a button of the counter's page as it stands.</summary>
    public static Task<Page> PressAsync(this Browser staff, Page page, string action, int number = 1) =>
        staff.SendAsync(page, $"form[action='/desk/counter/{number}/{action}']");

    /// <summary>The big number: of the guest who is there, or of the next.</summary>
    public static string? BigNumber(this Page page) => page.Find(".counter-main .counter-number")?.TextContent;

    public static string[] Waiting(this Page page) => [.. page.Document.QuerySelectorAll("ol.line-rows .line-number").Select(n => n.TextContent)];
}
