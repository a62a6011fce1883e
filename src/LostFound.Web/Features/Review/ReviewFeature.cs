namespace LostFound.Web.Features.Review;

/// <summary>What the days behind us teach: kept promises, times, returns, ratings, and what was changed for it.</summary>
public static class ReviewFeature
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapReview(this IEndpointRouteBuilder app) => app;
}
