namespace LostFound.Web.Features.Notices;

public enum NoticeScope { Venue, Zone, Place }

/// <summary>What a notice says. Each is worded in every language (notices.*); staff's own sentence may stand beside it.</summary>
public enum NoticeKind
{
    /// <summary>Closed until about a time.</summary>
    Closed,

    /// <summary>Broken down: closed until about a time, and what lies in it can't be reached before.</summary>
    Breakdown,

    /// <summary>Closed because of the weather, until about a time.</summary>
    Weather,

    /// <summary>Searched once, at a time: after closing, when the boats are out of the water.</summary>
    SearchedLater,

    /// <summary>The desks take longer, until about a time.</summary>
    DesksSlow,
}

/// <summary>
/// An honest message about a place, shown to the guests it touches. Never changed: an edit ends it and posts another, so
/// that a guest's story can always say what was told when.
/// </summary>
public sealed class Notice
{
    public required Guid Id { get; init; }
    public required NoticeKind Kind { get; init; }
    public required NoticeScope Scope { get; init; }

    /// <summary>Key of the place or zone; empty for the whole venue.</summary>
    public required string Where { get; init; }

    public required DateTime PostedAt { get; init; }
    public required Guid PostedBy { get; init; }
    public required string PostedByName { get; init; }

    /// <summary>Until about when it is so; null for what is only searched once.</summary>
    public DateTime? Until { get; init; }

    /// <summary>When the place is searched; guests who lost something there hear soon after.</summary>
    public DateTime? SearchedAt { get; init; }

    /// <summary>When it ends by itself: the later of the two.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>A sentence of staff's own, shown as written; empty for none.</summary>
    public string OwnWords { get; init; } = "";

    /// <summary>Code of the language that it is written in.</summary>
    public string OwnLanguage { get; init; } = "";

    /// <summary>When it was over, by a hand or by the clock; null while that has not been noticed.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Who ended it early; null is the clock.</summary>
    public string? EndedByName { get; set; }

    /// <summary>The one that it stands in place of.</summary>
    public Guid? ReplacesId { get; init; }

    public bool IsUp(DateTime at) => PostedAt <= at && at < Over;

    /// <summary>When it is, or was, over.</summary>
    public DateTime Over => EndedAt ?? EndsAt;
}

public static class NoticeLimits
{
    /// <summary>Characters of staff's own sentence: one that a person reads on a wall in passing.</summary>
    public const int OwnWords = 160;

    /// <summary>Longer than this a notice is no news but the state of things.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
}

public static class NoticeKinds
{
    /// <summary>Whether it ends at a time that is told ("closed until about").</summary>
    public static bool HasEnd(this NoticeKind kind) => kind is not NoticeKind.SearchedLater;

    /// <summary>Whether it may say when the place is searched.</summary>
    public static bool MaySearch(this NoticeKind kind) => kind is not NoticeKind.DesksSlow;
}
