using LostFound.Web.Configuration;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// By when a guest is told to hear from us next. Always a time at which somebody is at work: a promise that
/// falls when the venue is closed would be broken by design.
/// </summary>
public sealed class NextWord(ConfigStore config)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>The least time in which a person can be expected to keep a promise.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(60);

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
    public DateTime FollowUp(DateTime utcNow) => Later(utcNow, config.Current.Promises.FollowUp.EveryHours);

    /// <summary>When a guest who was asked to come, and has not, hears that it is still kept.</summary>
    public DateTime Reminder(DateTime utcNow) => Later(utcNow, config.Current.Promises.Reminder.EveryHours);

    /// <summary>The word after a broken promise: counted while somebody is at work, and with room to keep it.</summary>
    public DateTime AfterMiss(DateTime utcNow) => WhileOpen(utcNow, config.Current.Promises.AfterMiss.WithinHours, beforeClosing: 0);

    /// <summary>When a supervisor rings: the same day where that can be promised.</summary>
    public DateTime CallBack(DateTime utcNow) =>
        WhileOpen(utcNow, config.Current.Promises.CallBack.WithinHours, config.Current.Promises.CallBack.BeforeClosingMinutes);

    /// <summary>The word after a place was searched at <paramref name="searchedAt"/>, which may be after closing: whoever searches is there.</summary>
    public DateTime AfterSearch(DateTime searchedAt) => RoundUp(searchedAt.AddMinutes(config.Current.Promises.AfterSearch.WithinMinutes));

    private DateTime Later(DateTime utcNow, int hours)
    {
        var due = utcNow.AddHours(hours);
        var opening = config.Current.Clock.CurrentOrNextOpening(due);
        return RoundUp(due > opening.OpensUtc ? due : opening.OpensUtc.AddHours(1));
    }

    /// <summary>Within so many hours of an opening, but before it ends. What is left of the evening counts only if a person can do it in that.</summary>
    private DateTime WhileOpen(DateTime utcNow, int hours, int beforeClosing)
    {
        var clock = config.Current.Clock;
        var opening = clock.CurrentOrNextOpening(utcNow);
        var latest = opening.ClosesUtc.AddMinutes(-beforeClosing);
        if (latest - utcNow < Least)
        {
            opening = clock.CurrentOrNextOpening(opening.ClosesUtc);
            latest = opening.ClosesUtc.AddMinutes(-beforeClosing);
        }
        var start = utcNow > opening.OpensUtc ? utcNow : opening.OpensUtc;
        var within = start.AddHours(hours);
        return RoundUp(within < latest ? within : latest);
    }

    /// <summary>People say "by 18:40", not "by 18:38".</summary>
    private static DateTime RoundUp(DateTime time) =>
        new((time.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, DateTimeKind.Utc);
}
