using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;

namespace LostFound.ParkDay.Report;

/// <summary>A day as a picture: who stands, how long each stood, and how many counters were open.</summary>
internal static class DayPlot
{
    private const string Styles = """
        text{font:13px system-ui,"Segoe UI","Noto Sans",sans-serif;fill:#3b3a36}
        .ground{fill:#fbf9f4}.title{font-size:22px;font-weight:600;fill:#1f1e1b}.head{font-weight:600;fill:#1f1e1b}
        .end{text-anchor:end}.mid{text-anchor:middle}.axis{stroke:#8a867c}.grid{stroke:#e4dfd4}
        .paper{fill:none;stroke:#b4462f;stroke-width:2}.ours{fill:none;stroke:#0b6e6e;stroke-width:2.5}
        .away{fill:#0b6e6e;fill-opacity:.14;stroke:#0b6e6e;stroke-opacity:.45;stroke-dasharray:4 3}
        .paperdot{fill:#b4462f;fill-opacity:.55}.oursdot{fill:#0b6e6e;fill-opacity:.75}.open{fill:#d8cfbb}
        """;

    public static string Of(PlayedDay played)
    {
        var svg = new Svg(960, 860);
        var title = $"A day at the lost and found, seed {played.Day.Seed}";
        svg.Text(Axes.Left, 40, title, "title");
        svg.Text(Axes.Left, 62, $"{played.Day.Guests.Count} guests lost something. Same losses, same counters, two desks.");
        Legend(svg);
        Lines(svg, played);
        EachGuest(svg, played);
        Counters(svg, played.Day.Plan);
        return svg.Document(title, Styles);
    }

    private static void Legend(Svg svg)
    {
        const double y = 92;
        svg.Line(Axes.Left, y - 4, Axes.Left + 26, y - 4, "paper");
        svg.Text(Axes.Left + 34, y, "paper desk, standing");
        svg.Line(Axes.Left + 210, y - 4, Axes.Left + 236, y - 4, "ours");
        svg.Text(Axes.Left + 244, y, "LostFound, standing");
        svg.Box(Axes.Left + 410, y - 13, 26, 15, "away");
        svg.Text(Axes.Left + 444, y, "LostFound, in line but elsewhere in the park");
    }

    private static void Lines(Svg svg, PlayedDay played)
    {
        DateTime[] minutes = [.. Enumerable.Range(0, 14 * 60).Select(minute => ParkHours.Opens.AddMinutes(minute))];
        var paper = Count(played.Paper.Stood, minutes);
        var ours = Count(played.LostFound.Stood, minutes);
        var elsewhere = Count(played.LostFound.Elsewhere, minutes);
        var (most, step) = Scale(paper.Concat(elsewhere).Max(s => s.Value));
        var axes = new Axes(svg, top: 140, height: 230, most);
        axes.Draw("People in line", step);
        svg.Path(axes.Area(elsewhere), "away");
        svg.Path(axes.Steps(paper), "paper");
        svg.Path(axes.Steps(ours), "ours");
    }

    private static void EachGuest(Svg svg, PlayedDay played)
    {
        var (most, step) = Scale(played.Paper.Stood.Concat(played.LostFound.Stood).Where(s => Axes.Shows(s.From)).Max(s => s.Minutes));
        var axes = new Axes(svg, top: 440, height: 230, most);
        axes.Draw("Minutes stood, one dot a visit, at the time of coming", step);
        foreach (var stood in played.Paper.Stood.Where(s => Axes.Shows(s.From)))
            svg.Dot(Axes.X(stood.From), axes.Y(stood.Minutes), 3, "paperdot");
        foreach (var stood in played.LostFound.Stood.Where(s => Axes.Shows(s.From)))
            svg.Dot(Axes.X(stood.From), axes.Y(stood.Minutes), 3, "oursdot");
    }

    private static void Counters(Svg svg, StaffPlan plan)
    {
        var today = plan.Changes.Where(c => Axes.Shows(c.Opens)).ToList();
        var axes = new Axes(svg, top: 740, height: 70, plan.MostOpen);
        svg.Path(axes.Area(today.Select(c => (c.Opens, (double)c.Open))), "open");
        axes.Draw("Counters open, at either desk", 1);
    }

    private static List<(DateTime At, double Value)> Count(IReadOnlyList<Span> spans, DateTime[] at) =>
        [.. at.Select(time => (time, (double)spans.Count(s => s.From <= time && time < s.Until)))];

    /// <summary>A round number above the largest value, with four to seven lines up to it.</summary>
    private static (double Most, double Step) Scale(double largest)
    {
        double[] steps = [1, 2, 5, 10, 20, 25, 50, 100, 200];
        var step = steps.First(s => largest / s <= 6);
        return (Math.Max(1, Math.Ceiling(largest / step)) * step, step);
    }
}
