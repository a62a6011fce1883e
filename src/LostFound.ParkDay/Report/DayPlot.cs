using LostFound.ParkDay.Measures;
namespace LostFound.ParkDay.Report;
internal static class DayPlot { public static string Of(PlayedDay day) => day.Day.Seed.ToString(); }
