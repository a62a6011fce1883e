using LostFound.Web.Languages;
using LostFound.Web.Shared.Icons;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LostFound.Web.Shared.Ui;

/// <summary>What every page needs to be drawn: shells, icons, addresses of assets.</summary>
public static class UiFeature
{
    /// <summary>Registers what shells and components inject; MapUi serves the icons they point at.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="emoji">The emoji that the venue's categories name now; asked again for each new configuration.</param>
    public static IServiceCollection AddUi(this IServiceCollection services, Func<IServiceProvider, IEnumerable<string>> emoji)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddHttpContextAccessor();
        services.AddLanguages();
        services.AddSingleton<AssetUrls>();
        services.AddSingleton(provider => new IconSprite(() => emoji(provider)));
        services.TryAddScoped<IPageContext, UnbrandedPageContext>();
        return services;
    }

    public static IEndpointRouteBuilder MapUi(this IEndpointRouteBuilder app)
    {
        IconEndpoints.Map(app);
        return app;
    }
}
