using LostFound.Web.Features.Items;
using LostFound.Web.Features.Scanning;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Handover;

/// <summary>
/// <c>/scan</c>. The box posts, because what is scanned may be a guest's secret link, and addresses stay in logs and
/// histories; a tag then gets an address of its own, that can be reloaded and linked to.
/// </summary>
internal static class ScanPages
{
    public const string Home = "/scan";
    public const string Field = ScanInput.CodeField;

    /// <summary>Sent by the script: how the code came in.</summary>
    public const string HowField = "how";

    /// <summary>Sent by the script, which puts the answer beneath the box instead of leaving the page.</summary>
    public const string FragmentHeader = "X-Fragment";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Home, ShowAsync).ReadsQrCodes();
        app.MapPost(Home, TakeAsync).ReadsQrCodes();
        app.MapPost($"{Home}/here", HereAsync);
    }

    public static string Address(string tag) => $"{Home}?{Field}={Uri.EscapeDataString(tag)}";

    public static bool WantsFragment(HttpContext http) => http.Request.Headers.ContainsKey(FragmentHeader);

    private static async Task<IResult> ShowAsync(string? code, HttpContext http, ScanTag scan) => string.IsNullOrWhiteSpace(code)
        ? Page(http, null, null)
        : Show(await scan.HandleAsync(Cut(code), ScanWay.Link, http.User.Actor()), code, http);

    private static async Task<IResult> TakeAsync(PostedForm form, HttpContext http, ScanTag scan)
    {
        var code = Cut(form.Text(Field));
        if (form.Problem is { } problem)
            return Page(http, code, new FormErrors().Add(Field, problem.Message), status: problem.Status());
        if (string.IsNullOrWhiteSpace(code))
            return Page(http, code, new FormErrors().Add(Field, "Scan a tag, or type its eight characters"), status: StatusCodes.Status422UnprocessableEntity);
        var answer = await scan.HandleAsync(code, WayOf(form.Text(HowField)), http.User.Actor());
        return answer.Item is { } item && !WantsFragment(http) ? new SeeOther(Address(item.Item.Tag)) : Show(answer, code, http);
    }

    /// <summary>"I hold it": the item is at this desk now, whatever the record said.</summary>
    private static async Task<IResult> HereAsync(PostedForm form, HttpContext http, MoveItem move)
    {
        if (form.Problem is { } problem)
            return Page(http, form.Text(Field), new FormErrors().Add(Field, problem.Message), status: problem.Status());
        var actor = http.User.Actor();
        var moved = await move.HandleAsync(form.Text(Field), new Whereabouts(actor.Desk, null), actor, http.RequestAborted);
        return moved.Succeeded ? new SeeOther(Address(form.Text(Field))) : moved.Refusal.AsPage("That could not be taken down", Home, "Scan again");
    }

    private static IResult Show(ScanAnswer answer, string code, HttpContext http)
    {
        if (answer.Next is { } next)
            return WantsFragment(http) ? Results.Json(new { next = next.Address, words = next.Words }) : new SeeOther(next.Address);
        var status = answer.Stop is { } stop ? RefusalResults.StatusOf(stop.Kind) : StatusCodes.Status200OK;
        return WantsFragment(http)
            ? Render.Fragment<ScanResult>(new { Answer = answer }, status)
            : Page(http, answer.Stop is null ? null : code, null, answer, status);
    }

    private static IResult Page(HttpContext http, string? typed, FormErrors? errors, ScanAnswer? answer = null, int status = StatusCodes.Status200OK) =>
        Render.Page<ScanPage>(new { Typed = typed, Errors = errors, Answer = answer, MaySeeRefused = http.User.Role() >= StaffRole.Supervisor }, status, noStore: true);

    private static ScanWay WayOf(string how) => how is "camera" or "wedge" ? ScanWay.Scanned : ScanWay.Typed;

    /// <summary>No scanner sends this much; whatever did, its beginning says enough.</summary>
    private static string Cut(string code) => code.Length <= HandoverLimits.Code ? code : code[..HandoverLimits.Code];
}
