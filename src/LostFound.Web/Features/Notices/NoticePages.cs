using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Notices;

/// <summary><c>/desk/notices</c>: what guests are told of places now, a new notice with a look at it first, and the end of one.</summary>
internal sealed class NoticePages(Store store, ConfigStore config, PostNotice post, EndNotice end, Words words, TimeProvider clock)
{
    public const string Address = "/desk/notices";

    public static void Map(IEndpointRouteBuilder app)
    {
        var agents = app.MapGroup(Address).RequireAuthorization(Policies.Agent);
        agents.MapGet("", (NoticePages pages, Guid? change) => pages.ShowAsync(change));
        agents.MapPost("", (HttpContext http, NoticePages pages, PostedForm form) => pages.SendAsync(http, form));
        agents.MapPost("{id:guid}/end", (HttpContext http, Guid id, NoticePages pages, PostedForm form) => pages.EndAsync(http, id, form));
    }

    private async Task<IResult> ShowAsync(Guid? change)
    {
        var venue = config.Current;
        var edited = change is { } id ? await store.ReadAsync(db => db.Notices.SingleOrDefaultAsync(n => n.Id == id)) : null;
        return await PageAsync(edited is null ? NoticeTyped.Today(venue.Clock, clock.GetUtcNow().UtcDateTime) : NoticeTyped.Of(edited, venue.Clock), null, null);
    }

    /// <summary>The first send shows what guests will read; the second posts it.</summary>
    private async Task<IResult> SendAsync(HttpContext http, PostedForm form)
    {
        var typed = NoticeTyped.From(form);
        var input = typed.Input(config.Current.Clock);
        var problem = form.Problem ?? post.Check(input);
        if (problem is not null)
            return await PageAsync(typed, problem, null);
        if (form.Text("do") != "post")
            return await PageAsync(typed, null, PostNotice.Make(input, http.User.Actor(), clock.GetUtcNow().UtcDateTime));
        var posted = await post.HandleAsync(input, http.User.Actor(), http.RequestAborted);
        if (posted.Succeeded)
            return new SeeOther(Address);
        return posted.Refusal.Kind == RefusalKind.Invalid
            ? await PageAsync(typed, posted.Refusal, null)
            : posted.Refusal.AsPage("It was not posted", Address, "Back to the notices");
    }

    private async Task<IResult> EndAsync(HttpContext http, Guid id, PostedForm form)
    {
        var ended = form.Problem is { } problem ? problem : await end.HandleAsync(id, http.User.Actor(), http.RequestAborted);
        return ended.Succeeded ? new SeeOther(Address) : ended.Refusal.AsPage("It was not ended", Address, "Back to the notices");
    }

    private async Task<IResult> PageAsync(NoticeTyped typed, Refusal? problem, Notice? preview)
    {
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        var dayStart = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now));
        var (up, over) = await store.ReadAsync(async db => (
            await db.NoticesUpAsync(now),
            await db.Notices.Where(n => (n.EndedAt ?? n.EndsAt) <= now && (n.EndedAt ?? n.EndsAt) >= dayStart).OrderByDescending(n => n.EndedAt ?? n.EndsAt).ToListAsync()));
        return Render.Page<NoticesPage>(new
        {
            Venue = venue,
            Time = new VenueTime(venue.TimeZone, now),
            Up = up,
            Over = over,
            Typed = typed,
            Problem = problem,
            Preview = preview,
            Say = words,
        }, problem?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }
}

/// <summary>The form as it was filled in.</summary>
/// <param name="Where">"venue", "zone:KEY" or "place:KEY".</param>
public sealed record NoticeTyped(
    string Kind, string Where, string UntilDate, string UntilTime, string SearchedDate, string SearchedTime, string OwnWords, string OwnLanguage, string Replaces, string RequestId)
{
    private const string WholeVenue = "venue";

    public static NoticeTyped Empty => new("", "", "", "", "", "", "", Language.English.Code, "", Guid.NewGuid().ToString());

    /// <summary>Most notices are about today: only the times are left to fill in.</summary>
    public static NoticeTyped Today(VenueClock clock, DateTime now) => Empty with { UntilDate = Date(now, clock), SearchedDate = Date(now, clock) };

    public static NoticeTyped From(PostedForm form) => new(
        form.Text(PostNotice.KindField), form.Text(PostNotice.WhereField),
        form.Text("until-date"), form.Text("until-time"), form.Text("searched-date"), form.Text("searched-time"),
        form.Text(PostNotice.OwnField), form.Text("language"), form.Text("replaces"), form.Text("request"));

    public static NoticeTyped Of(Notice notice, VenueClock clock) => Empty with
    {
        Kind = notice.Kind.ToString(),
        Where = notice.Scope == NoticeScope.Venue ? WholeVenue : $"{notice.Scope.ToString().ToLowerInvariant()}:{notice.Where}",
        UntilDate = Date(notice.Until, clock), UntilTime = Time(notice.Until, clock),
        SearchedDate = Date(notice.SearchedAt, clock), SearchedTime = Time(notice.SearchedAt, clock),
        OwnWords = notice.OwnWords, OwnLanguage = notice.OwnLanguage.Length > 0 ? notice.OwnLanguage : Language.English.Code,
        Replaces = notice.Id.ToString(),
    };

    public NoticeInput Input(VenueClock clock)
    {
        var (scope, key) = Where.Split(':', 2) switch
        {
            ["zone", var zone] => (NoticeScope.Zone, zone),
            ["place", var place] => (NoticeScope.Place, place),
            [WholeVenue] => (NoticeScope.Venue, ""),
            _ => (NoticeScope.Place, ""),
        };
        return new NoticeInput(
            Enum.TryParse<NoticeKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null, scope, key,
            Utc(UntilDate, UntilTime, clock), Utc(SearchedDate, SearchedTime, clock), OwnWords, OwnLanguage,
            Guid.TryParse(Replaces, out var replaces) ? replaces : null, Guid.TryParse(RequestId, out var request) ? request : Guid.NewGuid());
    }

    private static DateTime? Utc(string date, string time, VenueClock clock) =>
        DateTime.TryParseExact($"{date} {time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? clock.Utc(local) : null;

    private static string Date(DateTime? utc, VenueClock clock) => utc is { } at ? clock.LocalTime(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static string Time(DateTime? utc, VenueClock clock) => utc is { } at ? clock.LocalTime(at).ToString("HH:mm", CultureInfo.InvariantCulture) : "";
}
