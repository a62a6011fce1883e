namespace LostFound.Web.Features.Review;

/// <summary>What the days behind us teach: kept promises, times, returns, ratings, and what was changed for it.</summary>
public static class ReviewFeature
{
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSingleton<ReadReview>();
        services.AddSingleton<NoteChange>();
        services.AddSingleton<WithdrawChange>();
        services.AddSingleton<ReviewPages>();
        return services;
    }

    public static IEndpointRouteBuilder MapReview(this IEndpointRouteBuilder app)
    {
        ReviewPages.Map(app);
        return app;
    }
}
