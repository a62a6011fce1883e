namespace LostFound.ParkDay.Day;

/// <param name="At">When so many counters should be open from.</param>
/// <param name="Opens">When it really happens: people come late from their breaks.</param>
/// <param name="IsOpening">More counters than before, so people who can be late.</param>
internal readonly record struct PlannedChange(DateTime At, int Open, DateTime Opens, bool IsOpening);

/// <summary>How many counters are staffed from when: the same for both desks.</summary>
internal sealed class StaffPlan
{
    private readonly PlannedChange[] changes;

    public StaffPlan(int seed)
    {
        var draws = new Draws(seed, Purpose.Staffing);
        var open = 0;
        changes = [.. Assumptions.Counters.Select(planned =>
        {
            var late = draws.Between(0, Assumptions.CounterOpensLateMinutes);
            var at = ParkHours.At(planned.Hour);
            // Closing is never late: the counter just takes no further guest.
            var opening = planned.Open > open && open > 0;
            open = planned.Open;
            return new PlannedChange(at, planned.Open, opening ? at.AddMinutes(late) : at, opening);
        })];
    }

    private StaffPlan(PlannedChange[] changes) => this.changes = changes;

    public IReadOnlyList<PlannedChange> Changes => changes;

    public int MostOpen => changes.Max(c => c.Open);

    /// <summary>The same day with fewer staff.</summary>
    public StaffPlan AtMost(int counters) => new([.. changes.Select(c => c with { Open = Math.Min(c.Open, counters) })]);

    /// <summary>
    /// Counters really open. After the desk's doors close the evening's counters stay until the last one inside is
    /// served, so there is no change to nought at night.
    /// </summary>
    public int OpenAt(DateTime now) => changes.Where(c => c.Opens <= now).Select(c => c.Open).LastOrDefault();
}
