using LostFound.Queueing;

namespace LostFound.Web.Features.Queue;

/// <summary>The order of service and its consequences in words; guests, staff and displays say it alike.</summary>
public static class OrderWords
{
    /// <summary>The whole rule, clause by clause as <see cref="OrderOfService"/> has it.</summary>
    public static readonly IReadOnlyList<string> Rule =
    [
        "First come guests who have to come a second time about the same loss: we owe them that.",
        "Then booked times that are due, in the order of the times.",
        "Then everybody else, in the order of joining. It makes no difference where you wait.",
    ];

    public static string Lane(Lane lane) => lane switch
    {
        Queueing.Lane.Report => "Report a loss",
        Queueing.Lane.Collect => "Collect an item",
        Queueing.Lane.SecondContact => "Second contact",
    };

    /// <summary>Why somebody went in front, in general terms: nothing of who it was.</summary>
    public static string Pass(PassReason reason) => reason switch
    {
        PassReason.SecondContact => "Somebody was called before you: a guest who had to come a second time about the same loss.",
        PassReason.BookedTimeDue => "Somebody was called before you: a guest who had booked this time.",
        PassReason.CameBack => "Somebody is in front of you again: their turn had come, and they were back in the minutes for which we keep a place.",
        PassReason.PassedOn => "Somebody is in front of you who had joined before you and was passed on from another counter.",
    };

    /// <summary>Why a wait grew, to stand after "because".</summary>
    public static string Cause(DelayCause cause) => cause switch
    {
        DelayCause.FewerCounters => "fewer counters are open now",
        DelayCause.LongerService => "the guests at the counters take longer than usual",
        DelayCause.SecondContacts => "guests had to come a second time about the same loss, and they go first",
        DelayCause.BookedTimes => "booked times fell due, and they go first",
    };
}
