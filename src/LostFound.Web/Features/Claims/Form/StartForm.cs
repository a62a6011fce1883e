using LostFound.Web.Configuration;
using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Features.Claims.Form;

/// <summary>/claim: the first question, or the choice to go on with a form begun before.</summary>
internal static class StartForm
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/claim", ShowAsync);
        app.MapPost("/claim/start-again", StartAgainAsync).RequireRateLimiting(RateLimits.GuestWrite);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ClaimDrafts drafts, ConfigStore config, TimeProvider clock, Words say) =>
        await drafts.OpenAsync(context) is { } answers
            ? Render.Page<GoOnPage>(new { NextAddress = answers.FirstMissing(config.Current).Address() }, noStore: true)
            : await StepEndpoints.ShowAsync<WhatForm>(context, drafts, config, clock, say);

    private static async Task<IResult> StartAgainAsync(HttpContext context, PostedForm form, ClaimDrafts drafts, Words say)
    {
        if (form.Problem is { } problem)
            return problem.AsPage(say["claim.once-more"], "/claim", say["claim.to-form"]);
        await drafts.ForgetAsync(context);
        return new SeeOther(ClaimStep.What.Address());
    }
}
