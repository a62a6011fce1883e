using System.Globalization;

namespace LostFound.Web.Features.Review;

/// <summary>The numbers by which a change in the list is found again on the plots.</summary>
internal static class ChangeMarks
{
    /// <param name="changes">Newest first, as they are listed.</param>
    public static int NumberOf(IReadOnlyList<ChangeMade> changes, ChangeMade change)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Id == change.Id)
                return changes.Count - i;
        }
        return 0;
    }

    /// <summary>What was changed on that day, as "2, 3"; mostly nothing.</summary>
    public static string On(IReadOnlyList<ChangeMade> changes, DateOnly day) => string.Join(", ", changes
        .Where(c => c.Day == day).Select(c => NumberOf(changes, c)).Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
