using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims;

/// <summary>What a claim says, in words for people: the form's last page, the guest's page and the desk share them.</summary>
public sealed class ClaimWords(VenueConfig venue, DateTime nowUtc, Words words)
{
    public VenueTime Time { get; } = new(venue.TimeZone, nowUtc, words.Language);

    private string NotSure => words["status.not-sure"];

    // A claim outlives the configuration it was made under; its own key is better than nothing.
    public string Category(string? key) => key is null ? NotSure : venue.Category(key)?.NameIn(words) ?? key;

    public string Colours(string[] keys) => Listed(keys.Select(key => venue.Colour(key)?.NameIn(words) ?? key));

    public string Places(string[] keys) => Listed(keys.Select(key => venue.Place(key)?.NameIn(words) ?? key));

    /// <summary>"Sat 4 Jul, 12:00 – 15:00"; with both days where they differ.</summary>
    public string Between(DateTime? fromUtc, DateTime? toUtc)
    {
        if (fromUtc is not { } from || toUtc is not { } to)
            return NotSure;
        var (first, last) = (Time.ToLocal(from), Time.ToLocal(to));
        var language = words.Language;
        var end = first.Date == last.Date ? language.Time(last) : language.DayAndTime(last);
        return $"{language.DayAndTime(first)} – {end}";
    }

    private string Listed(IEnumerable<string> names) =>
        names.Aggregate((string?)null, (list, name) => list is null ? name : words["status.list-comma", ("first", list), ("next", name)]) ?? NotSure;
}
