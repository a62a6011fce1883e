using System.Net;
using AngleSharp;
using LostFound.Web.Features.Items;
using LostFound.Web.Tests.Hosting;

namespace LostFound.Web.Tests.Features.Items;

public sealed class OpenTagTests : SignedInTest
{
    private Browser guest = null!;
    private Item item = null!;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        item = await Server.RegisterItemAsync(Agent);
    }

    [Fact]
    public async Task Staff_get_the_item_however_the_code_is_written()
    {
        foreach (var written in new[] { item.Tag, item.Tag.ToLowerInvariant(), TagCode.Display(item.Tag) })
        {
            using var response = await Agent.Http.GetAsync($"/T/{written}");
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            Assert.Equal($"/items/{item.Id}", response.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task Staff_are_told_when_no_item_has_the_tag()
    {
        var page = await Agent.OpenAsync($"/t/{TagCode.New()}");

        Assert.Equal((HttpStatusCode.NotFound, "No item has this tag"), (page.Status, page.Headline));
    }

    [Fact]
    public async Task A_guest_is_asked_to_hand_it_in_and_told_where()
    {
        var page = await guest.OpenAsync($"/t/{item.Tag}");

        Assert.Equal((HttpStatusCode.OK, "Please hand this to the nearest desk."), (page.Status, page.Headline));
        Assert.Contains("Guest Services desk", page.Text, StringComparison.Ordinal);
        Assert.Contains("Harbour desk", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_cannot_tell_a_code_in_use_from_one_that_is_not()
    {
        // The first page of a visit also sets the cookie that forms are checked by.
        await guest.OpenAsync("/");
        var used = await guest.OpenAsync($"/t/{item.Tag}");
        var unused = await guest.OpenAsync($"/t/{TagCode.New()}");

        // The form that changes the language holds a token of its own and the way back.
        foreach (var field in new[] { used, unused }.SelectMany(page => page.Document.QuerySelectorAll("input[type=hidden]")))
            field.Remove();
        Assert.Equal(used.Document.ToHtml(), unused.Document.ToHtml());
        Assert.Equal(Headers(used), Headers(unused));
    }

    [Fact]
    public async Task A_wrong_check_character_is_called_a_typo()
    {
        var wrong = item.Tag[..7] + (item.Tag[7] == 'A' ? 'B' : 'A');

        foreach (var browser in new[] { guest, Agent })
        {
            var page = await browser.OpenAsync($"/t/{wrong}");
            Assert.Equal((HttpStatusCode.NotFound, "That code has a typo"), (page.Status, page.Headline));
        }
    }

    private static string Headers(Page page) => string.Join('\n', page.Response.Headers.Concat(page.Response.Content.Headers)
        .Where(h => h.Key is not ("Date" or "Set-Cookie")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
}
