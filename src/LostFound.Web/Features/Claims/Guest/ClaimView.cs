using LostFound.Web.Features.Notices;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Queue.Guest;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Claims.Guest;

/// <summary>
/// All that a guest's page says. It has no room for anything of an item: what guests must not see cannot be
/// put in by mistake (GuestViewTests).
/// </summary>
public sealed record ClaimView
{
    /// <summary>A human sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What it means for the guest, and what happens next.</summary>
    public required string Next { get; init; }

    public string? Apology { get; init; }
    public required string Reference { get; init; }
    public required IReadOnlyList<QuestionView> Questions { get; init; }
    public required IReadOnlyList<TimelineEvent> Story { get; init; }
    public required IReadOnlyList<ToldRow> Told { get; init; }

    /// <summary>What is known of the search and what isn't; null when nothing is searched for.</summary>
    public KnownFacts? Known { get; init; }

    /// <summary>What stands in the park now and concerns this guest.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public required NoticeWords NoticeWords { get; init; }
    public CollectView? Collect { get; init; }
    /// <summary>The guest's place in line; null without one.</summary>
    public PlaceView? Place { get; init; }

    /// <summary>How the guest may take a place, as a link's words; null when there is nothing to come for, or a place already.</summary>
    public string? MayJoin { get; init; }

    /// <summary>How it was closed, and what is asked then; null while it is open.</summary>
    public ClosedView? Closed { get; init; }
    /// <summary>What the conversation has for the guest.</summary>
    public required Messages.TalkNews Talk { get; init; }

    public required bool MayBeWithdrawn { get; init; }

    /// <summary>Whether anything can still change by itself.</summary>
    public required bool IsLive { get; init; }
}

/// <summary>A question that waits for the guest's answer.</summary>
public sealed record QuestionView(Guid Id, string Question);

/// <summary>One line of what the guest told us.</summary>
public sealed record ToldRow(string Name, string Value);

/// <summary>Where to come, and when somebody is there.</summary>
public sealed record CollectView(string DeskName, string? PlaceName, string Hours);

/// <summary>An answer that was refused, to be shown again as it was typed.</summary>
public sealed record RefusedAnswer(Guid QuestionId, string Typed, string Message);
