using System.Net;
using LostFound.Web.Features.Home;
using LostFound.Web.Tests.Ui;

namespace LostFound.Web.Tests.Home;

public sealed class FindClaimTests
{
    private const string Token = "4fX9kQ_2mZ-7RtYb1LpWcA";

    [Theory]
    [InlineData("https://lost.example/c/" + Token)]
    [InlineData("  HTTP://10.0.0.4:8080/c/" + Token + "?from=mail#top ")]
    [InlineData("Here is your link: https://lost.example/c/" + Token + ". Keep it.")]
    [InlineData("/c/" + Token)]
    [InlineData("\t" + Token + "\n")]
    public void A_link_a_message_or_the_bare_token_is_understood(string typed) => Assert.Equal(Token, FindClaim.TokenIn(typed));

    [Theory]
    [InlineData("")]
    [InlineData("H4KPT2")]
    [InlineData("https://lost.example/c/short")]
    [InlineData("https://lost.example/claim")]
    [InlineData("/c/../../admin/aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_is_not(string typed) => Assert.Null(FindClaim.TokenIn(typed));

    [Fact]
    public void Neither_is_a_link_buried_in_far_too_much_text()
        => Assert.Null(FindClaim.TokenIn(new string('x', FindClaim.MaxTyped) + "/c/" + Token));

    [Fact]
    public async Task A_pasted_link_leads_to_the_claim_and_its_token_is_not_logged()
    {
        using var log = new LogLines();
        await using var host = await UiHost.StartAsync(app => app.MapHome(), log: log);
        var response = await PostAsync(host, "https://lost.example/c/" + Token);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/c/" + Token, response.Headers.Location!.OriginalString);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Paste the link")]
    [InlineData("H4KPT2", "short reference")]
    [InlineData("<b>my \"bag\"</b> is gone", "no claim link")]
    public async Task A_wrong_entry_is_kept_and_answered_honestly(string typed, string says)
    {
        await using var host = await UiHost.StartAsync(app => app.MapHome());
        var response = await PostAsync(host, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = UiHost.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(typed, page.QuerySelector("#link")!.GetAttribute("value"));
        Assert.Contains(says, page.QuerySelector("[role=alert] a[href='#link']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_the_pages_own_token_goes_nowhere()
    {
        await using var host = await UiHost.StartAsync(app => app.MapHome());
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("link", "/c/" + Token)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Client.PostAsync("/find", form)).StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(UiHost host, string typed)
    {
        var first = await host.Client.GetAsync("/find");
        var token = UiHost.Parse(await first.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/find");
        request.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("link", typed)]);
        return await host.Client.SendAsync(request);
    }
}
