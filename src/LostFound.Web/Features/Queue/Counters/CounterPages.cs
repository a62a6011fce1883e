using System.Globalization;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;

namespace LostFound.Web.Features.Queue.Counters;

/// <summary>
/// <c>/desk/counter</c>: one's own counter, or which to open; <c>/desk/counter/2</c>: that one, whoever has it. Everything
/// works with forms and reloads; the script keeps the page live and gives it keys.
/// </summary>
internal sealed class CounterPages(Store store, ReadCounter read, OpenCounter open, PauseCounter pause, CloseCounter close)
{
    public const string Page = "/desk/counter";
    public const string Fragment = "/desk/counter/now";

    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet(Page, async (HttpContext http, ReadCounter read) => Show(await read.HandleAsync(http.User.Actor()))).ReadsQrCodes();
        staff.MapGet(Fragment, async (HttpContext http, ReadCounter read, int? number) =>
            Render.Fragment<CounterPanel>(new { Model = await read.HandleAsync(http.User.Actor(), number) }));
        staff.MapGet(CounterStrip.Fragment, async (HttpContext http, ReadCounter read) =>
            Render.Fragment<CounterStrip>(new { Model = await read.HandleAsync(http.User.Actor()) }));
        staff.MapGet($"{Page}/{{number:int}}", (int number, HttpContext http, CounterPages pages) => pages.ShowAsync(number, http.User.Actor())).ReadsQrCodes();
        staff.MapPost($"{Page}/open", (PostedForm form, HttpContext http, CounterPages pages) => pages.OpenAsync(form, http.User.Actor(), http.RequestAborted));
        staff.MapPost($"{Page}/{{number:int}}/pause", (int number, PostedForm form, HttpContext http, CounterPages pages) => pages.PauseAsync(number, form, http));
        staff.MapPost($"{Page}/{{number:int}}/close", (int number, PostedForm form, HttpContext http, CounterPages pages) => pages.CloseAsync(number, form, http));
    }

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}");

    public static IResult Show(CounterModel model, int status = StatusCodes.Status200OK) =>
        Render.Page<CounterPage>(new { Model = model }, status, noStore: true);

    /// <summary>What stood in the way, above how things stand now.</summary>
    public static CounterNotice Refused(Refusal refusal) => refusal.Kind == RefusalKind.Conflict
        ? new CounterNotice(Tone.Warning, "Not done: things have changed", refusal.Message)
        : new CounterNotice(Tone.Error, "Not done", refusal.Message);

    private async Task<IResult> ShowAsync(int number, Actor by)
    {
        var model = await read.HandleAsync(by, number);
        return model.Counter is null ? new SeeOther(Page) : Show(model);
    }

    private async Task<IResult> OpenAsync(PostedForm form, Actor by, CancellationToken cancellation)
    {
        var outcome = form.Problem is { } problem ? problem
            : int.TryParse(form.Text("counter"), CultureInfo.InvariantCulture, out var number) ? await open.HandleAsync(by.Desk, number, by, cancellation)
            : new Refusal(RefusalKind.Invalid, "Choose the counter whose sign is above you.");
        return outcome.Succeeded ? new SeeOther(Page) : Show(await read.HandleAsync(by, null, Refused(outcome.Refusal)), outcome.Refusal.Status());
    }

    private Task<IResult> PauseAsync(int number, PostedForm form, HttpContext http) =>
        ChangeAsync(number, form, http.User.Actor(), counter => pause.HandleAsync(counter, http.RequestAborted), Address(number));

    private Task<IResult> CloseAsync(int number, PostedForm form, HttpContext http) =>
        ChangeAsync(number, form, http.User.Actor(), counter => close.HandleAsync(counter, http.RequestAborted), Page);

    private async Task<IResult> ChangeAsync(int number, PostedForm form, Actor by, Func<Guid, Task<Outcome<bool>>> change, string next)
    {
        var outcome = form.Problem is { } problem ? problem
            : await store.CounterIdAsync(by.Desk, number) is { } counter ? await change(counter)
            : LineWrites.NoCounter;
        return outcome.Succeeded ? new SeeOther(next) : Show(await read.HandleAsync(by, number, Refused(outcome.Refusal)), outcome.Refusal.Status());
    }
}
