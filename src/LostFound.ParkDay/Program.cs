using LostFound.ParkDay.Day;
using LostFound.ParkDay.Measures;
using LostFound.ParkDay.Paper;
using LostFound.ParkDay.LostFoundDesk;
var ex = LostFoundDay.Fortnight();
Console.WriteLine($"noshow {ex.NoShowRate} ret {ex.ReturnRate} leaves {ex.LeavesPerHour} second {ex.SecondContactsPerHour} {ex.Times.For(LostFound.Queueing.Lane.Collect, 19)}");
foreach (var s in Enumerable.Range(1, 12))
{
    var day = new LostDay(s);
    Console.WriteLine($"{s} {day.Guests.Count} {Short(DeskFigures.Of(PaperDesk.Run(day), day))}");
    var lf = LostFoundDay.Run(day, ex);
    Console.WriteLine($"{s} {day.Guests.Count} {Short(DeskFigures.Of(lf.Desk, day))}");
    var o = lf.Line.Outcomes;
    Console.WriteLine($"  joined {lf.Line.Joined} atonce {lf.Line.CalledAtOnce} booked {lf.Line.Booked} told {o.Count} by {o.Average(x => x.CalledByToldTime ? 1.0 : 0):0.00} unans {lf.Line.Unanswered} left {lf.Line.LeftTheLine} again {lf.Line.ToldAgainLater} waits " + string.Join(" ", lf.Line.Outcomes.GroupBy(w => w.JoinedAt.Hour).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}x{Quantile.Of(g.Select(w => w.Wait.TotalMinutes), .5):0}")));
    double Mse(Func<Outcome, TimeSpan> f) => o.Average(x => Math.Pow((f(x) - x.Wait).TotalMinutes, 2));
    Console.WriteLine($"  mse ours {Mse(x => x.Foretold.Ours.Mean):0} les {Mse(x => x.Foretold.LastToEnterService):0} hol {Mse(x => x.Foretold.HeadOfLine):0} roll {Mse(x => x.Foretold.RollingAverage):0} err {Quantile.Of(o.Select(x => Math.Abs((x.Foretold.Ours.P50 - x.Wait).TotalMinutes)), .5):0.0}");
}

static string Short(DeskFigures f) => $"p50 {f.StandingP50:0} p95 {f.StandingP95:0.0} max {f.StandingMax:0} busiest {f.StandingBusiestHour:0} visits {f.VisitsPerGuest:0.000} back {f.ItemsBack} post {f.Posted} gaveup {f.GaveUp} loss {f.LossToItemBackP50:0} staff {f.StaffMinutesPerItem:0.0} prom {f.PromisesKept:0.00}";
