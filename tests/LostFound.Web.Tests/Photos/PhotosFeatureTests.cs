using System.Net;
using LostFound.Web.Photos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostFound.Web.Tests.Photos;

public sealed class PhotosFeatureTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-photos-").FullName;
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    public PhotosFeatureTests()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPhotos(folder);
        app = builder.Build();
        app.MapPhotos();
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_stored_photo_is_served_to_be_kept_by_the_browser_alone()
    {
        var stored = await SaveAsync();

        var response = await client.GetAsync(PhotosFeature.Address(stored.Hash, PhotoSize.Small));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("private, max-age=31536000, immutable", response.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal((byte[])[5, 6], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_browser_that_asks_again_is_told_that_nothing_changed()
    {
        var address = PhotosFeature.Address((await SaveAsync()).Hash, PhotoSize.Large);
        var first = await client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("/photos/{0}/640")]
    [InlineData("/photos/{0}/Large")]
    [InlineData("/photos/{0}/0320")]
    [InlineData("/photos/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/320")]
    [InlineData("/photos/..%2F..%2Fsecret/320")]
    [InlineData("/photos/%00/320")]
    public async Task Any_other_address_finds_nothing(string address)
    {
        var stored = await SaveAsync();

        var response = await client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, stored.Hash));

        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
    }

    private Task<StoredPhoto> SaveAsync() =>
        app.Services.GetRequiredService<PhotoStore>().SaveAsync(new ProcessedPhoto([1, 2, 3, 4], [5, 6], 40, 30), CancellationToken.None);
}
