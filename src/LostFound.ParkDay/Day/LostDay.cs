namespace LostFound.ParkDay.Day;

/// <summary>One day of losses, replayable from its seed.</summary>
internal sealed class LostDay
{
    public LostDay(int seed)
    {
        Seed = seed;
        Plan = new StaffPlan(seed);
        Guests = [.. Assumptions.Arrivals.Times(new Draws(seed, Purpose.Arrivals)).Select((at, i) => Make(i + 1, at))];
    }

    public int Seed { get; }

    public StaffPlan Plan { get; }

    /// <summary>In order of turning to the desk.</summary>
    public IReadOnlyList<Guest> Guests { get; }

    public Draws Draws(Purpose purpose, Guest guest) => new(Seed, purpose, guest.Number);

    private Guest Make(int number, DateTime turns)
    {
        var losing = new Draws(Seed, Purpose.Losing, number);
        var noticed = losing.Minutes(Assumptions.UntilNoticed);
        // Nobody loses anything before the gates open.
        var lost = turns - noticed < ParkHours.Opens ? ParkHours.Opens.AddMinutes(losing.Between(0, (turns - ParkHours.Opens).TotalMinutes)) : turns - noticed;
        var pace = new Draws(Seed, Purpose.Pace, number);
        var leaving = new Draws(Seed, Purpose.Leaving, number);
        return new Guest(
            number, lost, turns, HandedInAt(number, lost), Leaves(ref leaving, turns), Tomorrow(ref leaving),
            Pace: pace.Normal(), Patience: pace.Minutes(Assumptions.Patience));
    }

    private DateTime? HandedInAt(int number, DateTime lost)
    {
        var draws = new Draws(Seed, Purpose.HandingIn, number);
        if (!draws.Chance(Assumptions.HandedIn))
            return null;
        var (from, to) = Assumptions.FlumeSearched;
        if (draws.Chance(Assumptions.LostInTheFlume))
            return ParkHours.At(draws.Between(from, to));
        var reaches = lost + draws.Minutes(Assumptions.UntilHandedIn);
        if (draws.Chance(Assumptions.BroughtInTheCrate))
            reaches = ParkHours.At(Math.Ceiling((reaches - ParkHours.Date).TotalHours)).AddMinutes(draws.Between(0, 5));
        // The last round after closing brings everything that lay about.
        return reaches > ParkHours.At(to) ? ParkHours.At(draws.Between(from, to)) : reaches;
    }

    private static DateTime Leaves(ref Draws draws, DateTime turns)
    {
        var (hour, spread) = Assumptions.Leaving;
        var meant = ParkHours.At(hour + spread * draws.Normal());
        var earliest = turns.AddMinutes(draws.Between(10, 40));
        var last = ParkHours.Closes.AddMinutes(draws.Between(-20, 20));
        var leaves = meant > last ? last : meant;
        return leaves < earliest ? earliest : leaves;
    }

    private static DateTime? Tomorrow(ref Draws draws) =>
        draws.Chance(Assumptions.BackTomorrow) ? ParkHours.OpensNextDay.AddMinutes(draws.Between(0, 120)) : null;
}
