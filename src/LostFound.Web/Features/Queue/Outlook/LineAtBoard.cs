using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>One desk's line on the board.</summary>
/// <param name="Oldest">How long the one who joined first has waited; null while nobody waits.</param>
/// <param name="P90">What nine of ten who join now wait less than.</param>
/// <param name="Limit">What waits shall stay under, by the venue's settings.</param>
/// <param name="Advice">What to do about the next two hours, or that nothing is needed.</param>
/// <param name="Alarms">What is wrong now, each with what to do.</param>
public sealed record LineAtBoard(
    string Desk, string DeskName, int Waiting, int CountersOpen, TimeSpan? Oldest, TimeSpan P90, TimeSpan Limit,
    IReadOnlyList<ForecastPoint> Points, string Advice, bool AsksForMore, IReadOnlyList<string> Alarms)
{
    public ForecastPoint? Peak => Points.MaxBy(p => p.P90);
}

/// <summary>Reads the lines of all desks that have one now.</summary>
public sealed class ReadLines(LineSnapshots lines, LineOutlooks outlooks, ConfigStore config, TimeProvider clock)
{
    public async Task<IReadOnlyList<LineAtBoard>> HandleAsync()
    {
        var venue = config.Current;
        var all = await Task.WhenAll(venue.Desks.Select(desk => OfDeskAsync(venue, desk)));
        return [.. all.OfType<LineAtBoard>()];
    }

    /// <summary>Null for a desk where nobody waits and nobody serves: it would only take room from the others.</summary>
    private async Task<LineAtBoard?> OfDeskAsync(VenueConfig venue, Configuration.Files.Desk desk)
    {
        var line = await lines.CurrentAsync(desk.Key);
        if (line.Line.Count == 0 && line.Called.Count == 0 && line.Counters.All(c => c.State == CounterState.Closed))
            return null;
        var outlook = await outlooks.CurrentAsync(line);
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime);
        TimeSpan? oldest = line.Line.Count == 0 ? null : time.NowUtc - line.Line.Min(p => p.JoinedAt);
        var p90 = line.CallsAtOnce ? TimeSpan.Zero : line.Newcomer[Lane.Report].P90;
        return new LineAtBoard(
            desk.Key, desk.Name, line.Line.Count, line.CountersOpen, oldest, p90, TimeSpan.FromMinutes(venue.Queue.Alarms.WaitMinutes), outlook.Points,
            LineAdvice.Say(outlook.Advice, venue.Queue.Alarms.WaitMinutes, time), outlook.Advice is { OpenMore: > 0 } or { Enough: false },
            LineAlarms.Of(line, venue.Queue.Alarms, p90, oldest));
    }
}
