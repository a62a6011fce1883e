using System.Net;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Messages;
using LostFound.Web.Features.Promises;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Features.Items;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Messages;

/// <summary>A guest with JavaScript off and an agent at the desk write to each other.</summary>
public sealed class TalkTests : SignedInTest
{
    private const string Form = "form[data-talk-form]";
    private Browser guest = null!;
    private string address = "";
    private Claim claim = null!;

    protected override async Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        address = (await guest.FileClaimAsync()).Address.AbsolutePath;
        claim = await Server.Store.OnlyClaimAsync();
        await Server.StopKeepingPromisesAsync();
    }

    [Fact]
    public async Task A_guests_message_raises_the_claim_until_somebody_read_it_and_the_guest_sees_when()
    {
        await WriteAsync("I forgot to say: a red keyring hangs on it");
        var inbox = await Agent.OpenAsync("/desk");
        Assert.Contains("New message", inbox.Find($"#row-{claim.Id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a red keyring hangs on it", inbox.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read at", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);

        await Agent.SendAsync(inbox, $"form[action='/claims/{claim.Id}/messages/read']");

        Assert.Null((await Agent.OpenAsync("/desk")).Find($"#row-{claim.Id}"));
        Assert.Contains("Read at", (await guest.OpenAsync(address)).Text, StringComparison.Ordinal);
        var message = await Server.Store.ReadAsync(db => db.Messages.SingleAsync());
        Assert.NotNull(message.ReadBy);
    }

    [Fact]
    public async Task Staff_read_the_original_beside_what_is_recognised_in_it()
    {
        guest.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        await WriteAsync("紺色のリュックです。アディダスのロゴがあります");

        var inbox = await Agent.OpenAsync("/desk");

        Assert.Contains("紺色のリュックです", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("in Japanese", inbox.Text, StringComparison.Ordinal);
        var recognised = inbox.Document.QuerySelectorAll(".desk-talk .recognised-word").Select(w => w.TextContent).ToList();
        Assert.Contains("Navy", recognised);
        Assert.Contains("Backpack", recognised);
        Assert.Contains("Adidas", recognised);
    }

    [Fact]
    public async Task Sent_twice_it_is_there_once_and_another_message_is_another()
    {
        var page = await guest.OpenAsync(address);
        await guest.SendAsync(page, Form, ("text", "Once"));
        await guest.SendAsync(page, Form, ("text", "Once"));
        var other = await guest.SendAsync(page, Form, ("text", "Something else under the same id"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Something else under the same id", other.Find("#talk-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.Messages.CountAsync()));
        Assert.Equal(1, await Server.Store.ReadAsync(db => db.ClaimEvents.CountAsync(e => e.Kind == ClaimEventKind.GuestWrote)));
    }

    [Fact]
    public async Task A_photo_is_for_staff_and_for_the_guest_who_sent_it()
    {
        var page = await guest.OpenAsync(address);
        page = await guest.SendAsync(page, Form, [("pictures", "it.png", TestPicture.Png(20, 30, 90))], ("text", ""));
        var own = page.Find(".talk-pictures img")!.GetAttribute("src")!;
        Assert.Equal("image/jpeg", (await guest.Http.GetAsync(own)).Content.Headers.ContentType?.MediaType);

        var staff = (await Agent.OpenAsync("/desk")).Find(".desk-talk .talk-pictures img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await Agent.Http.GetAsync(staff)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await guest.Http.GetAsync(staff)).StatusCode);
        using var stranger = Server.NewBrowser();
        var theirs = (await stranger.FileClaimAsync()).Token();
        var asked = own.Replace(address, $"/c/{theirs}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(asked)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_and_the_words_stay()
    {
        var page = await guest.OpenAsync(address);
        page = await guest.SendAsync(page, Form, [("pictures", "it.png", "no picture at all"u8.ToArray())], ("text", "Here it is"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Here it is", page.Find("#talk-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task A_quick_reply_reaches_the_guest_in_their_language_and_counts_as_word()
    {
        guest.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        Server.Clock.Advance(TimeSpan.FromMinutes(3));
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");

        await Agent.SendAsync(record, ".write-form form.ask-list", ("reply", "still-looking"));

        var page = await guest.OpenAsync(address);
        Assert.Contains("Wir suchen weiter", page.Find("#talk")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", page.Text, StringComparison.Ordinal);
        var promises = await Server.Store.ReadAsync(db => db.Promises.OrderBy(p => p.MadeAt).ToListAsync());
        Assert.Equal([PromiseStatus.Kept, PromiseStatus.Open], promises.Select(p => p.Status));
        Assert.Equal(PromiseCause.Told, promises[1].Cause);
    }

    [Fact]
    public async Task Reading_is_what_the_guest_says_or_does_not_what_a_page_load_does()
    {
        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        await Agent.SendAsync(record, ".write-form form[data-keep]", ("text", "Could you tell us the size?"));
        var page = await guest.OpenAsync(address);
        Assert.Contains("1 new message", page.Text, StringComparison.Ordinal);
        page = await guest.OpenAsync(address);
        Assert.Contains("1 new message", page.Text, StringComparison.Ordinal);

        page = await guest.SendAsync(page, "form[data-talk-read]");

        Assert.DoesNotContain("1 new message", page.Text, StringComparison.Ordinal);
        Assert.Contains("The guest read it", (await Agent.OpenAsync($"/claims/{claim.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_nobody_read_makes_the_next_word_a_persons()
    {
        Assert.False(await WaitsForPersonAsync());
        await WriteAsync("Any news?");
        Assert.True(await WaitsForPersonAsync());

        var record = await Agent.OpenAsync($"/claims/{claim.Id}");
        await Agent.SendAsync(record, ".write-form form[data-keep]", ("text", "We are searching the boats tonight."));

        Assert.False(await WaitsForPersonAsync());
    }

    [Fact]
    public async Task A_script_is_told_in_a_few_words_and_a_stale_page_apart_from_a_refusal()
    {
        var page = await guest.OpenAsync(address);
        using var stale = await guest.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{address}/messages")
        {
            Headers = { { "Accept", "application/json" } },
            Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "Hello")]),
        });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);

        var token = page.Find($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var empty = await guest.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{address}/messages")
        {
            Headers = { { "Accept", "application/json" } },
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("request", Guid.NewGuid().ToString())]),
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Write something", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task WriteAsync(string text) => await guest.SendAsync(await guest.OpenAsync(address), Form, ("text", text));

    private Task<bool> WaitsForPersonAsync() => Server.Store.ReadAsync(db => db.ClaimsAwaitingAPerson().AnyAsync(c => c.Id == claim.Id));
}
