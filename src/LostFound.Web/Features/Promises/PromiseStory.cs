using LostFound.Web.Configuration;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Notices;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Promises;

/// <summary>What promises and notices add to a guest's story. Owns up without excuses, and names who answers.</summary>
public sealed class PromiseStory(VenueConfig venue, VenueTime time, IReadOnlyList<Promise> promises, IReadOnlyList<Notice> notices, Words say)
{
    private readonly Dictionary<Guid, Promise> byId = promises.ToDictionary(p => p.Id);
    private readonly NoticeWords noticeWords = new(venue, time, say);

    public TimelineEvent Tell(ClaimEvent e)
    {
        var promise = e.PromiseId is { } id ? byId.GetValueOrDefault(id) : null;
        return e.Kind switch
        {
            ClaimEventKind.PromiseBroken => new(e.At, say["promises.broken"]) { Icon = "triangle-alert", Detail = Lines(Broken(promise)) },
            ClaimEventKind.LateAgain => new(e.At, say["promises.late-again"]) { Icon = "triangle-alert", Detail = Lines(LateAgain(promise)) },
            ClaimEventKind.PromiseMoved => new(e.At, say["promises.moved"])
            {
                Icon = "clock", Detail = Lines([Next(promise)]), Quote = promise?.Note, QuoteLanguage = Language.English.Code,
            },
            ClaimEventKind.Spoke => new(e.At, say["promises.spoke"]) { Icon = "phone", Detail = promise?.SettledBy is { } who ? say["promises.spoke-with", ("name", who)] : null },
            ClaimEventKind.CallPromised => new(e.At, say["promises.call-promised"]) { Icon = "phone", Detail = Lines([Next(promise), Answers(promise)]) },
            ClaimEventKind.CameBack => new(e.At, say["promises.came-back"]) { Icon = "hand", Detail = Lines([say["promises.came-back-detail"], Next(promise), Answers(promise)]) },
            _ => new(e.At, say["promises.still-here"]) { Icon = "bell", Detail = say["promises.still-here-detail"] },
        };
    }

    /// <summary>What is still to come besides the next word, and what stood in the park meanwhile.</summary>
    public IEnumerable<TimelineEvent> More()
    {
        foreach (var told in noticeWords.Story(notices))
            yield return told;
        foreach (var call in promises.Where(p => p is { Kind: PromiseKind.CallBack, IsOpen: true } && p.DueAt >= time.NowUtc))
        {
            yield return new TimelineEvent(call.DueAt, call.SupervisorName.Length > 0 ? say["promises.call-by", ("name", call.SupervisorName)] : say["promises.call-by-us"])
            {
                Upcoming = true, Icon = "phone",
            };
        }
    }

    /// <summary>What a "nothing yet" could not know when it was said: places still to be searched, an answer nobody had read.</summary>
    public string? Waits(ClaimEvent e) => Lines(
    [
        .. notices.Where(n => n.IsUp(e.At) && n.SearchedAt > e.At).Select(noticeWords.Text),
        e.AwaitsPerson == true ? say["promises.awaits-person"] : null,
    ]);

    private IEnumerable<string?> Broken(Promise? next)
    {
        if (next?.FollowsId is { } id && byId.GetValueOrDefault(id) is { } missed)
        {
            yield return About(missed, "broken");
            yield return Why(missed.Reason);
        }
        yield return Next(next);
        yield return Answers(next);
    }

    private IEnumerable<string?> LateAgain(Promise? missed)
    {
        if (missed is null)
            yield break;
        yield return About(missed, "late-again");
        yield return Why(missed.Reason);
        yield return Answers(missed);
    }

    private string About(Promise missed, string key) =>
        say[$"promises.{key}-{(missed.Kind == PromiseKind.CallBack ? "call" : "word")}", ("time", time.Describe(missed.DueAt))];

    private string? Why(MissReason reason) => reason switch
    {
        MissReason.StoodStill => say["promises.why-stood-still"],
        MissReason.NobodyDid => say["promises.why-nobody-did"],
        MissReason.Unknown => null,
    };

    private string? Next(Promise? promise) => promise is null ? null
        : say[promise.Kind == PromiseKind.CallBack ? "promises.next-call" : "promises.next-word", ("time", time.Describe(promise.DueAt))];

    private string? Answers(Promise? promise) => promise is { SupervisorName.Length: > 0 } ? say["promises.answers", ("name", promise.SupervisorName)] : null;

    private static string? Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => line is not null)) is { Length: > 0 } text ? text : null;
}
