using System.Text;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Review;

/// <summary><c>/board/review</c>: what the days behind us teach, its tables for a spreadsheet, and what was changed.</summary>
internal sealed class ReviewPages(Store store, ConfigStore config, ReadReview read, NoteChange note, WithdrawChange withdraw, TimeProvider clock)
{
    public const string Address = "/board/review";

    public static void Map(IEndpointRouteBuilder app)
    {
        var supervisors = app.MapGroup(Address).RequireAuthorization(Policies.Supervisor);
        supervisors.MapGet("", (ReviewPages pages, ReviewAsked asked) => pages.PageAsync(asked, new ChangeTyped("", "", Guid.NewGuid().ToString()), null));
        supervisors.MapGet("{table}.csv", (ReviewPages pages, string table, ReviewAsked asked) => pages.CsvAsync(table, asked));
        supervisors.MapPost("changes", (HttpContext http, PostedForm form, ReviewPages pages) => pages.NoteAsync(http, form));
        supervisors.MapPost("changes/{id:guid}/withdraw", (HttpContext http, Guid id, PostedForm form, ReviewPages pages) => pages.WithdrawAsync(http, id, form));
    }

    public static string AddressOf(ReviewRange range, string? table = null, string? sort = null, bool whole = false) =>
        $"{Address}?{range.Query}{(table is null ? "" : $"&by={table}&sort={sort}{(whole ? $"&whole={table}" : "")}#{table}")}";

    private async Task<IResult> PageAsync(ReviewAsked asked, ChangeTyped typed, Refusal? refusal)
    {
        var (venue, range) = (config.Current, RangeOf(asked));
        var changes = await store.ReadAsync(db => db.ChangesMade
            .Where(c => c.WithdrawnAt == null && c.Day <= range.To).OrderByDescending(c => c.Day).ThenByDescending(c => c.WrittenAt).Take(ChangeList.Most).ToListAsync());
        return Render.Page<ReviewPage>(new
        {
            Review = await read.HandleAsync(range),
            Venue = venue,
            Table = asked.By,
            asked.Sort,
            asked.Whole,
            Changes = changes,
            Typed = typed.Day.Length > 0 ? typed : typed with { Day = Iso(venue.Clock.BusinessDay(Now)) },
            Refused = refusal,
            Time = new VenueTime(venue.TimeZone, Now),
        }, refusal?.Status() ?? StatusCodes.Status200OK, noStore: true);
    }

    private async Task<IResult> CsvAsync(string table, ReviewAsked asked)
    {
        if (ReviewTable.All.FirstOrDefault(t => t.Name == table) is not { } wanted)
            return new Refusal(RefusalKind.NotFound, "There is no such table.").AsPage("We looked, but this table isn’t here", Address, "To the review");
        var range = RangeOf(asked);
        var csv = wanted.ToCsv(await read.HandleAsync(range), config.Current);
        // The mark at the start tells spreadsheets that it is UTF-8.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", $"review-{table}-{Iso(range.From)}-{Iso(range.To)}.csv");
    }

    private async Task<IResult> NoteAsync(HttpContext http, PostedForm form)
    {
        var asked = ReviewAsked.Of(form);
        var typed = new ChangeTyped(form.Text(NoteChange.DayField), form.Text(NoteChange.WordsField), form.Text(NoteChange.RequestField));
        var noted = form.Problem is { } problem ? problem
            : !Guid.TryParse(typed.Request, out var request) ? form.Damaged
            : await note.HandleAsync(request, typed.Day, typed.Words, http.User.Actor(), http.RequestAborted);
        return noted.Succeeded ? new SeeOther($"{AddressOf(RangeOf(asked))}#changed") : await PageAsync(asked, typed, noted.Refusal);
    }

    private async Task<IResult> WithdrawAsync(HttpContext http, Guid id, PostedForm form)
    {
        var back = $"{AddressOf(RangeOf(ReviewAsked.Of(form)))}#changed";
        if (form.Problem is { } problem)
            return problem.AsPage("The note was not withdrawn", back, "Back to the review");
        await withdraw.HandleAsync(id, http.User.Actor(), http.RequestAborted);
        return new SeeOther(back);
    }

    private ReviewRange RangeOf(ReviewAsked asked) => ReviewRange.Parse(asked.Range, asked.From, asked.To, config.Current.Clock, Now);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <summary>The days and the order that an address asks for, as it stands there.</summary>
internal sealed record ReviewAsked(string? Range = null, string? From = null, string? To = null, string? By = null, string? Sort = null, string? Whole = null)
{
    public static ValueTask<ReviewAsked> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return ValueTask.FromResult(new ReviewAsked(query["range"], query["from"], query["to"], query["by"], query["sort"], query["whole"]));
    }

    public static ReviewAsked Of(PostedForm form) => new(form.Text("range"), form.Text("from"), form.Text("to"));
}

/// <summary>A note as it was typed.</summary>
public sealed record ChangeTyped(string Day, string Words, string Request);
