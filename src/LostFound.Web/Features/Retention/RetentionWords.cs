using System.Globalization;
using LostFound.Web.Configuration.Files;

namespace LostFound.Web.Features.Retention;

/// <summary>How keeping and disposing are said to staff.</summary>
public static class RetentionWords
{
    /// <summary>What to do when the time is over.</summary>
    public static string ToDo(Disposal then) => then switch
    {
        Disposal.Charity => "Give it to charity",
        Disposal.Recycle => "Give it to the recycler",
        Disposal.Destroy => "Destroy it",
        Disposal.Police => "Hand it to the police",
        Disposal.OwnerByPost => "Post it to its owner",
    };

    /// <summary>What was done with it.</summary>
    public static string Done(Disposal then) => then switch
    {
        Disposal.Charity => "Given to charity",
        Disposal.Recycle => "Given to the recycler",
        Disposal.Destroy => "Destroyed",
        Disposal.Police => "Handed to the police",
        Disposal.OwnerByPost => "Posted to its owner",
    };

    public static string KeepUntil(RetentionDue due, RetentionState state) => state switch
    {
        RetentionState.Kept => $"Keep until {Day(due.LastDay)}",
        RetentionState.DueToday => $"Keep until tonight, {Day(due.LastDay)}",
        RetentionState.Overdue => $"Overdue: it was to be kept until {Day(due.LastDay)}",
    };

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
