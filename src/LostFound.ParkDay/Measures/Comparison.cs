using LostFound.ParkDay.Day;
using LostFound.ParkDay.LostFoundDesk;
using LostFound.ParkDay.Paper;

namespace LostFound.ParkDay.Measures;

/// <summary>One day at both desks.</summary>
internal sealed record PlayedDay(LostDay Day, DeskLog Paper, DeskLog LostFound, LineLog Line);

/// <summary>The same days at both desks.</summary>
internal sealed class Comparison
{
    private const int Fortnight = 14;

    private Comparison(IReadOnlyList<PlayedDay> days) => Days = days;

    public IReadOnlyList<PlayedDay> Days { get; }

    public DeskFigures Paper => DeskFigures.Of([.. Days.Select(d => (d.Day, d.Paper))]);

    public DeskFigures LostFound => DeskFigures.Of([.. Days.Select(d => (d.Day, d.LostFound))]);

    public LineFigures Line => LineFigures.Of([.. Days.Select(d => d.Line)]);

    /// <summary>
    /// Days in a row. LostFound goes on learning from day to day how long things take and how far its times must reach,
    /// as a desk does; a day never knows anything of itself or of later ones.
    /// </summary>
    /// <param name="seed">Of the first day; the others follow it.</param>
    /// <param name="mostCounters">LostFound runs with at most so many counters, whatever is planned; null: as planned.</param>
    /// <param name="daysBefore">From how many days LostFound has learnt before the first.</param>
    public static Comparison Play(int seed, int days, int? mostCounters = null, int daysBefore = Fortnight)
    {
        var experience = LostFoundDay.DaysBefore(daysBefore, mostCounters);
        var played = new List<PlayedDay>();
        foreach (var day in Enumerable.Range(seed, days).Select(s => new LostDay(s)))
        {
            var (desk, line) = LostFoundDay.Run(day, experience, mostCounters);
            played.Add(new PlayedDay(day, PaperDesk.Run(day), desk, line));
            experience = experience.And(line);
        }
        return new Comparison(played);
    }
}
