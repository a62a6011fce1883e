using LostFound.Browser.Tests.Browsing;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>Every component in every state, in both writing directions.</summary>
public sealed class GalleryTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override string[] Settings => ["--environment", "Development"];

    [Theory]
    [InlineData("/dev/gallery")]
    [InlineData("/dev/gallery/claim")]
    [InlineData("/dev/gallery/desk")]
    [InlineData("/dev/gallery/kiosk")]
    public async Task The_gallery_is_clean_in_both_writing_directions(string address)
    {
        var visitor = await VisitAsync(Device.DeskScreen);
        foreach (var direction in (string[])["ltr", "rtl"])
        {
            await visitor.Page.GotoAsync($"{address}?dir={direction}");
            await visitor.LookAsync();
        }
    }
}
