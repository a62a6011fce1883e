using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LostFound.Web.Languages;

/// <summary>The languages that guests are spoken to in, and how one is chosen.</summary>
public static class LanguagesFeature
{
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.TryAddSingleton(new Words(LanguageTexts.OfThisBuild));
        return services;
    }

    public static IEndpointRouteBuilder MapLanguages(this IEndpointRouteBuilder app)
    {
        ChooseLanguage.Map(app);
        return app;
    }
}
