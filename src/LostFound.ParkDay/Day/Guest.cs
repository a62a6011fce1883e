namespace LostFound.ParkDay.Day;

/// <summary>Somebody who lost something: what happens to them and to the thing whichever desk they meet.</summary>
/// <param name="Number">In order of <paramref name="TurnsToUsAt"/>, from 1.</param>
/// <param name="TurnsToUsAt">When they walk up to the paper desk, or take out the phone.</param>
/// <param name="HandedInAt">When it reaches the desk's back room; null when nobody hands it in.</param>
/// <param name="LeavesAt">When they walk out of the park.</param>
/// <param name="BackTomorrowAt">When they could come the next morning; null for who has gone home.</param>
/// <param name="Pace">How slow a guest and matter they are at any counter, in standard deviations.</param>
/// <param name="Patience">How long they would stand.</param>
internal sealed record Guest(
    int Number,
    DateTime LostAt,
    DateTime TurnsToUsAt,
    DateTime? HandedInAt,
    DateTime LeavesAt,
    DateTime? BackTomorrowAt,
    double Pace,
    TimeSpan Patience);
