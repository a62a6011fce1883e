using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Icons;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Sync;

/// <summary>
/// The kiosk's page as an enrolled device keeps it for when there is no network: the same form, drawn for nobody,
/// without a token or a request id. <c>/service-worker.js</c> names everything that it needs; a change of the
/// program, of the configuration or of the desk is another version, which the device then fetches whole.
/// </summary>
internal sealed class KioskShell(ConfigStore config, EnrolledDevice devices, LikelyKinds likely, AssetUrls assets, IconSprite icons, IWebHostEnvironment environment)
{
    private const string Page = "/kiosk/shell";
    private static readonly string Build = typeof(KioskShell).Module.ModuleVersionId.ToString("N");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Page, (HttpContext http, KioskShell shell) => shell.PageAsync(http));
        app.MapGet("/service-worker.js", (HttpContext http, KioskShell shell) => shell.WorkerAsync(http));
    }

    private async Task<IResult> PageAsync(HttpContext http)
    {
        if (await devices.FromAsync(http) is not { } device)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        // Whoever is signed in, nothing of them may be in what stays on the device.
        http.User = new ClaimsPrincipal();
        var venue = config.Current;
        return Render.Page<KioskPage>(new
        {
            Start = new KioskStart(new ItemTyped(), "", PlaceFrom.Nowhere),
            Likely = await likely.AtAsync(device.Desk, venue),
            Choices = ItemChoices.Of(venue, device.Desk),
            Device = KioskDevice.Of(venue, by: null),
            Kept = Array.Empty<KeptPhoto>(),
        });
    }

    private async Task<IResult> WorkerAsync(HttpContext http)
    {
        var script = environment.WebRootFileProvider.GetFileInfo("dist/serviceWorker.js");
        if (!script.Exists || await devices.FromAsync(http) is not { } device)
            return Results.NotFound();
        using var reader = new StreamReader(script.CreateReadStream());
        var venue = config.Current;
        var addresses = Addresses(venue);
        var shell = JsonSerializer.Serialize(new { version = VersionOf(venue, device, addresses), page = Page, addresses });
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text($"const SHELL = {shell};\n{await reader.ReadToEndAsync(http.RequestAborted)}", "text/javascript", Encoding.UTF8);
    }

    /// <summary>All with their content's hash, so that what is kept under one of them never changes.</summary>
    private string[] Addresses(VenueConfig venue) =>
    [
        assets["/dist/app.css"], assets["/dist/staff-style.css"], assets["/dist/kiosk.js"], assets["/favicon.svg"],
        new PageContext { VenueName = "", AccentHash = venue.Stylesheet.Hash }.VenueStylesheet,
        KioskDevice.Of(venue, by: null).LabelStylesheet,
        $"/icons/ui.svg?v={icons.Interface.Hash}", $"/icons/emoji.svg?v={icons.Emoji.Hash}",
    ];

    private static string VersionOf(VenueConfig venue, Device device, string[] addresses) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Build, venue.Version, device.Desk, .. addresses])))[..8]);
}
