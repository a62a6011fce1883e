using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.ParkDay.Paper;
foreach (var s in Enumerable.Range(1, 12))
{
    var day = new LostDay(s);
    var log = PaperDesk.Run(day);
    Console.WriteLine($"{s} {day.Guests.Count} {DeskFigures.Of(log, day)}");
    if (s == 1)
        foreach (var g in log.Stood.GroupBy(x => (int)(x.From - ParkHours.Date).TotalHours).OrderBy(g => g.Key))
            Console.WriteLine($"   {g.Key} n={g.Count()} med={Quantile.Of(g.Select(x => x.Minutes), .5):0}");
}
