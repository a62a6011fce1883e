using LostFound.Browser.Tests.Browsing;
using LostFound.Browser.Tests.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LostFound.Browser.Tests.Journeys;

/// <summary>The desk's camera reads the label that the kiosk printed.</summary>
public sealed class ScanTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_camera_reads_a_label_and_the_item_appears()
    {
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/kiosk");
        await desk.TakePhotoAsync();
        await desk.FillInAsync(new Find());
        await desk.SendAsync();
        var tag = await desk.LabelAsync();
        Camera.Show(await PictureOfLabelAsync(desk.Page));

        await desk.Page.GotoAsync("/desk");
        await desk.ScanByCameraAsync();
        var item = await desk.ScannedAsync(tag);
        await Expect(item).ToContainTextAsync(new Find().Description);
        await desk.Visitor.LookAsync();
        await desk.StopCameraAsync();
    }

    [Fact]
    public async Task A_scanner_that_types_is_understood_while_the_focus_is_in_another_field()
    {
        var desk = await StaffAsync();
        await desk.Page.GotoAsync("/kiosk");
        await desk.TakePhotoAsync();
        await desk.FillInAsync(new Find());
        await desk.SendAsync();
        var tag = await desk.LabelAsync();

        await desk.Page.GotoAsync("/scan");
        await desk.Page.Locator("input[name=code]").FillAsync("half-typed");
        await desk.ScanByWedgeAsync(tag);
        await desk.ScannedAsync(tag);
        await desk.Visitor.LookAsync();
    }

    /// <summary>As a camera sees it: the label page in a frame of the camera's size.</summary>
    private static async Task<byte[]> PictureOfLabelAsync(IPage page)
    {
        await page.SetViewportSizeAsync(FakeCamera.Width, FakeCamera.Height);
        await page.Locator(".label-qr").ScrollIntoViewIfNeededAsync();
        return await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 90 });
    }
}
