using LostFound.Web.Configuration.Files;
using LostFound.Web.Shared.Ui;
using Microsoft.Playwright;

namespace LostFound.Browser.Tests.Browsing;

/// <summary>A label held before the camera: its code on paper, as a frame of the camera's size.</summary>
internal static class QrFrame
{
    public static async Task<byte[]> OfAsync(IPage page, string text)
    {
        var shape = QrShape.Of(text, QrErrorCorrection.Medium);
        var sheet = await page.Context.NewPageAsync();
        await sheet.SetViewportSizeAsync(FakeCamera.Width, FakeCamera.Height);
        await sheet.SetContentAsync($"""
            <body style="margin:0;background:#cfc8bd;display:grid;place-items:center;height:100vh">
              <svg viewBox="0 0 {shape.Size} {shape.Size}" width="340" style="background:#fff" shape-rendering="crispEdges"><path d="{shape.Path}"/></svg>
            """);
        var frame = await sheet.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 90 });
        await sheet.CloseAsync();
        return frame;
    }
}
