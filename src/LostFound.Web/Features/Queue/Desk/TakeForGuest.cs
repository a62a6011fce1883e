using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Desk;

/// <summary>
/// Staff take a place for a guest: for one without a phone the kiosk prints a slip and the guest goes on with the day;
/// for one who stands at the desk it is the walk-up's place.
/// </summary>
public static class TakeForGuest
{
    public const string Page = "/queue/join";

    public static void Map(IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("").RequireAuthorization(Policies.Agent);
        staff.MapGet(Page, (HttpContext http, ConfigStore config, LineSnapshots lines, TimeProvider clock) => ShowAsync(http, config, lines, clock, Guid.NewGuid(), "", "", null));
        staff.MapPost(Page, TakeAsync);
        staff.MapGet("/queue/slip/{id:guid}", SlipAsync);
        staff.MapGet("/queue/poster", Poster);
    }

    public static string Slip(Guid ticketId) => $"/queue/slip/{ticketId}";

    private static async Task<IResult> TakeAsync(HttpContext http, PostedForm form, JoinLine join, ConfigStore config, LineSnapshots lines, TimeProvider clock, CancellationToken cancellation)
    {
        var (lane, name, by) = (form.Text("lane"), form.Text("name").Trim(), http.User.Actor());
        _ = Guid.TryParse(form.Text("request"), out var requestId);
        if (form.Problem is { } problem)
            return await ShowAsync(http, config, lines, clock, requestId, lane, name, problem);
        if (!Enum.TryParse<Lane>(lane, out var chosen) || !Enum.IsDefined(chosen))
            return await ShowAsync(http, config, lines, clock, requestId, lane, name, new Refusal(RefusalKind.Invalid, "Choose what the guest comes for", "lane"));
        var from = form.Text("how") == "stays" ? JoinedFrom.Staff : JoinedFrom.Kiosk;
        var outcome = await join.HandleAsync(new JoinInput(requestId, by.Desk, chosen, from, Name: name), cancellation);
        return outcome.Succeeded ? new SeeOther(Slip(outcome.Value.TicketId)) : await ShowAsync(http, config, lines, clock, requestId, lane, name, outcome.Refusal);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ConfigStore config, LineSnapshots lines, TimeProvider clock, Guid requestId, string lane, string name, Refusal? refused)
    {
        var (venue, now, desk) = (config.Current, clock.GetUtcNow().UtcDateTime, http.User.Actor().Desk);
        var line = await lines.CurrentAsync(desk);
        var told = line.TellNewcomer(Lane.Report, now);
        return Render.Page<TakeForGuestPage>(new
        {
            DeskName = venue.Desk(desk)?.Name ?? desk,
            Waiting = line.Line.Count,
            Wait = told is null ? "Called at once." : $"About {told.FromMinutes} to {told.ToMinutes} minutes, called by {new VenueTime(venue.TimeZone, now).Describe(told.By)}.",
            RequestId = requestId,
            Lane = lane,
            Name = name,
            Errors = refused is null ? null : new FormErrors().Add(refused.Field ?? "lane", refused.Message),
        }, refused?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private static async Task<IResult> SlipAsync(Guid id, HttpContext http, Store store, TicketTokens tokens, ConfigStore config, TimeProvider clock)
    {
        if (await store.ReadAsync(db => db.Tickets.SingleOrDefaultAsync(t => t.Id == id)) is not { TokenHash: not null } ticket)
            return ShowItem.Unknown();
        var venue = config.Current;
        var time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime);
        return Render.Page<SlipPage>(new
        {
            ticket.Number,
            DeskName = venue.Desk(ticket.Desk)?.Name ?? ticket.Desk,
            Lane = OrderWords.Lane(ticket.Lane),
            Told = ticket.ToldBy is { } by ? $"We’ll call you by {time.Describe(by)}." : "You’re next.",
            Joined = time.Describe(ticket.JoinedAt),
            Link = venue.PublicUrl(http.Request) + tokens.For(ticket.Id).Address,
            venue.Queue.HoldMinutes,
        }, noStore: true);
    }

    private static IResult Poster(string? desk, HttpContext http, ConfigStore config)
    {
        var venue = config.Current;
        var shown = venue.Desk(desk ?? http.User.Actor().Desk) ?? venue.Desks[0];
        return Render.Page<PosterPage>(new
        {
            VenueName = venue.Venue.Name,
            DeskName = shown.Name,
            Link = $"{venue.PublicUrl(http.Request)}/q?desk={shown.Key}",
            Others = venue.Desks.Where(d => d.Key != shown.Key).Select(d => new Choice(d.Key, d.Name)).ToList(),
            venue.Queue.HoldMinutes,
        });
    }
}
