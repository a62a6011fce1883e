using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Features.Tags;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using LostFound.Web.Shared.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Labels;

/// <summary>
/// <c>/labels/tags</c>: labels without an item yet, for where no printer is at hand. Stuck on a found thing and
/// scanned, one opens registering with its code.
/// </summary>
internal sealed class PrintTags(Store store, ConfigStore config, TimeProvider clock, NewTag newTag)
{
    public const string CountField = "count";
    public const string RequestField = "request";
    private const string Kind = "print-tags";
    private const int Attempts = 5;
    private const int Listed = 8;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/labels/tags", (PrintTags print) => print.FormAsync("", null, StatusCodes.Status200OK)).RequireAuthorization(Policies.Agent);
        app.MapPost("/labels/tags", (PostedForm form, PrintTags print, CancellationToken cancellation) => print.TakeAsync(form, cancellation)).RequireAuthorization(Policies.Agent);
        app.MapGet("/labels/tags/{sheet:guid}", (Guid sheet, HttpRequest request, PrintTags print) => print.ShowAsync(sheet, request)).RequireAuthorization(Policies.Agent);
    }

    private async Task<IResult> TakeAsync(PostedForm form, CancellationToken cancellation)
    {
        var typed = form.Text(CountField).Trim();
        if (form.Problem is { } problem)
            return await FormAsync(typed, new FormErrors().Add(CountField, problem.Message), problem.Status());
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > TagLimits.Printing)
            return await FormAsync(typed, new FormErrors().Add(CountField, $"Enter how many labels you want, from 1 to {TagLimits.Printing}"), StatusCodes.Status422UnprocessableEntity);
        if (!Guid.TryParse(form.Text(RequestField), out var request))
            return await FormAsync(typed, new FormErrors().Add(CountField, "This page is damaged. Send the form once more"), StatusCodes.Status422UnprocessableEntity);
        var paper = Enum.TryParse<LabelPaper>(form.Text("paper"), out var chosen) && Enum.IsDefined(chosen) ? chosen : LabelPaper.Sheet;
        var sheet = await HandleAsync(request, count, cancellation);
        return sheet.Succeeded
            ? new SeeOther($"/labels/tags/{sheet.Value}?paper={paper}&start={Uri.EscapeDataString(form.Text("start"))}")
            : await FormAsync(typed, new FormErrors().Add(CountField, sheet.Refusal.Message), sheet.Refusal.Status());
    }

    /// <summary>Issues new codes for one printing; the same request again gives the same printing.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Guid request, int count, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.WriteAsync(db => IssueAsync(db, request, count), cancellation);
            }
            catch (DbUpdateException taken) when (attempt < Attempts && UniqueIndex.Refused(taken, TagTable.Key))
            {
                // The key decides whether a code is free: all are drawn again.
            }
        }
    }

    private async Task<Outcome<Guid>> IssueAsync(LostFoundDb db, Guid request, int count)
    {
        var before = await db.AnsweredBeforeAsync(request, Kind, count);
        if (!before.Succeeded)
            return before.Refusal;
        if (before.Value is { } answer)
            return Guid.Parse(answer);
        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < count)
            codes.Add(newTag());
        foreach (var code in codes)
            db.Issue(code, TagOrigin.Printed, now, sheet: sheet);
        db.Remember(request, Kind, count, sheet.ToString(), now);
        return sheet;
    }

    private async Task<IResult> FormAsync(string typed, FormErrors? errors, int status)
    {
        var venue = config.Current;
        var recent = await store.ReadAsync(db => db.Tags.Where(t => t.Sheet != null)
            .GroupBy(t => t.Sheet!.Value)
            .Select(sheet => new TagPrinting(sheet.Key, sheet.Min(t => t.IssuedAt), sheet.Count(), sheet.Count(t => db.Items.Any(i => i.Tag == t.Code))))
            .ToListAsync());
        return Render.Page<PrintTagsPage>(new
        {
            Typed = typed,
            Errors = errors,
            RequestId = Guid.NewGuid().ToString(),
            ChooseLabels.LabelSheetOf(venue).Places,
            Recent = recent.OrderByDescending(printing => printing.At).Take(Listed).ToArray(),
            Time = new VenueTime(venue.TimeZone, clock.GetUtcNow().UtcDateTime),
        }, status, noStore: true);
    }

    private async Task<IResult> ShowAsync(Guid sheet, HttpRequest request)
    {
        var venue = config.Current;
        // A label that is on something already is left out: printed again, one code would be on two things.
        var codes = await store.ReadAsync(db => db.Tags
            .Where(t => t.Sheet == sheet && !db.Items.Any(i => i.Tag == t.Code)).OrderBy(t => t.Code).Select(t => t.Code).ToListAsync());
        if (codes.Count == 0)
            return new Refusal(RefusalKind.NotFound, "All of its labels are on something by now, or it was never printed.").AsPage("There is nothing left to print", "/labels/tags", "Print new labels");
        var labels = codes.Select(code => LabelView.Blank(code, ItemLabel.AddressOf(code, venue, request), venue.Labels)).ToList();
        return LabelPages.Of(labels, LabelChoice.Of(request.Query), venue);
    }
}

/// <summary>One printing of labels in advance.</summary>
/// <param name="Used">How many of its labels are on an item by now.</param>
public sealed record TagPrinting(Guid Sheet, DateTime At, int Labels, int Used);
