using LostFound.Web.Configuration;
using System.Text.RegularExpressions;
using LostFound.Web.Shared.Icons;

namespace LostFound.Web.Tests.Ui;

public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_that_a_component_names_is_in_the_sprite()
    {
        var sprite = new IconSprite(() => []);
        var named = Directory.EnumerateFiles(Repository.WebProject, "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => IconName().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => sprite.InterfaceHref(name) is null);
    }

    [Fact]
    public void A_category_added_at_the_venue_changes_the_sprite_and_its_address()
    {
        var emoji = new List<string> { "🎒" };
        var sprite = new IconSprite(() => emoji);
        var before = sprite.EmojiHref("🎒");
        Assert.Null(sprite.EmojiHref("🔑"));
        emoji.Add("🔑");
        Assert.NotNull(sprite.EmojiHref("🔑"));
        Assert.NotEqual(before, sprite.EmojiHref("🎒"));
    }

    [Fact]
    public void A_presentation_selector_makes_no_other_emoji()
        => Assert.Equal(EmojiIcons.KeyOf("🕶"), EmojiIcons.KeyOf("🕶\uFE0F"));

    [Fact]
    public void Gradients_of_two_emoji_do_not_meet()
    {
        const string Body = "<defs><linearGradient id=\"a\"/></defs><path fill=\"url(#a)\"/><use href=\"#a\"/>";
        var sprite = SpriteFile.Make([KeyValuePair.Create("e1", Body), KeyValuePair.Create("e2", Body)], viewBox: 32);
        var svg = System.Text.Encoding.UTF8.GetString(sprite.Plain);
        var ids = Id().Matches(svg).Select(match => match.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("id=\"e2-a\"/></defs><path fill=\"url(#e2-a)\"/><use href=\"#e2-a\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sprite_is_kept_for_ever_at_its_own_address_and_compressed()
    {
        await using var host = await UiHost.StartAsync(_ => { });
        var own = new IconSprite(() => ["🎒"]).InterfaceHref("camera")!.Split('#')[0];
        var request = new HttpRequestMessage(HttpMethod.Get, own);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        var kept = await host.Client.SendAsync(request);
        Assert.Contains("immutable", kept.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", Assert.Single(kept.Content.Headers.ContentEncoding));
        Assert.Equal("image/svg+xml", kept.Content.Headers.ContentType!.MediaType);

        var stale = await host.Client.GetAsync("/icons/emoji.svg?v=old");
        Assert.True(stale.Headers.CacheControl!.NoCache);
        Assert.Contains("<symbol id=\"e1f392\"", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<Icon Name=\"(?<name>[a-z0-9-]+)\"|\\bIcon=\"(?<name>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IconName();

    [GeneratedRegex(" id=\"[^\"]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
