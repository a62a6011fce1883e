using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Retention;

public enum RetentionState { Kept, DueToday, Overdue }

/// <summary>Until when something is kept, in the venue's business days: a night's find belongs to the day before it.</summary>
/// <param name="LastDay">The last day on which it is kept.</param>
/// <param name="EndsUtc">When that day gives way to the next.</param>
public sealed record RetentionDue(DateOnly LastDay, DateTime EndsUtc)
{
    /// <param name="foundAt">UTC.</param>
    /// <param name="days">At least 1: the day of finding is the first.</param>
    public static RetentionDue Of(DateTime foundAt, int days, VenueClock clock)
    {
        var last = clock.BusinessDay(foundAt).AddDays(days - 1);
        return new RetentionDue(last, clock.BusinessDayStart(last.AddDays(1)));
    }

    /// <summary>What was found before this moment may be due on a business day; what was found later cannot be.</summary>
    public static DateTime FoundBefore(DateOnly dueOn, int days, VenueClock clock) => clock.BusinessDayStart(dueOn.AddDays(2 - days));

    public RetentionState At(DateTime now, VenueClock clock)
    {
        if (now >= EndsUtc)
            return RetentionState.Overdue;
        return clock.BusinessDay(now) >= LastDay ? RetentionState.DueToday : RetentionState.Kept;
    }
}
