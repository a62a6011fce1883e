using LostFound.Web.Features.Claims.Closing;
using LostFound.Web.Features.Claims.Desk;
using LostFound.Web.Features.Claims.Form;
using LostFound.Web.Features.Claims.Guest;

namespace LostFound.Web.Features.Claims;

/// <summary>A guest's report of a loss: the form, the guest's own page, and the records at the desk.</summary>
public static class ClaimsFeature
{
    public static IServiceCollection AddClaims(this IServiceCollection services)
    {
        TokenHidingServer.Wrap(services);
        services.AddSingleton<ContactVault>();
        services.AddSingleton<ClaimTokens>();
        services.AddScoped<ClaimByToken>();
        services.AddScoped<ClaimDrafts>();
        services.AddScoped<FileClaim>();
        services.AddScoped<ReadClaimPage>();
        services.AddScoped<AnswerQuestion>();
        services.AddScoped<WithdrawClaim>();
        services.AddScoped<AskGuest>();
        services.AddScoped<FindClaims>();
        services.AddClosing();
        services.AddScoped<ReadClaimRecord>();
        services.AddSingleton<PurgeDrafts>();
        services.AddHostedService(provider => provider.GetRequiredService<PurgeDrafts>());
        return services;
    }

    public static IEndpointRouteBuilder MapClaims(this IEndpointRouteBuilder app)
    {
        StartForm.Map(app);
        StepEndpoints.Map<WhatForm>(app);
        StepEndpoints.Map<ColoursForm>(app);
        StepEndpoints.Map<DescriptionForm>(app);
        StepEndpoints.Map<MarksForm>(app);
        StepEndpoints.Map<WhereForm>(app);
        StepEndpoints.Map<WhenForm>(app);
        StepEndpoints.Map<ContactForm>(app);
        CheckAnswers.Map(app);
        ClaimPages.Map(app);
        AnswerQuestion.Map(app);
        WithdrawClaim.Map(app);
        ClaimRecords.Map(app);
        AskGuest.Map(app);
        ClosingPages.Map(app);
        return app;
    }
}
