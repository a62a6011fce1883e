using System.Globalization;
using System.Text;

namespace LostFound.Web.Features.Queue;

/// <summary>
/// What every phone in a line is sent after a movement, the same bytes for all: each finds its own place in it by its
/// number. Numbers and waits only, as they hang on the wall.
/// </summary>
/// <param name="Sequence">The latest change in it.</param>
/// <param name="Line">The numbers in the order of service, "17,23-45,52": numbers that follow each other are one piece.</param>
/// <param name="Waits">Middle estimate by place, in minutes: [place, minutes] wherever the minutes change.</param>
/// <param name="Again">Numbers whose page says something else now (called, kept, told anew): these read it again.</param>
/// <param name="Passes">Why somebody went in front, and of which numbers: [reason, from, to].</param>
public sealed record LineMessage(long Sequence, string Line, IReadOnlyList<int[]> Waits, IReadOnlyList<int> Again, IReadOnlyList<object[]> Passes)
{
    /// <param name="snapshot">The line now.</param>
    /// <param name="before">The line of the message before; null for the first, when every phone reads its page anyway.</param>
    public static LineMessage Of(LineSnapshot snapshot, LineSnapshot? before) => new(
        snapshot.Sequence,
        Ranges(snapshot.Line.Select(p => p.Number)),
        [.. Steps(snapshot.Line)],
        before is null ? [] : [.. Changed(before, snapshot)],
        [.. snapshot.Passes.DistinctBy(p => p.Reason).Select(p => new object[] { p.Reason.ToString(), p.From, p.To })]);

    private static string Ranges(IEnumerable<int> numbers)
    {
        var text = new StringBuilder();
        int first = 0, last = 0;
        foreach (var number in numbers.Append(0))
        {
            if (last != 0 && number == last + 1)
            {
                last = number;
                continue;
            }
            if (last != 0)
                text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}").Append(last > first ? string.Create(CultureInfo.InvariantCulture, $"-{last}") : "");
            first = last = number;
        }
        return text.ToString();
    }

    private static IEnumerable<int[]> Steps(IReadOnlyList<LinePlace> line)
    {
        var said = -1;
        foreach (var place in line)
        {
            // A long wait is shown in fives, so it is sent in fives: a line of hundreds stays a small message.
            var exact = (int)place.Wait.P50.TotalMinutes;
            var minutes = exact > QueueLimits.LongWaitMinutes ? exact / 5 * 5 : exact;
            if (minutes != said)
                yield return [place.Place, said = minutes];
        }
    }

    /// <summary>Compares what each page would say, place and wait aside, which the message itself tells.</summary>
    private static IEnumerable<int> Changed(LineSnapshot before, LineSnapshot now)
    {
        var was = Pages(before);
        var isNow = Pages(now);
        return was.Where(page => !isNow.TryGetValue(page.Key, out var stamp) || stamp != page.Value).Select(page => page.Key).Order();
    }

    private static Dictionary<int, string> Pages(LineSnapshot line) => line.Line
        .Select(p => (p.Number, Stamp: string.Create(CultureInfo.InvariantCulture, $"line {p.Told?.At:O} {p.ArrivedAt:O}")))
        .Concat(line.Booked.Select(p => (p.Number, Stamp: string.Create(CultureInfo.InvariantCulture, $"booked {p.ArrivedAt:O}"))))
        .Concat(line.Called.Select(p => (p.Number, Stamp: string.Create(CultureInfo.InvariantCulture, $"{p.State} {p.CalledAt:O} {p.CalledAgainAt:O} {p.ArrivedAt:O}"))))
        .DistinctBy(p => p.Number)
        .ToDictionary(p => p.Number, p => p.Stamp);
}
