namespace LostFound.ParkDay.Day;

/// <summary>
/// The clock of the simulated day. It runs in UTC: only distances count. The morning after belongs to it, because what
/// is found after closing is collected then.
/// </summary>
internal static class ParkHours
{
    public static readonly DateTime Date = new(2026, 7, 18, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Opens = At(10);
    /// <summary>Rides stop, and the searches begin.</summary>
    public static readonly DateTime Closes = At(22.5);
    /// <summary>Nobody joins a line any more; who is in it is served.</summary>
    public static readonly DateTime DeskCloses = At(23);
    public static readonly DateTime OpensNextDay = At(24 + 10);

    /// <param name="hour">Of the simulated day; beyond 24 is the day after.</param>
    public static DateTime At(double hour) => Date.AddHours(hour);
}
