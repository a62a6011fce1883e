using System.Net;
using LostFound.Web.Features.Items;
using LostFound.Web.Photos;
using LostFound.Web.Tests.Hosting;
using LostFound.Web.Tests.Photos;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>Of cards and documents nothing readable is ever kept, however the item came to be one.</summary>
public sealed class MaskedPhotosTests : SignedInTest
{
    private static readonly (string, string)[] Passport = AtTheKiosk.Knapsack.With("category", "passport");

    [Fact]
    public async Task A_passports_photo_is_kept_as_a_mosaic_only()
    {
        var item = await RegisterAsync(Passport, Card.Upload);

        AssertOnlyMosaics(item, photos: 1);
    }

    [Fact]
    public async Task A_walking_sticks_photo_stays_as_it_is()
    {
        var item = await RegisterAsync(AtTheKiosk.Knapsack.With("category", "mobility-aid"), Card.Upload);

        Assert.False(Mosaic.Is(await File.ReadAllBytesAsync(Files().Single(file => file.EndsWith($"{item.Photos[0].Hash}-1600.jpg", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task A_photo_kept_while_the_category_was_missing_is_masked_once_it_is_said()
    {
        var refused = await Agent.RegisterAsync(AtTheKiosk.Knapsack.With("category", ""), Card.Upload);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        var item = await ItemOfAsync(await Agent.SendAsync(refused, "form#register", ("category", "id-card")));

        Assert.True(Mosaic.Is(await File.ReadAllBytesAsync(Files().Single(file => file.EndsWith($"{item.Photos.Single().Hash}-1600.jpg", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task A_mosaic_kept_over_a_refusal_is_not_masked_again()
    {
        var refused = await Agent.RegisterAsync(Passport.With("place", ""), Card.Upload);

        var item = await ItemOfAsync(await Agent.SendAsync(refused, "form#register", ("place", "bakery")));

        AssertOnlyMosaics(item, photos: 1);
    }

    [Fact]
    public async Task An_item_that_turns_out_to_be_a_card_loses_its_readable_photos()
    {
        var item = await RegisterAsync(AtTheKiosk.Knapsack, Card.Upload, Card.OtherUpload);
        var readable = item.Photos.Select(photo => photo.Hash).ToList();

        await AmendAsync(item, "bank-card");

        var now = await Server.ItemAsync(item.Id);
        AssertOnlyMosaics(now, photos: 2);
        Assert.Empty(now.Photos.Select(photo => photo.Hash).Intersect(readable));
        Assert.Equal("Kind: Backpack → Bank card\nPhotos: masked", (await Server.CustodyAsync(item.Id))[^1].Note);
        Assert.All(readable, hash => Assert.Equal(HttpStatusCode.NotFound, Agent.Http.GetAsync($"/photos/{hash}/1600").GetAwaiter().GetResult().StatusCode));

        await AmendAsync(now, "id-card");
        Assert.Equal(now.Photos.Select(photo => photo.Hash), (await Server.ItemAsync(item.Id)).Photos.Select(photo => photo.Hash));
    }

    [Fact]
    public async Task A_photo_that_another_item_shows_too_stays_for_that_one()
    {
        var card = await RegisterAsync(AtTheKiosk.Knapsack, Card.Upload);
        var bag = await RegisterAsync(AtTheKiosk.Knapsack, Card.Upload);
        Assert.Equal(card.Photos[0].Hash, bag.Photos[0].Hash);

        await AmendAsync(card, "bank-card");

        Assert.NotNull(await Server.PhotoAsync(bag.Photos[0].Hash));
        Assert.True(Mosaic.Is((await Server.PhotoAsync((await Server.ItemAsync(card.Id)).Photos[0].Hash))!));
    }

    [Fact]
    public async Task An_edit_that_came_too_late_changes_no_photo()
    {
        var item = await RegisterAsync(AtTheKiosk.Knapsack, Card.Upload);
        var open = await Agent.OpenAsync($"/items/{item.Id}/amend");
        await Agent.SendAsync(open, "form#amend", ("brand", "Eastpak"));

        var conflict = await Agent.SendAsync(open, "form#amend", ("category", "passport"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(item.Photos[0].Hash, (await Server.ItemAsync(item.Id)).Photos[0].Hash);
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task Nothing_of_an_upload_but_its_pixels_reaches_the_data_folder()
    {
        foreach (var (_, bytes) in HostilePictures.Tagged())
            await Agent.SendAsync(await Agent.OpenAsync("/kiosk"), "form#register", [("photos", "holiday.gif", bytes)], AtTheKiosk.Knapsack);

        Assert.NotEmpty(Files());
        foreach (var file in Files())
            CleanPhoto.CheckFile(await File.ReadAllBytesAsync(file), file.EndsWith("-320.jpg", StringComparison.Ordinal) ? PhotoLimits.SmallSide : PhotoLimits.LargeSide);
        foreach (var file in Directory.EnumerateFiles(Server.DataFolder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.Equal(-1, (await ReadSharedAsync(file)).AsSpan().IndexOf("SecretPlace"u8));
    }

    [Fact]
    public async Task The_kiosk_says_beforehand_what_not_to_photograph()
    {
        var page = await Agent.OpenAsync("/kiosk");

        Assert.Contains("never the side with a name, a number or a face", page.Text, StringComparison.Ordinal);
        Assert.Equal("bank-card id-card passport document medicine", page.Find("[data-masked-photos]")!.GetAttribute("data-masked-photos"));
    }

    private async Task<Item> RegisterAsync((string, string)[] typed, params byte[][] photos) => await ItemOfAsync(await Agent.RegisterAsync(typed, photos));

    private Task<Item> ItemOfAsync(Page label) => Server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));

    private async Task AmendAsync(Item item, string category)
    {
        var amended = await Agent.SendAsync(await Agent.OpenAsync($"/items/{item.Id}/amend"), "form#amend", ("category", category));
        Assert.Equal($"/items/{item.Id}", amended.Address.AbsolutePath);
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(Server.DataFolder, "photos"), "*", SearchOption.AllDirectories)];

    private void AssertOnlyMosaics(Item item, int photos)
    {
        Assert.Equal(photos, item.Photos.Count);
        Assert.Equal(photos * 2, Files().Count);
        Assert.All(Files(), file => Assert.True(Mosaic.Is(File.ReadAllBytes(file))));
    }

    /// <summary>The database is open in the server meanwhile.</summary>
    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }
}
