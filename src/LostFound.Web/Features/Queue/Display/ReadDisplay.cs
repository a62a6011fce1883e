using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Notices;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Display;

/// <summary>Reads a desk's line as the wall shows it.</summary>
public sealed class ReadDisplay(LineSnapshots lines, ReadNoticesUp notices, ConfigStore config, TimeProvider clock, Words say)
{
    /// <summary>Changes with every build of the program.</summary>
    private static readonly string Build = typeof(ReadDisplay).Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>Null when there is no such desk.</summary>
    public async Task<DisplayModel?> HandleAsync(string desk)
    {
        var venue = config.Current;
        if (venue.Desk(desk) is not { } known)
            return null;
        var line = await lines.CurrentAsync(desk);
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime, say.Language);
        var day = venue.Clock.BusinessDay(time.NowUtc).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return new DisplayModel
        {
            Venue = time,
            Desk = desk,
            DeskName = known.NameIn(say),
            Sequence = line.Sequence,
            PageKey = $"{Build}-{venue.Version[..Math.Min(12, venue.Version.Length)]}-{day}",
            Calls = [.. line.Called
                .Where(c => c.State is TicketState.Called or TicketState.Serving)
                .Select(c => new DisplayCall(c.Number, c.CounterNumber, c.CalledAgainAt ?? c.CalledAt, c.State == TicketState.Called))
                .OrderByDescending(c => c.At)],
            Kept = [.. line.Called.Where(c => c is { State: TicketState.Kept, KeptUntil: not null }).Select(c => new DisplayKept(c.Number, c.KeptUntil!.Value))],
            // With nobody at a counter any number would be a guess.
            Waits = line.CountersOpen == 0 ? [] : [.. Enum.GetValues<Lane>().Select(lane => new DisplayWait(Label(lane), Minutes(line, lane, time.NowUtc)))],
            Waiting = line.Line.Count,
            Notice = Notice(line, venue, time),
            Told = await notices.ForWallAsync(venue, time),
        };
    }

    private static string Minutes(LineSnapshot line, Lane lane, DateTime now) => line.TellNewcomer(lane, now) is { } told
        ? told.FromMinutes == told.ToMinutes ? string.Create(CultureInfo.InvariantCulture, $"{told.ToMinutes}") : string.Create(CultureInfo.InvariantCulture, $"{told.FromMinutes}–{told.ToMinutes}")
        : "";

    private string Label(Lane lane) => lane switch
    {
        Lane.Report => say["display.report"],
        Lane.Collect => say["display.collect"],
        Lane.SecondContact => say["display.second"],
    };

    private DisplayNotice? Notice(LineSnapshot line, VenueConfig venue, VenueTime time)
    {
        if (line.CountersOpen == 0 && !venue.Clock.IsOpen(time.NowUtc))
            return new DisplayNotice(say["display.closed-title"], say["display.closed", ("time", time.Describe(venue.Clock.CurrentOrNextOpening(time.NowUtc).OpensUtc))]);
        if (line.CountersOpen == 0)
        {
            return line.Counters.Any(c => c.State == CounterState.Paused)
                ? new DisplayNotice(say["display.pause-title"], say["display.pause"])
                : new DisplayNotice(say["display.no-counter-title"], say["display.no-counter"]);
        }
        return line.CallsAtOnce ? new DisplayNotice(say["display.nobody-title"], say["display.nobody"]) : null;
    }
}
