using System.Security.Cryptography;
using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Sync;

/// <summary>What the kiosk's page must know to go on without the server: whose clock, how labels look, who is there.</summary>
/// <param name="PersonId">Null in the shell, which the device keeps: it holds nothing of anyone.</param>
/// <param name="PublicUrl">Where labels lead to; null when that is wherever the device reached the server.</param>
public sealed record KioskDevice(string TimeZone, LabelsFile Labels, string? PublicUrl, Guid? PersonId, string? PersonName)
{
    /// <summary>The server's time while it draws the page, by which the device corrects its own; null in the shell.</summary>
    public DateTime? Now { get; init; }

    public bool IsShell => PersonId is null;

    /// <summary>The label's size, under an address that changes with it, so that a device may keep it.</summary>
    public string LabelStylesheet => $"/label.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ItemLabel.StylesheetOf(Labels)))[..5])}";

    public static KioskDevice Of(VenueConfig venue, Actor? by) =>
        new(venue.Venue.TimeZone, venue.Labels, venue.Venue.PublicUrl is { Length: > 0 } set ? set : null, by?.StaffId, by?.StaffName);
}
