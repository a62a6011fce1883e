using QRCoder;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>The enrolment link as a QR code.</summary>
internal static class EnrolmentQr
{
    private const int PixelsPerModule = 1;

    /// <summary>In capitals: schemes, hosts and our addresses do not mind, and the code needs fewer, larger modules.</summary>
    public static string Svg(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link.ToUpperInvariant(), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        // Black on white in dark mode too: many readers cannot see an inverted code.
        return svg.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
