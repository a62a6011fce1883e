using System.Net;
using System.Net.Http.Headers;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostFound.Web.Tests.Configuration;

public class VenueStylesheetTests
{
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#767676", 4.54)] // the lightest grey that passes, as WCAG's own examples have it
    [InlineData("#777777", 4.48)]
    [InlineData("#ff0000", 4.00)]
    public void Contrast_is_that_of_WCAG(string hex, double expected) =>
        Assert.Equal(expected, HexColour.Parse(hex).ContrastWith(HexColour.White), 0.005);

    [Theory]
    [InlineData("#000000")]
    [InlineData("#0b6e6e")]
    [InlineData("#8b0000")]
    [InlineData("#1b2a55")]
    [InlineData("#767676")]
    [InlineData("#c2185b")]
    [InlineData("#0000ff")]
    public void Any_accent_that_is_allowed_can_be_read_in_both_themes(string accent)
    {
        var light = AccentShades.Light(HexColour.Parse(accent));
        var dark = AccentShades.Dark(HexColour.Parse(accent));

        Assert.Equal(accent, light.Accent.ToString());
        foreach (var shades in new[] { light, dark })
        {
            MustReach(4.5, HexColour.White, shades.Accent);
            MustReach(4.5, HexColour.White, shades.Strong);
            MustReach(4.5, shades.Ink, shades.Soft);
        }

        foreach (var paper in new[] { "#fbf8f3", "#fffefb" })
            MustReach(4.5, light.Ink, HexColour.Parse(paper));
        foreach (var night in new[] { "#1b1815", "#25211d", "#15120f" })
        {
            MustReach(4.5, dark.Ink, HexColour.Parse(night));
            MustReach(2.5, dark.Accent, HexColour.Parse(night));
        }
    }

    [Fact]
    public void It_holds_the_accent_for_both_themes_and_a_class_for_each_colour()
    {
        var sheet = new VenueStylesheet("#0B6E6E", [new Colour("red", "Red", ["#d3302f"]), new Colour("multicolour", "Many", ["#d3302f", "#f7cf2e", "#2f9147"])]);

        Assert.StartsWith(":root{--accent:#0b6e6e;--on-accent:#ffffff;--accent-strong:#", sheet.Css, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--accent:#", sheet.Css, StringComparison.Ordinal);
        Assert.Contains("\n:root[data-theme=dark]{--accent:#", sheet.Css, StringComparison.Ordinal);
        Assert.Contains(".swatch-red{background:#d3302f}", sheet.Css, StringComparison.Ordinal);
        Assert.Contains(".swatch-multicolour{background:linear-gradient(135deg,#d3302f 0% 33.33%,#f7cf2e 33.33% 66.67%,#2f9147 66.67% 100%)}", sheet.Css, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_follows_the_content()
    {
        var one = new VenueStylesheet("#0b6e6e", []);

        Assert.Equal(one.Hash, new VenueStylesheet("#0b6e6e", []).Hash);
        Assert.False(one.Hash == new VenueStylesheet("#0b6e6f", []).Hash);
        Assert.Equal($"/venue.css?v={one.Hash}", one.Address);
    }

    [Fact]
    public async Task It_is_served_for_good_under_its_hash_and_answers_not_modified()
    {
        var config = VenueFolder.ShippedConfig();
        await using var app = await ServeAsync(config);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var hashed = await http.GetAsync(config.Stylesheet.Address);
        Assert.Equal("text/css; charset=utf-8", hashed.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", hashed.Headers.CacheControl?.ToString());
        Assert.Equal(config.Stylesheet.Css, await hashed.Content.ReadAsStringAsync());

        using var stale = await http.GetAsync("/venue.css?v=0123");
        Assert.Equal("no-cache", stale.Headers.CacheControl?.ToString());

        using var again = new HttpRequestMessage(HttpMethod.Get, "/venue.css");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse($"\"{config.Stylesheet.Hash}\""));
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static void MustReach(double least, HexColour ink, HexColour ground) =>
        Assert.True(ink.ContrastWith(ground) >= least, FormattableString.Invariant($"{ink} on {ground}: {ink.ContrastWith(ground):0.00}, and should be {least}"));

    private static async Task<WebApplication> ServeAsync(VenueConfig config)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddVenueConfiguration(new ConfigStore(VenueFolder.Shipped, config, TimeProvider.System));
        var app = builder.Build();
        app.MapVenueConfiguration();
        await app.StartAsync();
        return app;
    }
}
