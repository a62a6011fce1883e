using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Photos;
using LostFound.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostFound.Web.Tests.Features.Items;

public sealed class PurgePhotosTests : SignedInTest
{
    private PhotoStore Photos => Server.Services.GetRequiredService<PhotoStore>();

    [Fact]
    public async Task Photos_of_a_form_that_nobody_sent_again_go_after_a_day_and_those_of_items_stay()
    {
        var shown = await RegisteredAsync(TestPicture.Png(1, 2, 3));
        await RefusedAsync(TestPicture.Png(90, 20, 30));

        Server.Clock.Advance(PurgePhotos.UnusedLife - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await SweepAsync());
        Server.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await SweepAsync());

        Assert.NotNull(await Photos.ReadAsync(shown, PhotoSize.Small, default));
        Assert.Equal([shown], Photos.OlderThan(DateTime.MaxValue));
    }

    [Fact]
    public async Task A_photo_that_comes_again_as_it_grows_old_is_young_again()
    {
        await RefusedAsync(TestPicture.Png(1, 2, 3));
        Server.Clock.Advance(PurgePhotos.UnusedLife + TimeSpan.FromMinutes(1));
        var old = Server.Clock.GetUtcNow().UtcDateTime - PurgePhotos.UnusedLife;
        var hash = Assert.Single(Photos.OlderThan(old));

        await Photos.SaveAsync(new ProcessedPhoto((await Photos.ReadAsync(hash, PhotoSize.Large, default))!, [1], 1, 1), default);

        Assert.False(Photos.RemoveUnused(hash, old));
        Assert.NotNull(await Photos.ReadAsync(hash, PhotoSize.Small, default));
    }

    [Fact]
    public async Task A_form_older_than_its_photo_says_so_and_keeps_the_rest()
    {
        var refused = await RefusedAsync(TestPicture.Png(1, 2, 3));
        var kept = refused.Find("input[name=kept]")!.GetAttribute("value")!;
        foreach (var hash in Photos.OlderThan(DateTime.MaxValue).ToList())
            Photos.Remove(hash);

        var answer = await Agent.SendAsync(refused, "form#register", ("place", "bakery"), ("kept", kept));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("its photo is gone: take it again", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Fjällräven", answer.Find("[name=brand]")!.GetAttribute("value"));
    }

    private Task<Page> RefusedAsync(byte[] photo) => Agent.RegisterAsync(AtTheKiosk.Knapsack.With("place", ""), photo);

    private Task<int> SweepAsync() => Server.Services.GetRequiredService<PurgePhotos>().SweepAsync(default);

    /// <summary>The hash of the photo of an item registered with it.</summary>
    private async Task<string> RegisteredAsync(byte[] photo)
    {
        var label = await Agent.RegisterAsync(null, photo);
        var item = await Server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
        return Assert.Single(item.Photos).Hash;
    }
}
