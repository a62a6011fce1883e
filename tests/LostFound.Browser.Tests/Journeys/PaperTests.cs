using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using LostFound.Web.Features.Items;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>What comes out of the label printer.</summary>
public sealed partial class PaperTests(Chromium chromium) : BrowserTest(chromium)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // Chromium lays pages out in whole CSS pixels of three quarters of a point.
    private const double Rounding = 0.75;

    [Theory]
    [InlineData("Knapsack")]
    [InlineData("Very large and heavy knapsack with many pockets, straps and buckles, a rain cover, two bottle holders and a long text that a label must cut off")]
    public async Task The_label_is_one_page_as_wide_as_the_roll(string description)
    {
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/kiosk");
        await desk.TakePhotoAsync();
        await desk.FillInAsync(new Find());
        await desk.Page.Locator($"#{ItemFields.Description}").FillAsync(description);
        await desk.SendAsync();
        await desk.LabelAsync();

        var pdf = Encoding.Latin1.GetString(await desk.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        var page = Assert.Single(MediaBox().Matches(pdf));
        Assert.InRange(Number(page, "width"), (62 * PointsPerMillimetre) - Rounding, (62 * PointsPerMillimetre) + Rounding);
        Assert.InRange(Number(page, "height"), (40 * PointsPerMillimetre) - Rounding, (40 * PointsPerMillimetre) + Rounding);
    }

    private static double Number(Match page, string name) => double.Parse(page.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox \[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaBox();
}
