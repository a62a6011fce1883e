using System.Net;
using System.Net.Http.Headers;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

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
    public void In_the_dark_any_accent_that_is_allowed_becomes_light_enough_to_read(string accent)
    {
        var ground = HexColour.Parse("#17191c");

        Assert.True(HexColour.Parse(accent).LightenedFor(ground).ContrastWith(ground) >= HexColour.ReadableContrast);
    }

    [Fact]
    public void It_holds_the_accent_for_both_themes_and_a_class_for_each_colour()
    {
        var sheet = new VenueStylesheet("#0B6E6E", [new Colour("red", "Red", ["#d3302f"]), new Colour("multicolour", "Many", ["#d3302f", "#f7cf2e", "#2f9147"])]);

        Assert.Contains(":root{--accent:#0b6e6e;--accent-ink:#ffffff}", sheet.Css, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark){:root{--accent:#", sheet.Css, StringComparison.Ordinal);
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
