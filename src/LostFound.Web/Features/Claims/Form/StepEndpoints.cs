using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>The two endpoints of a question, the same for all: show it, and take its answer.</summary>
internal static class StepEndpoints
{
    public static void Map<TForm>(IEndpointRouteBuilder app) where TForm : IStepForm<TForm>
    {
        app.MapGet(TForm.Step.Address(), ShowAsync<TForm>);
        app.MapPost(TForm.Step.Address(), TakeAsync<TForm>).RequireRateLimiting(RateLimits.GuestWrite);
    }

    public static async Task<IResult> ShowAsync<TForm>(HttpContext context, ClaimDrafts drafts, ConfigStore config, TimeProvider clock, Words say) where TForm : IStepForm<TForm>
    {
        var setting = new StepSetting(config.Current, clock.GetUtcNow().UtcDateTime, say);
        var answers = await drafts.OpenAsync(context) ?? new ClaimAnswers();
        var missing = answers.FirstMissing(setting.Venue);
        if (missing < TForm.Step)
            return new SeeOther(missing.Address());
        return TForm.Standing(answers, setting).Show(Frame<TForm>(missing), setting, StatusCodes.Status200OK);
    }

    private static async Task<IResult> TakeAsync<TForm>(HttpContext context, PostedForm form, ClaimDrafts drafts, ConfigStore config, TimeProvider clock, Words say) where TForm : IStepForm<TForm>
    {
        var setting = new StepSetting(config.Current, clock.GetUtcNow().UtcDateTime, say);
        var typed = TForm.Typed(form);
        var errors = new FormErrors();
        if (form.Problem is { } problem)
            errors.Add(TForm.FirstField, problem.Message);
        var trapSprung = Trap.IsSprung(form);
        if (trapSprung)
            Trap.Explain(errors, say);
        var take = typed.Check(setting, errors);
        if (errors.Any)
        {
            var missing = (await drafts.OpenAsync(context) ?? new ClaimAnswers()).FirstMissing(setting.Venue);
            return typed.Show(Frame<TForm>(missing) with { Errors = errors, TrapSprung = trapSprung }, setting, StatusCodes.Status422UnprocessableEntity);
        }
        var answers = await drafts.SaveAsync(context, take);
        return new SeeOther(answers.FirstMissing(setting.Venue).Address());
    }

    /// <summary>Whoever changes one answer of a finished form goes back to the look over all of them.</summary>
    private static StepFrame Frame<TForm>(ClaimStep missing) where TForm : IStepForm<TForm> =>
        new(TForm.Step, missing == ClaimStep.Check ? ClaimStep.Check.Address() : TForm.Step.AddressBefore());
}
