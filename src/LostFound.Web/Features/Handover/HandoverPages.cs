using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Valuables;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Handover;

/// <summary>
/// <c>/handover/{id}</c>, in two steps with or without a script: who receives it and why, then the very text with
/// that name and the signature beneath it.
/// </summary>
internal sealed class HandoverPages(ReadItemInHand items, ReadReceipt receipts, HandOver handOver, ReportBrokenSeal brokenSeal, SigningTickets tickets, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var handover = app.MapGroup("/handover/{id:guid}");
        handover.MapGet("", (Guid id, HttpContext http, HandoverPages pages) => pages.ShowAsync(id, http.User.Actor()));
        handover.MapPost("", (Guid id, PostedForm form, HttpContext http, HandoverPages pages) => pages.TakeDetailsAsync(id, form, http.User.Actor()));
        handover.MapPost("/sign", (Guid id, PostedForm form, HttpContext http, HandoverPages pages) => pages.TakeSignatureAsync(id, form, http.User.Actor(), http.RequestAborted));
    }

    private async Task<IResult> ShowAsync(Guid id, Actor by)
    {
        if (await items.ByIdAsync(id, by) is not { } item)
            return ShowItem.Unknown();
        return item.Item.Status == ItemStatus.HandedOver
            // What went by post was signed for by nobody here: its history tells of it.
            ? new SeeOther(item.Sent is null ? $"/handover/{id}/receipt" : $"/items/{id}")
            : await DetailsAsync(item, new HandoverForm { Name = item.Claim?.GuestName ?? "" }, null, by, StatusCodes.Status200OK);
    }

    private async Task<IResult> TakeDetailsAsync(Guid id, PostedForm posted, Actor by)
    {
        if (await items.ByIdAsync(id, by) is not { } item)
            return ShowItem.Unknown();
        var form = HandoverForm.Read(posted);
        if (posted.Problem is { } problem)
            return await DetailsAsync(item, form, new FormErrors().Add(HandoverForm.NameField, problem.Message), by, problem.Status());
        if (form.Seal == HandoverForm.SealBroken && item.Seal is { IsBroken: false })
        {
            await brokenSeal.HandleAsync(id, by, CancellationToken.None);
            return Stopped(ScanStop.SealBroken(item));
        }
        return posted.Text("back").Length > 0
            ? await DetailsAsync(item, form, null, by, StatusCodes.Status200OK)
            : await SignAsync(item, form, by, null, StatusCodes.Status200OK);
    }

    private async Task<IResult> TakeSignatureAsync(Guid id, PostedForm posted, Actor by, CancellationToken cancellation)
    {
        var form = HandoverForm.Read(posted);
        if (posted.Problem is { } problem)
            return await AgainAsync(id, form, by, problem);
        if (tickets.Open(form.Ticket, id) is not { } ticket || !Guid.TryParse(form.Request, out var request))
            return await AnewAsync(id, form, by, new Refusal(RefusalKind.Invalid, "We could not tell which text was signed. Here it is again: read it, and sign it once more."));
        if (tickets.IsTooOld(ticket))
            return await AnewAsync(id, form, by, new Refusal(RefusalKind.Conflict, "The text had been open for half an hour, so its time is no longer true. Here it is with the time of now: sign it once more."));
        if (HandoverDetails.Check(form, ticket.ClaimId is not null, form.Seal.Length > 0 ? form.Seal : null, []) is not { } details)
            return await AnewAsync(id, form, by, new Refusal(RefusalKind.Invalid, "The details did not arrive whole."));
        var signature = Signature.Read(form.Drawn, form.Typed, details.Name);
        if (!signature.Succeeded)
            return await AgainAsync(id, signature.Refusal.Field == Signature.DrawnField ? form with { Drawn = "" } : form, by, signature.Refusal);
        var done = await handOver.HandleAsync(new HandOverInput(id, request, details, ticket, signature.Value), by, cancellation);
        if (!done.Succeeded)
            return done.Refusal.Kind == RefusalKind.NotFound ? ShowItem.Unknown() : await AnewAsync(id, form, by, done.Refusal);
        return done.Value is { } refused ? await RefusedAsync(id, form, refused, by) : new SeeOther($"/handover/{id}/receipt");
    }

    private async Task<IResult> RefusedAsync(Guid id, HandoverForm form, ScanRefusal reason, Actor by)
    {
        if (reason == ScanRefusal.HeldForAnother && await items.ByIdAsync(id, by) is { Item.Status: ItemStatus.OnHold } held)
            return Stopped(ScanStop.HeldForAnother(held));
        return await AnewAsync(id, form, by, new Refusal(RefusalKind.Conflict, "The record of this item changed after the text was shown. Here is the text as it is now: compare it with what you hold, and sign it once more."));
    }

    /// <summary>The same text with what was signed so far: it still holds.</summary>
    private async Task<IResult> AgainAsync(Guid id, HandoverForm form, Actor by, Refusal refusal) =>
        await items.ByIdAsync(id, by) is { } item
            ? await SignAsync(item, form, by, refusal, refusal.Status(), tickets.Open(form.Ticket, id))
            : ShowItem.Unknown();

    /// <summary>A new text: a signature under the old one is not one under this.</summary>
    private async Task<IResult> AnewAsync(Guid id, HandoverForm form, Actor by, Refusal refusal) =>
        await items.ByIdAsync(id, by) is { } item
            ? await SignAsync(item, form with { Drawn = "", Typed = "", Request = "" }, by, refusal, refusal.Status())
            : ShowItem.Unknown();

    private async Task<IResult> SignAsync(ItemInHand item, HandoverForm form, Actor by, Refusal? refusal, int status, SigningTicket? shown = null)
    {
        if (await StopAsync(item, by) is { } stop)
            return Stopped(stop);
        var errors = new FormErrors();
        if (HandoverDetails.Check(form, item.Claim is not null, item.Seal?.Number, errors) is not { } details)
            return await DetailsAsync(item, form, errors, by, refusal is null ? StatusCodes.Status422UnprocessableEntity : status, refusal);
        var ticket = shown;
        var text = Compose(ticket?.At ?? clock.GetUtcNow().UtcDateTime);
        if (ticket is null || !ticket.IsFor(text))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            text = Compose(now);
            ticket = new SigningTicket(item.Id, item.Item.Version, item.Item.ClaimId, now, SigningTicket.HashOf(text));
        }
        return Render.Page<SignPage>(new
        {
            Item = item,
            Form = form with
            {
                Name = details.Name,
                Ticket = tickets.Seal(ticket),
                Request = Guid.TryParse(form.Request, out var request) ? request.ToString() : Guid.NewGuid().ToString(),
            },
            Text = text,
            Refusal = refusal,
        }, status, noStore: true);

        string Compose(DateTime at) => HandoverText.Compose(details.Name, item.Item, by.Desk, at, config.Current);
    }

    private async Task<IResult> DetailsAsync(ItemInHand item, HandoverForm form, FormErrors? errors, Actor by, int status, Refusal? refusal = null) =>
        await StopAsync(item, by) is { } stop
            ? Stopped(stop)
            : Render.Page<DetailsPage>(new { Item = item, Form = form, Errors = errors, Refusal = refusal }, status, noStore: true);

    private async Task<ScanStop?> StopAsync(ItemInHand item, Actor by)
    {
        if (item.Item.Status == ItemStatus.Disposed)
            return ScanStop.Disposed(item);
        if (!item.Item.MayBeHandedOver)
            return ScanStop.HandedOver(item, await receipts.HandleAsync(item.Id, by));
        if (item.Seal is { IsBroken: true })
            return ScanStop.SealBroken(item);
        return item.IsStuck ? ScanStop.Stuck(item) : null;
    }

    private static IResult Stopped(ScanStop stop) => Render.Page<StoppedPage>(new { Stop = stop }, RefusalResults.StatusOf(stop.Kind), noStore: true);
}
