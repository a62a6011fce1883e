using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Notices;

/// <summary>Notices in sentences for guests, in their language.</summary>
public sealed class NoticeWords(VenueConfig venue, VenueTime time, Words say)
{
    /// <summary>"Timber Falls Log Flume"; empty for the whole venue. A key that the configuration no longer knows speaks for itself.</summary>
    public string Where(Notice notice) => notice.Scope switch
    {
        NoticeScope.Venue => "",
        NoticeScope.Zone => venue.Zone(notice.Where)?.NameIn(say) ?? notice.Where,
        NoticeScope.Place => venue.Place(notice.Where)?.NameIn(say) ?? notice.Where,
    };

    /// <summary>What it says, in one to two sentences.</summary>
    public IEnumerable<string> Sentences(Notice notice)
    {
        if (notice.Until is { } until)
            yield return About(notice, KeyOf(notice.Kind), until);
        if (notice.SearchedAt is { } searched)
            yield return About(notice, notice.Until is null ? "searched" : "searched-then", searched);
    }

    public string Text(Notice notice) => string.Join('\n', Sentences(notice));

    /// <summary>Its entries in a guest's story. What was replaced says no "over": the new one says how it goes on.</summary>
    public IEnumerable<TimelineEvent> Story(IReadOnlyList<Notice> notices)
    {
        var replaced = notices.Select(n => n.ReplacesId).OfType<Guid>().ToHashSet();
        foreach (var notice in notices)
        {
            yield return new TimelineEvent(notice.PostedAt, say["notices.told"])
            {
                Icon = "info",
                Detail = Text(notice),
                Quote = notice.OwnWords.Length > 0 ? notice.OwnWords : null,
                QuoteLanguage = notice.OwnLanguage,
            };
            if (notice.Over <= time.NowUtc && !replaced.Contains(notice.Id))
                yield return new TimelineEvent(notice.Over, Over(notice)) { Icon = "check" };
        }
    }

    private string Over(Notice notice) => notice.Scope == NoticeScope.Venue ? say["notices.over-venue"] : say["notices.over", ("place", Where(notice))];

    private string About(Notice notice, string key, DateTime at) => notice.Scope == NoticeScope.Venue
        ? say[$"notices.{key}-venue", ("time", time.Describe(at))]
        : say[$"notices.{key}", ("place", Where(notice)), ("time", time.Describe(at))];

    private static string KeyOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Closed => "closed",
        NoticeKind.Breakdown => "breakdown",
        NoticeKind.Weather => "weather",
        NoticeKind.DesksSlow => "desks-slow",
        NoticeKind.SearchedLater => "searched",
    };
}
