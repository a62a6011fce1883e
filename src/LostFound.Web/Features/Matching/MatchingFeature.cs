namespace LostFound.Web.Features.Matching;

/// <summary>From claims and items to candidates, and from candidates to decisions. The pages are the desk's.</summary>
public static class MatchingFeature
{
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services.AddSingleton<MatchingIndex>();
        services.AddSingleton<RowScoring>();
        services.AddSingleton<CandidateWriter>();
        services.AddSingleton<MatchWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MatchWorker>());
        services.AddSingleton<ConflictWords>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<ConfirmMatch>();
        services.AddSingleton<ProposeMatch>();
        services.AddSingleton<RejectMatch>();
        services.AddSingleton<ReleaseMatch>();
        return services;
    }
}
