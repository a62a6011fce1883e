using System.Net;
using System.Text.Json;
using LostFound.Web.Features.Items;
using LostFound.Web.Features.Matching;
using LostFound.Web.Tests.Hosting;
using LostFound.Web.Tests.Photos;

namespace LostFound.Web.Tests.Features.Items;

/// <summary>What a photo shows: offered while registering, kept with the item, given to the matcher.</summary>
public sealed class ItemColoursTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    private static readonly byte[] RedOnWhite = OnWhite(new Pixel(200, 30, 35));

    private readonly TestServer server = signedIn.Server;
    private readonly Browser agent = signedIn.Agent;

    [Fact]
    public async Task A_photo_is_answered_with_the_colours_it_shows_and_leaves_nothing_behind()
    {
        var (status, body) = await AskAsync(agent, RedOnWhite);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("red", body.GetProperty("colours")[0].GetString());
        Assert.InRange(body.GetProperty("colours").GetArrayLength(), 1, 3);
        Assert.Single(body.EnumerateObject());
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_in_words()
    {
        var (status, body) = await AskAsync(agent, "This is no picture at all"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("not a photo", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_picture_at_all_is_refused_in_words()
    {
        var (status, body) = await AskAsync(agent, null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("No photo", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_was_not_shrunk_is_too_large_to_be_asked_about()
    {
        var (status, _) = await AskAsync(agent, new byte[ItemLimits.ColoursRequestBytes + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_looked_at()
    {
        var (status, _) = await AskAsync(agent, RedOnWhite, token: "stale");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Only_signed_in_staff_may_ask()
    {
        using var guest = server.NewBrowser();

        var (status, _) = await AskAsync(guest, RedOnWhite, token: "none");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task An_items_photos_leave_their_colours_with_it_and_the_matcher_sees_them()
    {
        var label = await agent.RegisterAsync(AtTheKiosk.Knapsack, RedOnWhite, OnWhite(new Pixel(24, 38, 80)));

        var item = await server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
        Assert.Equal(["navy", "red"], item.PhotoColours.Take(2).Order(StringComparer.Ordinal));
        Assert.InRange(item.PhotoColours.Length, 2, 3);
        Assert.Equal(["beige", "navy"], item.Colours);
        Assert.Equal(item.PhotoColours, item.ForMatching().PhotoColours);
    }

    [Fact]
    public async Task Photos_kept_from_a_refused_form_count_too()
    {
        var refused = await agent.RegisterAsync(AtTheKiosk.Knapsack.With("place", ""), RedOnWhite);

        var label = await agent.SendAsync(refused, "form#register", ("place", "bakery"));

        var item = await server.ItemAsync(Guid.Parse(label.Address.Segments[2].TrimEnd('/')));
        Assert.Equal("red", item.PhotoColours[0]);
    }

    [Fact]
    public async Task An_item_without_photos_has_no_colours_from_photos()
    {
        var item = await server.RegisterItemAsync(agent);

        Assert.Empty(item.PhotoColours);
        Assert.Empty(item.ForMatching().PhotoColours);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(Browser browser, byte[]? photo, string? token = null)
    {
        token ??= (await browser.OpenAsync("/kiosk")).Find("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (photo is not null)
            content.Add(new ByteArrayContent(photo), ItemFields.PhotoForColours, "photo.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kiosk/colours") { Content = content };
        request.Headers.Add("X-Requested-With", "fetch");
        using var response = await browser.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    private static byte[] OnWhite(Pixel thing) =>
        TestPictures.Png(120, 90, (x, y) => x is > 35 and < 85 && y is > 20 and < 70 ? thing : new Pixel(235, 235, 232));
}
