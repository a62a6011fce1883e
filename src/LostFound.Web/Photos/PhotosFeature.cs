using System.Globalization;
using LostFound.Web.Photos.Colours;
using LostFound.Web.Photos.Vips;
using LostFound.Web.Photos.Workers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace LostFound.Web.Photos;

internal static class PhotosFeature
{
    /// <summary>Registers the processor and the store. Workers start with the first photo and end with the server.</summary>
    /// <param name="services">Where the processor and the store are registered, one of each.</param>
    /// <param name="dataFolder">Photos are kept in its folder <c>photos</c>, which is made when missing.</param>
    public static IServiceCollection AddPhotos(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPhotoProcessor, PhotoWorkerPool>();
        services.AddSingleton(provider => new PhotoStore(dataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PhotoColours>();
        services.AddHostedService<PhotosStart>();
        return services;
    }

    /// <summary>
    /// Maps <c>/photos/{hash}/{size}</c>, open to anyone until the caller attaches a policy: item photos are for
    /// staff only, so the caller must.
    /// </summary>
    public static RouteHandlerBuilder MapPhotos(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/photos/{hash}/{size}", GetPhoto);

    /// <summary>The address under which <see cref="MapPhotos"/> serves a stored photo.</summary>
    public static string Address(string hash, PhotoSize size) => $"/photos/{hash}/{size:D}";

    private static IResult GetPhoto(string hash, string size, PhotoStore store, HttpResponse response)
    {
        if (SizeNamed(size) is not { } wanted || store.Open(hash, wanted) is not { } jpeg)
        {
            return TypedResults.NotFound();
        }

        // The name is the content, so a copy never grows stale; private, so that only the staff member's browser keeps one.
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(jpeg, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{hash}-{size}\""));
    }

    private static PhotoSize? SizeNamed(string text) => Enum.GetValues<PhotoSize>()
        .Where(size => string.Equals(text, ((int)size).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        .Select(size => (PhotoSize?)size)
        .FirstOrDefault();
}

/// <summary>
/// An installation without libvips stops at the start with the reason, not at the first photo of the day. The
/// library is only looked for: it is never loaded into the server, and no start waits for a worker.
/// </summary>
internal sealed class PhotosStart(PhotoStore store, ILogger<PhotosStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        VipsNative.RequireLibrary();
        if (store.SweepTemporaryFiles() is > 0 and var swept)
        {
            log.LogInformation("Removed {Count} photo files that an earlier run left half written", swept);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
