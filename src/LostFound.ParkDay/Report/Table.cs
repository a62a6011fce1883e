using System.Globalization;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.Report;

/// <summary>The two desks side by side, and how honest the times told were.</summary>
internal static class Table
{
    public static void Print(Comparison played, TextWriter to)
    {
        var guests = played.Days.Sum(d => d.Day.Guests.Count);
        var handedIn = played.Days.Sum(d => d.Day.Guests.Count(g => g.HandedInAt is not null));
        var seed = played.Days[0].Day.Seed;
        var what = played.Days.Count == 1 ? $"Seed {seed}" : $"Seeds {seed} to {played.Days[^1].Day.Seed}, {played.Days.Count} days together";
        to.WriteLine($"{what}: {guests:N0} guests lost something, {handedIn:N0} of the things were handed in.");
        to.WriteLine();
        Desks(played.Paper, played.LostFound, to);
        to.WriteLine();
        Line(played.Line, to);
        to.WriteLine();
        Promises([.. played.Days.Select(d => d.LostFound.Promises)], to);
    }

    private static void Desks(DeskFigures paper, DeskFigures ours, TextWriter to)
    {
        Row(to, "", "paper desk", "LostFound");
        void Both(string name, Func<DeskFigures, double> of, string format = "0.0") => Row(to, name, Text(of(paper), format), Text(of(ours), format));
        Both("minutes standing, p50", f => f.StandingP50);
        Both("minutes standing, p95", f => f.StandingP95);
        Both("minutes standing, longest", f => f.StandingMax);
        Both("minutes standing, median of the worst hour", f => f.StandingBusiestHour);
        Both("guests who walked to the desk", f => f.Came, "N0");
        Both("… visits each", f => f.VisitsPerGuest, "0.000");
        Both("gave up standing", f => f.GaveUp, "N0");
        Both("things back over the counter", f => f.ItemsBack, "N0");
        Both("things sent by post", f => f.Posted, "N0");
        Both("… of all handed in, reached their owner", f => f.ReachedOwner, "0 %");
        Both("minutes from loss to \"it is here\", p50", f => f.LossToKnownP50, "0");
        Both("minutes from loss to thing back, p50", f => f.LossToItemBackP50, "0");
        Both("minutes from loss to thing back, p90", f => f.LossToItemBackP90, "0");
        Both("staff minutes a thing returned", f => f.StaffMinutesPerItem);
        Both("promises kept", f => f.PromisesKept, "0.0 %");
    }

    private static void Line(LineFigures line, TextWriter to)
    {
        to.WriteLine($"The virtual line: {line.Joined:N0} places, {line.CalledAtOnce:N0} called at once, {line.Booked:N0} booked, {line.Left:N0} left. Told a time: {line.Told:N0}, who waited {Text(line.MedianWait, "0.0")} minutes (median; {Text(line.LongestWait, "0")} at most).");
        if (line.Told == 0)
            return;
        Row(to, "called by the time told", "", Text(line.CalledByToldTime, "0.0 %"));
        Row(to, $"… in the worst hour with {LineFigures.EnoughInAnHour} or more told", "", line.Hours.Any(h => h.Told >= LineFigures.EnoughInAnHour) ? Text(line.WorstHour, "0.0 %") : "no such hour");
        Row(to, "told a later time, with its cause", "", Text(line.ToldAgainLater, "N0"));
        Row(to, "middle estimate off by, median, minutes", "", Text(line.MedianErrorMinutes, "0.0"));
        Row(to, "… of the wait", "", Text(line.MedianErrorRatio, "0 %"));
        Row(to, "mean squared error, ours", "", Text(line.Errors.Ours, "0.0"));
        Row(to, "… last to enter service", "", Text(line.Errors.LastToEnterService, "0.0"));
        Row(to, "… head of line", "", Text(line.Errors.HeadOfLine, "0.0"));
        Row(to, "… rolling average of ten", "", Text(line.Errors.RollingAverage, "0.0"));
        Row(to, "… ours to the best of these", "", Text(line.Errors.RatioToBestBaseline, "0.00"));
        to.WriteLine();
        to.WriteLine("by hour: " + string.Join("  ", line.Hours.Select(h => $"{h.Hour} h {h.CalledByThen}/{h.Told}")));
    }

    private static void Promises(IReadOnlyList<PromiseLog> logs, TextWriter to)
    {
        to.WriteLine("Promises with LostFound: kept of those whose time came, or that were settled before it.");
        foreach (var (kind, name) in new[] { (PromiseKind.NextWord, "the next word on a claim"), (PromiseKind.CallBack, "a supervisor rings back"), (PromiseKind.CalledBy, "called in the line by then, or told later in time") })
        {
            var (kept, broken) = (logs.Sum(l => l.Of(kind).Kept), logs.Sum(l => l.Of(kind).Broken));
            Row(to, name, "", string.Create(CultureInfo.InvariantCulture, $"{kept:N0}/{kept + broken:N0}"));
        }
        Row(to, "made a supervisor's, after a second contact", "", Text(logs.Sum(l => l.Moved), "N0"));
        Row(to, "minutes at which claims were open", "", Text(logs.Sum(l => l.ClaimMinutes), "N0"));
        Row(to, "… without exactly one promise of a next word", "", Text(logs.Sum(l => l.ClaimMinutesNotExactlyOne), "N0"));
    }

    private static void Row(TextWriter to, string name, string left, string right) => to.WriteLine($"{name,-46}{left,12}{right,12}");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
