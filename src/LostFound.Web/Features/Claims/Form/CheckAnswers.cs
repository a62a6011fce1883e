using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>All answers in words, as the guest gave them.</summary>
public sealed record AnswerSummary(
    string What, string Colours, string Description, string Brand, string Marks, string Where, string When, string Contact);

/// <summary>The last page of the form: a look over all answers, and the button that sends them.</summary>
internal static class CheckAnswers
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ClaimStep.Check.Address(), ShowAsync);
        app.MapPost(ClaimStep.Check.Address(), SendAsync).RequireRateLimiting(RateLimits.FileClaim);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ClaimDrafts drafts, FileClaim fileClaim, ConfigStore config, TimeProvider clock, Words say)
    {
        if (await drafts.OpenAsync(context) is not { } answers)
        {
            // Back from a claim just filed: it is there, not gone.
            return ClaimDrafts.KeyOf(context) is { } key && await fileClaim.FindFiledAsync(key) is { } filed
                ? new SeeOther(filed.Address)
                : new SeeOther(ClaimStep.What.Address());
        }
        var missing = answers.FirstMissing(config.Current);
        return missing == ClaimStep.Check
            ? Page(answers, config.Current, clock, say, null, trapSprung: false, StatusCodes.Status200OK)
            : new SeeOther(missing.Address());
    }

    private static async Task<IResult> SendAsync(HttpContext context, PostedForm form, ClaimDrafts drafts, FileClaim fileClaim, ConfigStore config, TimeProvider clock, Words say)
    {
        var key = ClaimDrafts.KeyOf(context);
        var errors = new FormErrors();
        if (form.Problem is { } problem)
            errors.Add("main", problem.Message);
        if (Trap.IsSprung(form))
            Trap.Explain(errors, say);
        if (errors.Any)
        {
            return await drafts.OpenAsync(context) is { } answers && answers.FirstMissing(config.Current) == ClaimStep.Check
                ? Page(answers, config.Current, clock, say, errors, Trap.IsSprung(form), StatusCodes.Status422UnprocessableEntity)
                : new SeeOther("/claim");
        }
        var filed = key is null ? fileClaim.NoDraft : await fileClaim.HandleAsync(key, context.RequestAborted);
        if (filed.Succeeded)
        {
            ClaimDrafts.ShortenCookie(context, key!);
            return new SeeOther(filed.Value.Address);
        }
        return filed.Refusal.Kind == RefusalKind.Invalid
            ? new SeeOther(ClaimStep.Check.Address())
            : filed.Refusal.AsPage(say["claim.no-draft-title"], ClaimStep.What.Address(), say["claim.tell-again"]);
    }

    private static IResult Page(ClaimAnswers answers, VenueConfig venue, TimeProvider clock, Words say, FormErrors? errors, bool trapSprung, int status)
    {
        var words = new ClaimWords(venue, clock.GetUtcNow().UtcDateTime, say);
        var contact = answers.Contact!;
        var summary = new AnswerSummary(
            words.Category(answers.What!.Category), words.Colours(answers.Colours!.Keys), answers.Description!.Text, answers.Description.Brand,
            answers.Marks!.Text, words.Places(answers.Where!.Places), words.Between(answers.When!.From, answers.When.To),
            string.Join('\n', new[] { contact.Name, contact.Email, contact.Phone }.Where(line => line.Length > 0)));
        var frame = new StepFrame(ClaimStep.Check, ClaimStep.Contact.Address(), errors, trapSprung);
        return Render.Page<CheckPage>(new { Frame = frame, Answers = summary }, status, noStore: true);
    }
}
