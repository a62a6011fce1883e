using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims;

/// <summary>What a claim says, in words for people: the form's last page, the guest's page and the desk share them.</summary>
public sealed class ClaimWords(VenueConfig venue, DateTime nowUtc)
{
    private const string NotSure = "Not sure";

    public VenueTime Time { get; } = new(venue.TimeZone, nowUtc);

    // A claim outlives the configuration it was made under; its own key is better than nothing.
    public string Category(string? key) => key is null ? NotSure : venue.Category(key)?.Name ?? key;

    public string Colours(string[] keys) => Listed(keys.Select(key => venue.Colour(key)?.Name ?? key));

    public string Places(string[] keys) => Listed(keys.Select(key => venue.Place(key)?.Name ?? key));

    /// <summary>"Sat 4 Jul, 12:00 – 15:00"; with both days where they differ.</summary>
    public string Between(DateTime? fromUtc, DateTime? toUtc)
    {
        if (fromUtc is not { } from || toUtc is not { } to)
            return NotSure;
        var (first, last) = (Time.ToLocal(from), Time.ToLocal(to));
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return first.Date == last.Date
            ? string.Create(culture, $"{first:ddd d MMM, HH:mm} – {last:HH:mm}")
            : string.Create(culture, $"{first:ddd d MMM, HH:mm} – {last:ddd d MMM, HH:mm}");
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : NotSure;
}
