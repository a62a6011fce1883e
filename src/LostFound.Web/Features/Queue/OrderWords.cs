using LostFound.Queueing;
using LostFound.Web.Languages;

namespace LostFound.Web.Features.Queue;

/// <summary>The order of service and its consequences in words; guests, staff and displays say it alike.</summary>
public static class OrderWords
{
    /// <summary>The whole rule, clause by clause as <see cref="OrderOfService"/> has it.</summary>
    public static IReadOnlyList<string> Rule(Words say) =>
    [
        say["queue.order-second"],
        say["queue.order-booked"],
        say["queue.order-others"],
    ];

    public static string Lane(Lane lane) => lane switch
    {
        Queueing.Lane.Report => "Report a loss",
        Queueing.Lane.Collect => "Collect an item",
        Queueing.Lane.SecondContact => "Second contact",
    };

    /// <summary>Why somebody went in front, in general terms: nothing of who it was.</summary>
    public static string Pass(PassReason reason, Words say) => reason switch
    {
        PassReason.SecondContact => say["queue.pass-second"],
        PassReason.BookedTimeDue => say["queue.pass-booked"],
        PassReason.CameBack => say["queue.pass-came-back"],
        PassReason.PassedOn => say["queue.pass-passed-on"],
    };

    /// <summary>By how much a wait grew, and why, as far as we know it.</summary>
    public static string Grew(DelayCause? cause, int minutes, string told, Words say)
    {
        var key = cause is not { } known ? "queue.grew" : known switch
        {
            DelayCause.FewerCounters => "queue.grew-fewer-counters",
            DelayCause.LongerService => "queue.grew-longer-service",
            DelayCause.SecondContacts => "queue.grew-second-contacts",
            DelayCause.BookedTimes => "queue.grew-booked-times",
        };
        return say[key, ("n", minutes), ("time", told)];
    }
}
