using System.Globalization;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>What venue.json must hold beyond its schema.</summary>
internal static class VenueChecks
{
    private const string File = FileNames.Venue;

    public static void Check(ConfigFiles files, CheckReport report)
    {
        CheckTimeZone(files.Venue, report);
        CheckAccent(files.Venue, report);
        CheckPublicUrl(files.Venue, report);
        CheckOpeningHours(files.Venue.OpeningHours, report);
        CheckCash(files, report);
        CheckQueue(files.Venue.Queue, report);

        var desks = files.Venue.Desks;
        var places = files.Places.Zones.SelectMany(zone => zone.Places).Select(place => place.Key).ToList();
        report.MustDiffer(File, "desk", desks.Select((desk, i) => (ConfigPath.Of("desks", i, "key"), desk.Key)));
        for (var i = 0; i < desks.Count; i++)
        {
            report.MustExist(File, ConfigPath.Of("desks", i, "place"), "place", desks[i].Place, places, FileNames.Places);
        }
    }

    private static void CheckTimeZone(VenueFile venue, CheckReport report)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(venue.TimeZone, out var zone) && zone.HasIanaId)
        {
            return;
        }

        var known = TimeZoneInfo.GetSystemTimeZones(skipSorting: true).Select(other => other.Id);
        report.Add(File, "timeZone", $"There is no time zone '{venue.TimeZone}'. Write one like Europe/London.{DidYouMean.Hint(venue.TimeZone, known)}");
    }

    private static void CheckAccent(VenueFile venue, CheckReport report)
    {
        var contrast = HexColour.Parse(venue.Accent).ContrastWith(HexColour.White);
        if (contrast < HexColour.ReadableContrast)
        {
            // Rounded down, so that 4.496 does not read "4.50, and it must be 4.5".
            var shown = Math.Floor(contrast * 100) / 100;
            report.Add(File, "accent", string.Create(CultureInfo.InvariantCulture, $"White text on {venue.Accent} is hard to read: the contrast is {shown:0.00} to 1, and must be {HexColour.ReadableContrast} or more. Choose a darker colour."));
        }
    }

    private static void CheckPublicUrl(VenueFile venue, CheckReport report)
    {
        if (venue.PublicUrl.Length > 0 && !Uri.TryCreate(venue.PublicUrl, UriKind.Absolute, out _))
        {
            report.Add(File, "publicUrl", $"'{venue.PublicUrl}' is not an address. Write it like https://lost.example.org, or leave it empty.");
        }
    }

    private static void CheckCash(ConfigFiles files, CheckReport report)
    {
        // Over both lists: a count has one field a value, and nobody could tell two of them apart later.
        report.MustDiffer(File, "piece of money", Values("cash.notes", files.Venue.Cash.Notes).Concat(Values("cash.coins", files.Venue.Cash.Coins)));
        if (files.Retention.Classes.Any(kept => kept.Safe) && !files.Bins.Bins.Any(bin => bin.Kind == BinKind.Safe))
        {
            report.Add(FileNames.Bins, "bins", $"{FileNames.Retention} says that some things are kept in a safe, and no bin here is of kind safe.");
        }
    }

    private static void CheckQueue(QueueRules? rules, CheckReport report)
    {
        // Waiting longer between two calls than for the guest afterwards would leave the counter idle for nothing.
        if (rules is not null && rules.CallAgainMinutes > rules.HoldMinutes)
        {
            report.Add(File, "queue.callAgainMinutes", string.Create(CultureInfo.InvariantCulture, $"A second call after {rules.CallAgainMinutes} minutes comes later than a place is kept ({rules.HoldMinutes} minutes, holdMinutes). Take a shorter time."));
        }
    }

    private static IEnumerable<(string Path, string Key)> Values(string list, IEnumerable<decimal> values) =>
        values.Select((value, i) => (ConfigPath.Join(list, i), value.ToString("0.###", CultureInfo.InvariantCulture)));

    private static void CheckOpeningHours(OpeningHours hours, CheckReport report)
    {
        var before = report.Problems.Count;
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            CheckDay(hours.On(day), PathOf(day), report);
        }

        if (report.Problems.Count > before)
        {
            return;
        }

        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var next = (DayOfWeek)(((int)day + 1) % 7);
            if (hours.On(day).AfterMidnight && hours.On(day).Close > hours.On(next).Open)
            {
                report.Add(File, PathOf(day) + ".close", $"{day} closes at {Clock(hours.On(day).Close)}, when {next} has been open since {Clock(hours.On(next).Open)}.");
            }
        }

        if (Enum.GetValues<DayOfWeek>().All(day => hours.On(day).Closed))
        {
            report.Add(File, "openingHours", "The park is closed on every day. Give at least one day opening hours.");
        }
    }

    private static void CheckDay(DayHours day, string path, CheckReport report)
    {
        if (day.Closed)
        {
            if (day.Open is not null || day.Close is not null || day.AfterMidnight)
            {
                report.Add(File, path, "A closed day has no hours. Take away either \"closed\" or the hours.");
            }
        }
        else if (day.Open is not { } open || day.Close is not { } close)
        {
            report.Add(File, path, $"'{(day.Open is null ? "open" : "close")}' is missing here. On a day without opening write {{ \"closed\": true }}.");
        }
        else if (!day.AfterMidnight && close <= open)
        {
            report.Add(File, path + ".close", $"It closes at {Clock(close)}, not after it opens at {Clock(open)}. If that is the next day, add \"afterMidnight\": true.");
        }
        else if (day.AfterMidnight && close > open)
        {
            report.Add(File, path + ".close", $"With \"afterMidnight\" the park would be open from {Clock(open)} until {Clock(close)} on the next day, longer than 24 hours. Take \"afterMidnight\" away.");
        }
    }

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string PathOf(DayOfWeek day) => $"openingHours.{day.ToString().ToLowerInvariant()}";
}
