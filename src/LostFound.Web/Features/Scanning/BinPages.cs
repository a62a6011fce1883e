using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Handover;
using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Scanning;

/// <summary><c>/b/{bin}</c>: what a bin's label opens for staff. Every item scanned there moves into it.</summary>
internal sealed class BinPages(ReadBin read, PutIntoBin put, UndoBinScan undo, StartStockTake start, ConfigStore config, ChangeFeed feed, TimeProvider clock)
{
    public const string ScanField = "scan";

    public static void Map(IEndpointRouteBuilder app)
    {
        var bins = app.MapGroup("/b/{code}");
        bins.MapGet("", (string code, HttpContext http, BinPages pages) => pages.ShowAsync(code, http)).ReadsQrCodes();
        bins.MapGet("/run", (string code, HttpContext http, BinPages pages) => pages.FragmentAsync(code, http));
        bins.MapPost("", (string code, PostedForm form, HttpContext http, BinPages pages) => pages.TakeAsync(code, form, http)).ReadsQrCodes();
        bins.MapPost("/undo", (string code, PostedForm form, HttpContext http, BinPages pages) => pages.UndoAsync(code, form, http));
        bins.MapPost("/stock-take", (string code, PostedForm form, HttpContext http, BinPages pages) => pages.StartAsync(code, form, http));
    }

    private async Task<IResult> ShowAsync(string code, HttpContext http, string typed = "", FormErrors? errors = null, int status = StatusCodes.Status200OK)
    {
        if (BinCode.Find(code, config.Current) is not { } bin)
            return Unknown();
        var sequence = feed.Latest;
        return Render.Page<BinPage>(new { View = await read.HandleAsync(bin, http.User.Actor()), Typed = typed, Errors = errors, Sequence = sequence }, status, noStore: true);
    }

    private async Task<IResult> FragmentAsync(string code, HttpContext http) => BinCode.Find(code, config.Current) is { } bin
        ? Render.Fragment<BinRun>(new { View = await read.HandleAsync(bin, http.User.Actor()) })
        : Results.NotFound();

    private async Task<IResult> TakeAsync(string code, PostedForm form, HttpContext http)
    {
        if (BinCode.Find(code, config.Current) is not { } bin)
            return Unknown();
        var typed = form.Text(ScanInput.CodeField).Trim();
        if (form.Problem is { } problem)
            return await ShowAsync(code, http, typed, Error(problem.Message), problem.Status());
        if (typed.Length == 0 || ScanInput.From(form, clock.GetUtcNow().UtcDateTime) is not { } input)
            return await ShowAsync(code, http, typed, Error("Scan a tag, or type its eight characters"), StatusCodes.Status422UnprocessableEntity);
        if (BinCode.Find(typed, config.Current) is { } other)
            return Next(other, http);
        // Not the request's own token: a scan that was sent is to be taken down, even if the device lost its network meanwhile.
        var taken = await put.HandleAsync(bin, input, http.User.Actor(), CancellationToken.None);
        if (!taken.Succeeded)
            return await ShowAsync(code, http, typed, Error(taken.Refusal.Message), taken.Refusal.Status());
        return ScanPages.WantsFragment(http) ? await FragmentAsync(code, http) : new SeeOther(BinCode.Address(bin.Code));
    }

    private async Task<IResult> UndoAsync(string code, PostedForm form, HttpContext http)
    {
        if (BinCode.Find(code, config.Current) is not { } bin)
            return Unknown();
        if (form.Problem is { } problem)
            return await ShowAsync(code, http, "", Error(problem.Message), problem.Status());
        _ = Guid.TryParse(form.Text(ScanField), out var scan);
        var undone = await undo.HandleAsync(bin.Code, scan, http.User.Actor(), CancellationToken.None);
        if (!undone.Succeeded)
            return await ShowAsync(code, http, "", Error(undone.Refusal.Message), undone.Refusal.Status());
        return ScanPages.WantsFragment(http) ? await FragmentAsync(code, http) : new SeeOther(BinCode.Address(bin.Code));
    }

    private async Task<IResult> StartAsync(string code, PostedForm form, HttpContext http)
    {
        if (BinCode.Find(code, config.Current) is not { } bin)
            return Unknown();
        if (form.Problem is { } problem)
            return await ShowAsync(code, http, "", Error(problem.Message), problem.Status());
        var started = await start.HandleAsync(bin, http.User.Actor(), CancellationToken.None);
        return started.Succeeded ? new SeeOther(StockTakePages.Address(started.Value)) : Unknown();
    }

    private static IResult Next(Bin bin, HttpContext http) =>
        ScanPages.WantsFragment(http) ? Results.Json(new { next = BinCode.Address(bin.Code), words = $"Bin {bin.Code}" }) : new SeeOther(BinCode.Address(bin.Code));

    private static FormErrors Error(string message) => new FormErrors().Add(ScanInput.CodeField, message);

    private static IResult Unknown() =>
        new Refusal(RefusalKind.NotFound, "No bin of this venue has that code. It may have been taken out of the configuration.").AsPage("There is no such bin", "/bins", "See all bins");
}
