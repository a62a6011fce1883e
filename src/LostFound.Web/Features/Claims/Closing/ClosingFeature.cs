namespace LostFound.Web.Features.Claims.Closing;

/// <summary>How claims end when nobody comes to the desk: by post, or honestly without a find; and what becomes of them on file.</summary>
public static class ClosingFeature
{
    public static IServiceCollection AddClosing(this IServiceCollection services)
    {
        services.AddScoped<ReadClosed>();
        services.AddSingleton<ReadClosingAtDesk>();
        services.AddSingleton<CloseNotFound>();
        services.AddSingleton<SendItem>();
        services.AddSingleton<ClosingPages>();
        services.AddSingleton<CloseOldClaims>();
        services.AddHostedService(provider => provider.GetRequiredService<CloseOldClaims>());
        services.AddSingleton<PurgeClaims>();
        services.AddHostedService(provider => provider.GetRequiredService<PurgeClaims>());
        return services;
    }
}
