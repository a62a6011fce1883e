using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Promises;

/// <summary>
/// By when a guest is told to hear from us next: <see cref="NextWordRule"/> with the venue's opening hours and the lead
/// times of promises.json. All times UTC.
/// </summary>
public sealed class NextWord(ConfigStore config)
{
    private readonly NextWordRule rule = new(at =>
    {
        var opening = config.Current.Clock.CurrentOrNextOpening(at);
        return new OpenHours(opening.OpensUtc, opening.ClosesUtc);
    });

    /// <summary>Whose hours and lead times these are.</summary>
    internal VenueConfig Venue => config.Current;

    private PromisesFile Lead => Venue.Promises;

    /// <summary>The first word after a claim is filed.</summary>
    public DateTime First(DateTime utcNow) =>
        rule.First(utcNow, TimeSpan.FromHours(Lead.FirstUpdate.WithinHours), TimeSpan.FromMinutes(Lead.FirstUpdate.LatestMinutesAfterClosing));

    /// <summary>The word after that.</summary>
    public DateTime FollowUp(DateTime utcNow) => rule.FollowUp(utcNow, TimeSpan.FromHours(Lead.FollowUp.EveryHours));

    /// <summary>When a guest who was asked to come, and has not, hears that it is still kept.</summary>
    public DateTime Reminder(DateTime utcNow) => rule.FollowUp(utcNow, TimeSpan.FromHours(Lead.Reminder.EveryHours));

    /// <summary>The word after a broken promise: with room to keep it.</summary>
    public DateTime AfterMiss(DateTime utcNow) => rule.ByAPerson(utcNow, TimeSpan.FromHours(Lead.AfterMiss.WithinHours), TimeSpan.Zero);

    /// <summary>When a supervisor rings: the same day where that can be promised.</summary>
    public DateTime CallBack(DateTime utcNow) =>
        rule.ByAPerson(utcNow, TimeSpan.FromHours(Lead.CallBack.WithinHours), TimeSpan.FromMinutes(Lead.CallBack.BeforeClosingMinutes));

    /// <summary>The word after a place was searched at <paramref name="searchedAt"/>, which may be after closing: whoever searches is there.</summary>
    public DateTime AfterSearch(DateTime searchedAt) => NextWordRule.RoundUp(searchedAt.AddMinutes(Lead.AfterSearch.WithinMinutes));

    /// <summary>The word after one that a person gave.</summary>
    public DateTime After(ClaimStatus status, DateTime utcNow) => status == ClaimStatus.ReadyToCollect ? Reminder(utcNow) : FollowUp(utcNow);
}
