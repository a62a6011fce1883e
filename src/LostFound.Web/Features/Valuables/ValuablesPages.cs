using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Valuables;

/// <summary>
/// <c>/items/{id}/valuables</c>: the signed-in person counts; then, on the same device, a second one who has not seen
/// the first count. With or without a script.
/// </summary>
internal sealed class ValuablesPages(Store store, ConfigStore config, CountCash countCash, CountTickets tickets, SecondPerson seconds, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var count = app.MapGroup("/items/{id:guid}/valuables").RequireAuthorization(Policies.Agent);
        count.MapGet("", (Guid id, HttpContext http, ValuablesPages pages) => pages.ShowAsync(id, http.User.Actor()));
        count.MapPost("", (Guid id, PostedForm form, HttpContext http, ValuablesPages pages) => pages.TakeFirstAsync(id, form, http.User.Actor()));
        count.MapPost("/second", (Guid id, PostedForm form, HttpContext http, ValuablesPages pages) => pages.TakeSecondAsync(id, form, http.User.Actor(), http.RequestAborted))
            .RequireRateLimiting(RateLimits.SignIn);
    }

    private CashRules Money => config.Current.Venue.Cash;

    private Task<IResult> ShowAsync(Guid id, Actor by) => FirstAsync(id, by, new FirstTyped(new CashTyped(), "", ""), [], StatusCodes.Status200OK);

    private async Task<IResult> TakeFirstAsync(Guid id, PostedForm form, Actor by)
    {
        var typed = new FirstTyped(CashTyped.From(form, Money), form.Text(CashFields.Seal).Trim().ToUpperInvariant(), form.Text(CashFields.Bin));
        var errors = new FormErrors();
        if (form.Problem is { } problem)
            return await FirstAsync(id, by, typed, errors.Add(CashFields.Seal, problem.Message), problem.Status());
        var cash = typed.Cash.Check(Money, errors);
        if (form.Text(CashFields.Sum).Length > 0)
            return await FirstAsync(id, by, typed, errors, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        await CheckSealAndBinAsync(typed, by, errors);
        if (errors.Any)
            return await FirstAsync(id, by, typed, errors, StatusCodes.Status422UnprocessableEntity);
        var ticket = new CountTicket(Guid.NewGuid(), id, by.StaffId, by.DeviceId, clock.GetUtcNow().UtcDateTime, cash!, typed.Seal, typed.Bin);
        return await SecondAsync(id, by, tickets.Seal(ticket), new CashTyped(), "", [], StatusCodes.Status200OK);
    }

    private async Task CheckSealAndBinAsync(FirstTyped typed, Actor by, FormErrors errors)
    {
        if (typed.Seal.Length is < ValuablesLimits.SealLeast or > ValuablesLimits.SealMost || !typed.Seal.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            errors.Add(CashFields.Seal, typed.Seal.Length == 0 ? "Type the number on the seal" : "A seal’s number has letters, digits and hyphens only: type it as it stands there");
        else if (await store.ReadAsync(db => db.SealIsUsedAsync(typed.Seal)))
            errors.Add(CashFields.Seal, CountCash.UsedSeal(typed.Seal).Message);
        if (!SafesFor(by).Any(safe => safe.Value == typed.Bin))
            errors.Add(CashFields.Bin, "Choose the safe that it goes into");
    }

    private async Task<IResult> TakeSecondAsync(Guid id, PostedForm form, Actor by, CancellationToken cancellation)
    {
        var typed = CashTyped.From(form, Money);
        var (ticket, who) = (form.Text(CashFields.Ticket), form.Text(SecondPerson.WhoField));
        var errors = new FormErrors();
        if (form.Problem is { } problem)
            return await SecondAsync(id, by, ticket, typed, who, errors.Add(SecondPerson.WhoField, problem.Message), problem.Status());
        if (tickets.Open(ticket, id, by) is not { } first)
            return await AgainAsync(id, by, null, "The first count is too old, or was made by somebody else. Count again, both of you.");
        if (typed.Check(Money, errors) is not { } second)
            return await SecondAsync(id, by, ticket, typed, who, errors, StatusCodes.Status422UnprocessableEntity);
        // The PIN first: what the counts say of each other is only for two people who are both there.
        var proved = await seconds.ProveAsync(form, by, cancellation);
        if (!proved.Succeeded)
            return await SecondAsync(id, by, ticket, typed, who, errors.Add(proved.Refusal.Field ?? SecondPerson.WhoField, proved.Refusal.Message), proved.Refusal.Status());
        var compared = await countCash.HandleAsync(first, second, proved.Value, by, cancellation);
        if (!compared.Succeeded)
            return await AgainAsync(id, by, first, compared.Refusal.Message);
        return compared.Value.Length == 0
            ? new SeeOther($"/items/{id}")
            : await AgainAsync(id, by, first, null, new CountsDiffer(by.StaffName, proved.Value.Name, compared.Value));
    }

    /// <summary>Both count anew, from empty fields: a number that stands there already is soon agreed with.</summary>
    private Task<IResult> AgainAsync(Guid id, Actor by, CountTicket? first, string? why, CountsDiffer? differ = null) =>
        FirstAsync(id, by, new FirstTyped(new CashTyped(), first?.Seal ?? "", first?.Bin ?? ""), [], StatusCodes.Status409Conflict, why, differ);

    private async Task<IResult> FirstAsync(Guid id, Actor by, FirstTyped typed, FormErrors errors, int status, string? why = null, CountsDiffer? differ = null)
    {
        var (item, seal) = await ReadAsync(id);
        if (item is null || !item.MayBeChanged)
            return item is null ? ShowItem.Unknown() : Closed(id);
        return Render.Page<FirstCountPage>(new
        {
            Item = Head(item),
            Typed = typed,
            Errors = errors,
            Safes = SafesFor(by),
            Money,
            Sum = typed.Cash.Check(Money, []),
            Why = why,
            Differ = differ,
            Before = seal,
        }, status, noStore: true);
    }

    private async Task<IResult> SecondAsync(Guid id, Actor by, string ticket, CashTyped typed, string who, FormErrors errors, int status)
    {
        var (item, _) = await ReadAsync(id);
        if (item is null || !item.MayBeChanged)
            return item is null ? ShowItem.Unknown() : Closed(id);
        return Render.Page<SecondCountPage>(new
        {
            Item = Head(item),
            FirstName = by.StaffName,
            Ticket = ticket,
            Typed = typed,
            Who = who,
            People = await seconds.ChoicesAsync(by),
            Errors = errors,
            Money,
            Sum = typed.Check(Money, []),
        }, status, noStore: true);
    }

    private Task<(Item? Item, SealOnItem? Seal)> ReadAsync(Guid id) =>
        store.ReadAsync(async db => (await db.Items.SingleOrDefaultAsync(i => i.Id == id), await db.SealOnAsync(id)));

    private CountedItem Head(Item item) => new(item.Id, item.Tag, ItemWords.Title(item, config.Current));

    /// <summary>This desk's own; a desk without one carries it to another's.</summary>
    private Choice[] SafesFor(Actor by)
    {
        var safes = config.Current.Bins.Where(bin => bin.Kind == BinKind.Safe).ToList();
        var here = safes.FindAll(bin => bin.Desk == by.Desk);
        return [.. (here.Count > 0 ? here : safes).Select(bin => new Choice(bin.Code, $"{bin.Code} · {bin.Name}"))];
    }

    private static IResult Closed(Guid id) => ItemRefusals.Closed.AsPage("This record is closed", $"/items/{id}", "Back to the item");
}

/// <summary>The first person's form as it was sent.</summary>
public sealed record FirstTyped(CashTyped Cash, string Seal, string Bin);

public sealed record CountedItem(Guid Id, string Tag, string Title);

/// <summary>What both are told after both have counted.</summary>
public sealed record CountsDiffer(string First, string Second, IReadOnlyList<CountDifference> Differences);
