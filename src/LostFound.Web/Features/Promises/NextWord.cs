using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// By when a guest is told to hear from us next. Always a time at which somebody is at work: a promise that
/// falls when the venue is closed would be broken by design.
/// </summary>
public sealed class NextWord(ConfigStore config)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The first word after a claim is filed (UTC): within the hours that promises.json allows, counted while
    /// the venue is open, and not long after closing.
    /// </summary>
    public DateTime First(DateTime utcNow)
    {
        var venue = config.Current;
        var rules = venue.Promises.FirstUpdate;
        var opening = venue.Clock.CurrentOrNextOpening(utcNow);
        var start = utcNow > opening.OpensUtc ? utcNow : opening.OpensUtc;
        var within = start.AddHours(rules.WithinHours);
        var latest = opening.ClosesUtc.AddMinutes(rules.LatestMinutesAfterClosing);
        return RoundUp(within < latest ? within : latest);
    }

    /// <summary>The word after that (UTC): the same time on a later day, moved into that day's opening.</summary>
    public DateTime FollowUp(DateTime utcNow)
    {
        var venue = config.Current;
        var due = utcNow.AddHours(venue.Promises.FollowUp.EveryHours);
        var opening = venue.Clock.CurrentOrNextOpening(due);
        return RoundUp(due > opening.OpensUtc ? due : opening.OpensUtc.AddHours(1));
    }

    /// <summary>People say "by 18:40", not "by 18:38".</summary>
    private static DateTime RoundUp(DateTime time) =>
        new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, DateTimeKind.Utc);
}
