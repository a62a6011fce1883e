using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Languages;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Notices;

/// <summary>What staff chose and typed, with times as UTC; a time is null when it was left out or is none.</summary>
/// <param name="Replaces">The notice that this one edits.</param>
public sealed record NoticeInput(
    NoticeKind? Kind, NoticeScope Scope, string Where, DateTime? Until, DateTime? SearchedAt, string OwnWords, string OwnLanguage, Guid? Replaces, Guid RequestId);

/// <summary>Tells guests honestly how things stand at a place. An edit ends the notice before it in the same breath.</summary>
public sealed class PostNotice(Store store, ConfigStore config, TimeProvider clock)
{
    private const string Kind = "post-notice";

    public const string KindField = "kind";
    public const string WhereField = "where";
    public const string UntilField = "until";
    public const string SearchedField = "searched";
    public const string OwnField = "own";

    public async Task<Outcome<Guid>> HandleAsync(NoticeInput input, Actor by, CancellationToken cancellation)
    {
        if (Check(input) is { } problem)
            return problem;
        return await store.WriteAsync<Guid>(async db =>
        {
            var before = await db.AnsweredBeforeAsync(input.RequestId, Kind, input);
            if (!before.Succeeded)
                return before.Refusal;
            if (before.Value is { } known)
                return Guid.Parse(known);
            var now = clock.GetUtcNow().UtcDateTime;
            if (input.Replaces is { } id && !await db.EndNoticeAsync(id, by.StaffName, now))
                return new Refusal(RefusalKind.Conflict, "Somebody ended or changed this notice meanwhile. Look at the list first.");
            var notice = Make(input, by, now);
            db.Notices.Add(notice);
            await db.AnnounceNoticeAsync(notice, config.Current, now);
            db.Remember(input.RequestId, Kind, input, notice.Id.ToString(), now);
            return notice.Id;
        }, cancellation);
    }

    /// <summary>What stands in the way of posting it; null when nothing does.</summary>
    public Refusal? Check(NoticeInput input)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (input.Kind is not { } kind)
            return Wrong("Choose what happened", KindField);
        if (!IsKnown(input))
            return Wrong("Choose where it is", WhereField);
        if (kind.HasEnd() && input.Until is null)
            return Wrong("Say until about when. Choose the late end: sooner is a pleasant surprise", UntilField);
        if (kind.HasEnd() && IsOutside(input.Until!.Value, now))
            return Wrong("Choose a time from now on, within seven days", UntilField);
        if (kind == NoticeKind.SearchedLater && input.SearchedAt is null)
            return Wrong("Say when it is searched", SearchedField);
        if (kind.MaySearch() && input.SearchedAt is { } searched && IsOutside(searched, now))
            return Wrong("Choose a time from now on, within seven days", SearchedField);
        return input.OwnWords.Trim().Length > NoticeLimits.OwnWords
            ? Wrong($"Shorten your sentence to {NoticeLimits.OwnWords} characters: it has {input.OwnWords.Trim().Length} now", OwnField)
            : null;
    }

    internal static Notice Make(NoticeInput input, Actor by, DateTime now)
    {
        var kind = input.Kind!.Value;
        var until = kind.HasEnd() ? input.Until : null;
        var searched = kind.MaySearch() ? input.SearchedAt : null;
        var own = input.OwnWords.Trim();
        return new Notice
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            Kind = kind,
            Scope = input.Scope,
            Where = input.Scope == NoticeScope.Venue ? "" : input.Where,
            PostedAt = now,
            PostedBy = by.StaffId,
            PostedByName = by.StaffName,
            Until = until,
            SearchedAt = searched,
            EndsAt = until > searched || searched is null ? until!.Value : searched.Value,
            OwnWords = own,
            OwnLanguage = own.Length == 0 ? "" : Language.OrEnglish(input.OwnLanguage).Code,
            ReplacesId = input.Replaces,
        };
    }

    private bool IsKnown(NoticeInput input) => input.Scope switch
    {
        NoticeScope.Venue => true,
        NoticeScope.Zone => config.Current.Zone(input.Where) is not null,
        NoticeScope.Place => config.Current.Place(input.Where) is not null,
    };

    private static bool IsOutside(DateTime time, DateTime now) => time <= now || time > now + NoticeLimits.Longest;

    private static Refusal Wrong(string message, string field) => new(RefusalKind.Invalid, message, field);
}
