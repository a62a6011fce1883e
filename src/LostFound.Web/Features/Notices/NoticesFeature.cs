namespace LostFound.Web.Features.Notices;

/// <summary>What staff tell guests honestly of places: posted, shown where it matters, ended by a hand or the clock.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<PostNotice>();
        services.AddSingleton<EndNotice>();
        services.AddSingleton<NoticePages>();
        services.AddSingleton<ReadNoticesUp>();
        services.AddSingleton<EndNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<EndNotices>());
        return services;
    }

    public static IEndpointRouteBuilder MapNotices(this IEndpointRouteBuilder app)
    {
        NoticePages.Map(app);
        return app;
    }
}
