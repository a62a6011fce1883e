namespace LostFound.Web.Features.Feedback;

/// <summary>How it went, asked once a claim is closed; a bad answer is acted on the same day.</summary>
public static class FeedbackFeature
{
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackPages>();
        services.AddSingleton<SaveFeedback>();
        return services;
    }

    public static IEndpointRouteBuilder MapFeedback(this IEndpointRouteBuilder app)
    {
        FeedbackPages.Map(app);
        return app;
    }
}
