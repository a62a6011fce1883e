using System.Net;
using LostFound.Web.Languages;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Xunit;

namespace LostFound.Web.Tests.Languages;

/// <summary>In which language a guest is answered, and that staff's pages stay English.</summary>
public sealed class LanguageChoiceTests : SignedInTest
{
    private Browser guest = null!;

    protected override Task ArrangeAsync()
    {
        guest = Server.NewBrowser();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de")]
    [InlineData("en;q=0.5, fr;q=0.8", "fr")]
    [InlineData("pt-BR", "pt")]
    [InlineData("zh-CN,zh;q=0.9", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("zh-TW,ko;q=0.5", "ko")]
    [InlineData("ar-EG", "ar")]
    [InlineData("de;q=0, nl;q=0.1", "nl")]
    [InlineData("fi,sv;q=0.9", "en")]
    [InlineData("*", "en")]
    [InlineData("not a language;q=x,,", "en")]
    [InlineData("", "en")]
    public async Task The_browsers_wish_is_followed_as_far_as_we_can(string header, string expected)
    {
        if (header.Length > 0)
            guest.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", header);

        var page = await guest.OpenAsync("/");

        Assert.Equal(expected, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(expected == "ar" ? "rtl" : "ltr", page.Document.DocumentElement.GetAttribute("dir"));
        Assert.Equal([expected], page.Response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", page.Response.Headers.Vary);
        Assert.Contains("Cookie", page.Response.Headers.Vary);
    }

    [Fact]
    public async Task A_choice_outlives_the_browsers_wish_and_leads_back_to_the_page()
    {
        guest.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "de");
        var claim = await guest.FileClaimAsync();
        Assert.Equal("de", (await Server.Store.OnlyClaimAsync()).Language);

        var page = await ChooseAsync(claim, "ja");

        Assert.Equal(claim.Address.AbsolutePath, page.Address.AbsolutePath);
        Assert.Equal("ja", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ja", (await Server.Store.OnlyClaimAsync()).Language);
        Assert.Equal("日本語", page.Find(".languages [aria-current]")!.TextContent);
        Assert.Equal("ja", (await guest.OpenAsync("/")).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ja", (await guest.OpenAsync("/nothing-here")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_switch_names_every_language_in_itself()
    {
        var buttons = (await guest.OpenAsync("/claim")).Document.QuerySelectorAll(".languages button");

        Assert.Equal(Language.All.Select(l => (l.Code, l.OwnName)), buttons.Select(b => (b.GetAttribute("lang")!, b.TextContent)));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("")]
    public async Task The_way_back_never_leads_elsewhere(string back)
    {
        var start = await guest.OpenAsync("/");

        var page = await guest.SendAsync(start, ".languages form", ("language", "fr"), ("back", back));

        Assert.Equal(new Uri(Server.Address, "/"), page.Address);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_page_that_answers_a_form_leads_back_to_where_the_form_is()
    {
        var claim = await guest.FileClaimAsync();
        var confirm = await guest.OpenAsync(claim.Address.AbsolutePath + "/withdraw");
        var refused = await guest.SendAsync(confirm, "form#withdraw");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        Assert.Equal(confirm.Address.AbsolutePath, (await ChooseAsync(refused, "es")).Address.AbsolutePath);
        var unknown = await guest.SendAsync(await guest.OpenAsync("/find"), "form[action='/find']", ("link", ""));
        Assert.Equal("/find", (await ChooseAsync(unknown, "en")).Address.AbsolutePath);
    }

    [Fact]
    public async Task What_was_read_in_one_language_is_read_again_in_another()
    {
        var status = (await guest.FileClaimAsync()).Address.AbsolutePath + "/status";
        var first = await guest.Http.GetAsync(status);
        guest.Jar.Set(LanguageChoice.Cookie, "ar");

        var again = new HttpRequestMessage(HttpMethod.Get, status);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, (await guest.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Staff_read_English_whatever_their_browser_asks_for()
    {
        Agent.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ar");
        Agent.Jar.Set(LanguageChoice.Cookie, "de");

        foreach (var address in new[] { "/desk", "/kiosk", "/sign-in", "/claims" })
        {
            var page = await Agent.OpenAsync(address);
            Assert.Equal(("en", "ltr"), (page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("dir")));
            Assert.Empty(page.Response.Content.Headers.ContentLanguage);
        }
        var refused = await Agent.OpenAsync("/admin");
        Assert.Equal("en", refused.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_wall_speaks_the_venues_language_or_the_one_it_was_opened_in()
    {
        guest.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ko");

        Assert.Equal("en", (await guest.OpenAsync("/display/main")).Document.DocumentElement.GetAttribute("lang"));
        var wall = await guest.OpenAsync("/display/main?lang=ar");
        Assert.Equal("rtl", wall.Document.DocumentElement.GetAttribute("dir"));
        Assert.Equal("/display/main/now?lang=ar", wall.Find("[data-fragment]")!.GetAttribute("data-fragment"));
    }

    private Task<Page> ChooseAsync(Page page, string language) => guest.SendAsync(page, ".languages form", ("language", language));
}
