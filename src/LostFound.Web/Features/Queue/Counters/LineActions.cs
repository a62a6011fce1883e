using System.Globalization;
using LostFound.Queueing;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Queue.Desk;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>
/// What staff do with the line itself: let a walk-up in, and look after any one guest in it (<c>/desk/tickets/{id}</c>).
/// </summary>
internal sealed class LineActions(
    Store store, ReadCounter read, JoinLine join, ArriveAtDesk arrive, LeaveLine leave, Transfer transfer, ConfigStore config)
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapPost("/desk/walk-up", (PostedForm form, HttpContext http, LineActions actions) => actions.JoinAsync(form, http.User.Actor(), http.RequestAborted));
        var ticket = staff.MapGroup("/desk/tickets/{id:guid}");
        ticket.MapGet("", (Guid id, LineActions actions) => actions.ShowAsync(id));
        ticket.MapPost("/here", (Guid id, PostedForm form, HttpContext http, LineActions actions) => actions.HereAsync(id, form, http));
        ticket.MapPost("/leave", (Guid id, PostedForm form, HttpContext http, LineActions actions) => actions.LeaveAsync(id, form, http));
        ticket.MapPost("/pass-on", (Guid id, PostedForm form, HttpContext http, LineActions actions) => actions.PassOnAsync(id, form, http));
    }

    public static string Address(Guid ticketId) => $"/desk/tickets/{ticketId}";

    private async Task<IResult> JoinAsync(PostedForm form, Actor by, CancellationToken cancellation)
    {
        Outcome<TakenPlace> taken = form.Problem is { } problem ? problem
            : !Enum.TryParse<Lane>(form.Text("lane"), out var lane) || !Enum.IsDefined(lane) || !Guid.TryParse(form.Text("request"), out var request)
                ? new Refusal(RefusalKind.Invalid, "Choose what the guest comes for.")
            : await join.HandleAsync(new JoinInput(request, by.Desk, lane, JoinedFrom.Staff, Name: form.Text("name").Trim()), cancellation);
        // The ticket's own page tells number and time, so that a reload neither asks again nor loses them.
        return taken.Succeeded
            ? new SeeOther(Address(taken.Value.TicketId))
            : CounterPages.Show(await read.HandleAsync(by, null, CounterPages.Refused(taken.Refusal)), taken.Refusal.Status());
    }

    private async Task<IResult> ShowAsync(Guid id, Refusal? refusal = null)
    {
        if (await read.GuestAsync(id) is not { } guest)
            return ShowItem.Unknown();
        var hasSlip = await store.ReadAsync(db => db.Tickets.AnyAsync(t => t.Id == id && t.TokenHash != null));
        return Render.Page<TicketPage>(new
        {
            Guest = guest,
            Venue = read.Time,
            Targets = ReadCounter.Targets(config.Current, guest.Desk),
            Slip = hasSlip && guest.State is TicketState.Waiting ? TakeForGuest.Slip(id) : null,
            Notice = refusal is null ? null : CounterPages.Refused(refusal),
            DeskName = ItemWords.Desk(guest.Desk, config.Current),
        }, refusal?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private Task<IResult> HereAsync(Guid id, PostedForm form, HttpContext http) =>
        AnswerAsync(id, form, http, async cancel => (await arrive.HandleAsync(id, cancel)).Refusal);

    private Task<IResult> LeaveAsync(Guid id, PostedForm form, HttpContext http) =>
        AnswerAsync(id, form, http, async cancel => (await leave.HandleAsync(id, cancel)).Refusal);

    private Task<IResult> PassOnAsync(Guid id, PostedForm form, HttpContext http) =>
        AnswerAsync(id, form, http, async cancel => Target(form) is var (desk, lane)
            ? (await transfer.HandleAsync(id, desk, lane, http.User.Actor(), cancel)).Refusal
            : new Refusal(RefusalKind.Invalid, "Choose where to."));

    private async Task<IResult> AnswerAsync(Guid id, PostedForm form, HttpContext http, Func<CancellationToken, Task<Refusal?>> act)
    {
        var refusal = form.Problem ?? await act(http.RequestAborted);
        if (refusal is not null)
            return await ShowAsync(id, refusal);
        return new SeeOther(int.TryParse(form.Text("counter"), CultureInfo.InvariantCulture, out var counter) ? CounterPages.Address(counter) : Address(id));
    }

    /// <summary>"main/Collect", as the buttons send it.</summary>
    private static (string Desk, Lane Lane)? Target(PostedForm form)
    {
        var parts = form.Text("to").Split('/');
        return parts.Length == 2 && Enum.TryParse<Lane>(parts[1], out var lane) && Enum.IsDefined(lane) ? (parts[0], lane) : null;
    }
}
