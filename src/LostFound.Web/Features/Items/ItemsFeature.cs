using LostFound.Web.Features.Items.Labels;
using LostFound.Web.Features.Items.Search;

namespace LostFound.Web.Features.Items;

/// <summary>Found items: registering, labels, looking up, correcting, moving.</summary>
public static class ItemsFeature
{
    public static IServiceCollection AddItems(this IServiceCollection services)
    {
        services.AddSingleton<NewTag>(TagCode.New);
        services.AddSingleton<MaskPhotos>();
        services.AddSingleton<ItemPhotos>();
        services.AddSingleton<PurgePhotos>();
        services.AddHostedService(provider => provider.GetRequiredService<PurgePhotos>());
        services.AddSingleton<RegisterItem>();
        services.AddSingleton<AmendItem>();
        services.AddSingleton<MoveItem>();
        services.AddSingleton<SearchItems>();
        services.AddSingleton<ChooseLabels>();
        services.AddSingleton<PrintLabels>();
        services.AddSingleton<PrintTags>();
        services.AddSingleton<Kiosk>();
        services.AddSingleton<KioskStarts>();
        services.AddSingleton<LikelyKinds>();
        services.AddSingleton<KioskWords>();
        services.AddSingleton<ProposeColours>();
        services.AddSingleton<ShowItem>();
        services.AddSingleton<AmendForm>();
        services.AddSingleton<MoveForm>();
        return services;
    }

    public static IEndpointRouteBuilder MapItems(this IEndpointRouteBuilder app)
    {
        Kiosk.Map(app);
        KioskWords.Map(app);
        ProposeColours.Map(app);
        ItemLabel.Map(app);
        OpenTag.Map(app);
        SearchItems.Map(app);
        ChooseLabels.Map(app);
        PrintLabels.Map(app);
        PrintTags.Map(app);
        ShowItem.Map(app);
        AmendForm.Map(app);
        MoveForm.Map(app);
        return app;
    }
}
