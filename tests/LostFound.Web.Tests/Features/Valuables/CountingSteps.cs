using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Valuables;

/// <summary>Counting as two people do it, one after the other on one device.</summary>
internal static class CountingSteps
{
    /// <summary>£85.20 and twenty euros, into S1 under a seal.</summary>
    public static readonly (string Name, string Value)[] Counted =
    [
        ("count-50", "1"), ("count-20", "1"), ("count-5", "3"), ("count-0-2", "1"),
        ("foreign-1", "EUR"), ("foreign-1-amount", "20"), ("seal", "lb-1001"), ("bin", "S1"),
    ];

    /// <summary>The page for the second person, when nothing was wrong.</summary>
    public static async Task<Page> CountFirstAsync(this Browser browser, Item item, (string Name, string Value)[] counted) =>
        await browser.SendAsync(await browser.OpenAsync($"/items/{item.Id}/valuables"), "form#first-count", counted);

    public static Task<Page> CountSecondAsync(this Browser browser, Page page, StaffMember second, (string Name, string Value)[] counted, string pin = StaffBrowser.Pin) =>
        browser.SendAsync(page, "form#second-count", [.. counted.With("seal").With("bin"), ("second", second.Id.ToString()), ("pin", pin)]);
}
