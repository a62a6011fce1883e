using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims.Closing;

/// <summary>A claim that we closed, in sentences for its guest.</summary>
internal sealed class ClosingStory(Words say, Claim claim, VenueClock clock)
{
    public string Headline() => say[claim.Status == ClaimStatus.Sent ? "closing.sent" : "closing.not-found"];

    public string Next() => claim switch
    {
        { Status: ClaimStatus.Sent } => say["closing.sent-next"],
        { IsOnFile: true, OnFileUntil: { } until } => say["closing.on-file", ("day", Day(LastDay(until, clock)))],
        _ => say["closing.off-file"],
    };

    public TimelineEvent Tell(ClaimEvent e) => e.Kind switch
    {
        ClaimEventKind.Sent => new(e.At, say["closing.story-sent"]) { Icon = "send" },
        ClaimEventKind.NotFound => new(e.At, say["closing.story-not-found"]) { Icon = "archive", Detail = say["closing.looked", ("n", DaysUntil(e.At))] },
        ClaimEventKind.LateFind => new(e.At, say["closing.story-late-find"]) { Icon = "sparkles", Detail = say["closing.late-find"] },
        _ => new(e.At, say["closing.story-off-file"]) { Icon = "trash", Detail = say["closing.purged"] },
    };

    /// <summary>The last day on file: the moment at which it ends belongs to the day after.</summary>
    public static DateOnly LastDay(DateTime until, VenueClock clock) => clock.BusinessDay(until.AddTicks(-1));

    private int DaysUntil(DateTime at) => Math.Max(1, clock.BusinessDay(at).DayNumber - clock.BusinessDay(claim.FiledAt).DayNumber);

    private string Day(DateOnly day) => say.Language.Day(day.ToDateTime(TimeOnly.MinValue), withYear: true);
}
