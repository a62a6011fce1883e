using System.Text.Json;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.Report;

/// <summary>The figures for other programs. The names are fixed: scripts read them.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(Comparison played)
    {
        var (paper, ours, line) = (played.Paper, played.LostFound, played.Line);
        return JsonSerializer.Serialize(
            new
            {
                seed = played.Days[0].Day.Seed,
                paper = new
                {
                    standingMinutesP50 = paper.StandingP50,
                    standingMinutesP95 = paper.StandingP95,
                    standingMinutesMax = paper.StandingMax,
                    visitsPerGuest = paper.VisitsPerGuest,
                    promisesKept = paper.PromisesKept,
                },
                lostfound = new
                {
                    standingMinutesP50 = ours.StandingP50,
                    standingMinutesP95 = ours.StandingP95,
                    standingMinutesMax = ours.StandingMax,
                    visitsPerGuest = ours.VisitsPerGuest,
                    calledByToldTime = line.CalledByToldTime,
                    calledByToldTimeWorstHour = line.WorstHour,
                    medianErrorMinutes = line.MedianErrorMinutes,
                    medianErrorRatio = line.MedianErrorRatio,
                    mseRatioToBestBaseline = line.Errors.RatioToBestBaseline,
                    promisesKept = ours.PromisesKept,
                    promisesSettled = played.Days.Sum(d => d.LostFound.Promises.Settled),
                    claimMinutes = played.Days.Sum(d => d.LostFound.Promises.ClaimMinutes),
                    claimMinutesWithoutPromise = played.Days.Sum(d => d.LostFound.Promises.ClaimMinutesNotExactlyOne),
                },
            },
            Indented) + "\n";
    }
}
