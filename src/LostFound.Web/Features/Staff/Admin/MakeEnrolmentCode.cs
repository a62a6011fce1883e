using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Staff.Admin;

/// <summary>A code as its maker sees it, once.</summary>
public sealed record MadeCode(string Code, DateTime ExpiresAt);

/// <summary>Makes the code by which one new device enrols: as a link, as a QR code and to type.</summary>
public sealed class MakeEnrolmentCode(Store store, ConfigStore config, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/devices/new", (MakeEnrolmentCode handler) => handler.Page("", handler.FirstDesk, null)).RequireAuthorization(Policies.Admin);
        app.MapPost("/admin/devices/new", (HttpContext context, PostedForm form, MakeEnrolmentCode handler) => handler.PostAsync(context, form)).RequireAuthorization(Policies.Admin);
    }

    private string FirstDesk => config.Current.Desks[0].Key;

    /// <param name="by">Null when the operator makes one from the command line.</param>
    public async Task<MadeCode> HandleAsync(string deviceName, string desk, Actor? by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var made = new MadeCode(EnrolmentCodes.NewTyped(), now + StaffLimits.EnrolmentCodeLives);
        await store.WriteAsync(db =>
        {
            db.EnrolmentCodes.Add(new EnrolmentCode
            {
                CodeHash = EnrolmentCodes.Hash(made.Code),
                Purpose = EnrolmentPurpose.EnrolDevice,
                DeviceName = deviceName,
                Desk = desk,
                ExpiresAt = made.ExpiresAt,
            });
            db.Audit(AuditKind.EnrolmentCodeMade, now, deviceName, by?.StaffId, by?.DeviceId);
            return Task.CompletedTask;
        }, cancellation);
        return made;
    }

    private async Task<IResult> PostAsync(HttpContext context, PostedForm form)
    {
        var name = form.Text("device").Trim();
        var desk = form.Text("desk");
        var errors = form.Problem is { } problem
            ? new FormErrors().Add("device", problem.Message)
            : new FormErrors().CheckDevice(name, desk, config.Current);
        if (errors.Any)
            return Page(form.Text("device"), desk, errors);
        var made = await HandleAsync(name, desk, context.User.Actor(), context.RequestAborted);
        // Shown as the answer itself, without a redirect: no address can show a secret twice.
        return Render.Page<EnrolmentCodePage>(new
        {
            DeviceName = name,
            DeskName = config.Current.Desk(desk)!.Name,
            made.Code,
            Server = StaffAddress.Base(context.Request, config.Current),
            made.ExpiresAt,
            Venue = new VenueTime(config.Current.TimeZone, clock.GetUtcNow().UtcDateTime),
        }, noStore: true);
    }

    private IResult Page(string device, string desk, FormErrors? errors) => Render.Page<MakeEnrolmentCodePage>(
        new { DeviceName = device, Desk = desk, Desks = config.Current.DeskChoices(), Errors = errors },
        errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
