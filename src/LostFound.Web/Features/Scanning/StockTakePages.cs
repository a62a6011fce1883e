using LostFound.Web.Configuration;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Scanning;

/// <summary><c>/stock-takes/{id}</c>: counting a bin, then what to do about what was found. On any device, by any number of people.</summary>
internal sealed class StockTakePages(
    ReadStockTake read, CountItem count, FinishStockTake finish, MarkMissing missing, MoveItem move, SuggestTags suggest, RefuseScan refuse,
    ConfigStore config, ChangeFeed feed, TimeProvider clock)
{
    public const string ItemField = "item";

    public static void Map(IEndpointRouteBuilder app)
    {
        var takes = app.MapGroup("/stock-takes/{id:guid}");
        takes.MapGet("", (Guid id, StockTakePages pages) => pages.ShowAsync(id)).ReadsQrCodes();
        takes.MapGet("/count", (Guid id, StockTakePages pages) => pages.FragmentAsync(id));
        takes.MapPost("", (Guid id, PostedForm form, HttpContext http, StockTakePages pages) => pages.CountAsync(id, form, http)).ReadsQrCodes();
        takes.MapPost("/finish", (Guid id, PostedForm form, HttpContext http, StockTakePages pages) => pages.FinishAsync(id, form, http));
        takes.MapPost("/move", (Guid id, PostedForm form, HttpContext http, StockTakePages pages) => pages.MoveHereAsync(id, form, http));
        takes.MapPost("/missing", (Guid id, PostedForm form, HttpContext http, StockTakePages pages) => pages.MarkMissingAsync(id, form, http));
    }

    public static string Address(Guid id) => $"/stock-takes/{id}";

    private async Task<IResult> ShowAsync(Guid id, ScanNews? news = null, FormErrors? errors = null, string typed = "", int status = StatusCodes.Status200OK)
    {
        var sequence = feed.Latest;
        return await read.HandleAsync(id) is { } view
            ? Render.Page<StockTakePage>(new { View = view, News = news, Errors = errors, Typed = typed, Sequence = sequence }, status, noStore: true)
            : Unknown(StockTakeRefusals.Unknown);
    }

    private async Task<IResult> FragmentAsync(Guid id, ScanNews? news = null, int status = StatusCodes.Status200OK) => await read.HandleAsync(id) is { } view
        ? Render.Fragment<StockTakeCount>(new { View = view, News = news }, status)
        : Results.NotFound();

    private async Task<IResult> CountAsync(Guid id, PostedForm form, HttpContext http)
    {
        var typed = form.Text(ScanInput.CodeField).Trim();
        if (form.Problem is { } problem)
            return await ShowAsync(id, null, new FormErrors().Add(ScanInput.CodeField, problem.Message), typed, problem.Status());
        if (typed.Length == 0 || ScanInput.From(form, clock.GetUtcNow().UtcDateTime) is not { } input)
            return await ShowAsync(id, null, new FormErrors().Add(ScanInput.CodeField, "Scan a tag, or type its eight characters"), typed, StatusCodes.Status422UnprocessableEntity);
        if (input.Tag is null)
            return await RefusedAsync(id, input, http);
        var counted = await count.HandleAsync(id, input, http.User.Actor(), CancellationToken.None);
        if (!counted.Succeeded)
            return ScanPages.WantsFragment(http) ? await FragmentAsync(id, Refused(counted.Refusal), counted.Refusal.Status()) : Unknown(counted.Refusal);
        if (!ScanPages.WantsFragment(http))
            return new SeeOther(Address(id));
        return await FragmentAsync(id, StockTakeWords.News(counted.Value));
    }

    private async Task<IResult> RefusedAsync(Guid id, ScanInput input, HttpContext http)
    {
        await refuse.HandleAsync(ScanRefusal.NotATag, input.Code, itemId: null, http.User.Actor());
        var news = new ScanNews(IsGood: false, "No proper tag: one of its characters is wrong.") { IsRefusal = true, Suggestions = await suggest.HandleAsync(input.Code) };
        return ScanPages.WantsFragment(http)
            ? await FragmentAsync(id, news, StatusCodes.Status422UnprocessableEntity)
            : await ShowAsync(id, news, null, input.Code, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> FinishAsync(Guid id, PostedForm form, HttpContext http)
    {
        if (form.Problem is { } problem)
            return await ShowAsync(id, Refused(problem), status: problem.Status());
        var done = await finish.HandleAsync(id, http.User.Actor(), CancellationToken.None);
        return done.Succeeded ? new SeeOther(Address(id)) : Unknown(done.Refusal);
    }

    private async Task<IResult> MoveHereAsync(Guid id, PostedForm form, HttpContext http)
    {
        if (form.Problem is { } problem)
            return await ShowAsync(id, Refused(problem), status: problem.Status());
        if (await read.HandleAsync(id) is not { } view || config.Current.Bin(view.Take.Bin) is not { } bin)
            return Unknown(StockTakeRefusals.Unknown);
        // Only what the count found and nobody settled since: a page left open for an hour moves nothing back.
        var wanted = ItemsOf(form);
        foreach (var line in view.Lines.Where(l => l.Fix == StockTakeFix.MoveHere && wanted.Contains(l.ItemId!.Value)))
            await move.HandleAsync(line.ItemId!.Value, new Whereabouts(bin.Desk, bin.Code), http.User.Actor(), CancellationToken.None);
        return new SeeOther($"{Address(id)}#unexpected");
    }

    private async Task<IResult> MarkMissingAsync(Guid id, PostedForm form, HttpContext http)
    {
        if (form.Problem is { } problem)
            return await ShowAsync(id, Refused(problem), status: problem.Status());
        var marked = await missing.HandleAsync(id, ItemsOf(form), http.User.Actor(), CancellationToken.None);
        return marked.Succeeded ? new SeeOther($"{Address(id)}#missing") : Unknown(marked.Refusal);
    }

    private static ScanNews Refused(Refusal refusal) => new(IsGood: false, refusal.Message) { IsRefusal = true };

    private static HashSet<Guid> ItemsOf(PostedForm form) => [.. form.Many(ItemField).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)];

    private static IResult Unknown(Refusal refusal) => refusal.AsPage(refusal.Kind == RefusalKind.NotFound ? "There is no such count" : "The count is finished", "/bins", "To the bins");
}
