using LostFound.Web.Features.Staff;

namespace LostFound.Web.Features.Scanning;

/// <summary>Bins: putting items into them by scan, counting what lies in them, their labels.</summary>
public static class ScanningFeature
{
    public static IServiceCollection AddScanning(this IServiceCollection services)
    {
        services.AddSingleton<SuggestTags>();
        services.AddSingleton<ReadBin>();
        services.AddSingleton<ReadBins>();
        services.AddSingleton<PutIntoBin>();
        services.AddSingleton<UndoBinScan>();
        services.AddSingleton<BinPages>();
        services.AddSingleton<StartStockTake>();
        services.AddSingleton<CountItem>();
        services.AddSingleton<FinishStockTake>();
        services.AddSingleton<MarkMissing>();
        services.AddSingleton<ReadStockTake>();
        services.AddSingleton<StockTakePages>();
        return services;
    }

    public static IEndpointRouteBuilder MapScanning(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("").RequireAuthorization(Policies.Agent);
        BinLabels.Map(staff);
        BinPages.Map(staff);
        StockTakePages.Map(staff);
        return app;
    }
}
