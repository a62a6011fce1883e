using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Outlook;

/// <summary>The staffing advice as one sentence.</summary>
public static class LineAdvice
{
    public static string Say(Advice advice, int limitMinutes, VenueTime time)
    {
        var when = advice.By <= time.NowUtc.AddMinutes(1) ? "now" : $"by {time.Describe(advice.By)}";
        var worst = string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Ceiling(advice.KeepsUnder.TotalMinutes)} minutes");
        return (advice.OpenMore, advice.Enough) switch
        {
            (0, true) => $"The open counters keep everyone under {limitMinutes} minutes for two hours.",
            (var more, true) => $"Open {Counters(more)} {when} to keep everyone under {limitMinutes} minutes",
            (0, false) => $"More counters don’t help: up to {worst}. Tell guests honestly and offer booked times",
            (var more, false) => $"Open {Counters(more)} now; waits still reach {worst}, so offer booked times too",
        };
    }

    private static string Counters(int more) => more == 1 ? "1 more counter" : string.Create(CultureInfo.InvariantCulture, $"{more} more counters");
}

/// <summary>What is wrong with a line now, by the thresholds in venue.json; each says what to do.</summary>
public static class LineAlarms
{
    /// <param name="p90">What nine of ten who join now wait less than.</param>
    /// <param name="oldest">How long the one who joined first has waited.</param>
    public static IReadOnlyList<string> Of(LineSnapshot line, Configuration.Files.QueueAlarms alarms, TimeSpan p90, TimeSpan? oldest)
    {
        var found = new List<string>();
        if (line.Line.Count > 0 && line.CountersOpen == 0)
            found.Add($"{Guests(line.Line.Count)} and nobody is at a counter: open one");
        if (oldest is { } waited && waited.TotalMinutes > alarms.OldestMinutes && line.Line.MinBy(p => p.JoinedAt) is { } first)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"Number {first.Number} has waited {(int)waited.TotalMinutes} minutes: go and speak to them"));
        if (line.Line.Count > alarms.Waiting)
            found.Add($"{Guests(line.Line.Count)}, more than {alarms.Waiting}: send somebody to the desk, and tell those who stand there that they needn’t");
        if (p90.TotalMinutes > alarms.WaitMinutes && line.CountersOpen > 0)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"Who joins now may wait {(int)Math.Ceiling(p90.TotalMinutes)} minutes: offer a booked time"));
        return found;
    }

    private static string Guests(int count) => count == 1 ? "1 guest waits" : string.Create(CultureInfo.InvariantCulture, $"{count} guests wait");
}
