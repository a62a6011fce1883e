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
    public const string Field = "code";

    /// <summary>Sent by the script, which puts the answer beneath the box instead of leaving the page.</summary>
    public const string FragmentHeader = "X-Fragment";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/scan", ShowAsync).ReadsQrCodes();
        app.MapPost("/scan", TakeAsync).ReadsQrCodes();
    }

    public static string Address(string tag) => $"/scan?{Field}={tag}";

    private static async Task<IResult> ShowAsync(string? code, HttpContext http, ScanTag scan) =>
        string.IsNullOrWhiteSpace(code) ? Page(null, null) : Show(await scan.HandleAsync(Cut(code), http.User.Actor()), code, http);

    private static async Task<IResult> TakeAsync(PostedForm form, HttpContext http, ScanTag scan)
    {
        var code = Cut(form.Text(Field));
        if (form.Problem is { } problem)
            return Page(code, new FormErrors().Add(Field, problem.Message), status: problem.Status());
        if (string.IsNullOrWhiteSpace(code))
            return Page(code, new FormErrors().Add(Field, "Scan a tag, or type its eight characters"), status: StatusCodes.Status422UnprocessableEntity);
        var answer = await scan.HandleAsync(code, http.User.Actor());
        return answer.Item is { } item && !WantsFragment(http) ? new SeeOther(Address(item.Item.Tag)) : Show(answer, code, http);
    }

    private static IResult Show(ScanAnswer answer, string code, HttpContext http)
    {
        if (answer.ClaimId is { } claimId)
            return WantsFragment(http) ? Results.Json(new { next = $"/claims/{claimId}" }) : new SeeOther($"/claims/{claimId}");
        var status = answer.Stop is { } stop ? RefusalResults.StatusOf(stop.Kind) : StatusCodes.Status200OK;
        return WantsFragment(http)
            ? Render.Fragment<ScanResult>(new { Answer = answer }, status)
            : Page(answer.Stop is null ? null : code, null, answer, status);
    }

    private static IResult Page(string? typed, FormErrors? errors, ScanAnswer? answer = null, int status = StatusCodes.Status200OK) =>
        Render.Page<ScanPage>(new { Typed = typed, Errors = errors, Answer = answer }, status, noStore: true);

    private static bool WantsFragment(HttpContext http) => http.Request.Headers.ContainsKey(FragmentHeader);

    /// <summary>No scanner sends this much; whatever did, its beginning says enough.</summary>
    private static string Cut(string code) => code.Length <= HandoverLimits.Code ? code : code[..HandoverLimits.Code];
}
