using LostFound.Web.Features.Notifications;
using LostFound.Web.Tests.Configuration;
using LostFound.Web.Tests.Features.Claims;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Features.Notifications;

/// <summary>A venue as it is shipped: nothing is sent.</summary>
public sealed class NotSetUpTests : ServerTest
{
    [Fact]
    public async Task Nothing_is_offered_and_nothing_waits()
    {
        using var guest = Server.NewBrowser();
        var page = await guest.FileClaimAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await Server.Services.GetRequiredService<SendNotifications>().SweepAsync(default);

        Assert.True(page.Find("#tell-me")!.HasAttribute("hidden"));
        Assert.Null(page.Find("form.tell-me-form"));
        Assert.Equal(0, await Server.Store.ReadAsync(db => db.Notifications.CountAsync()));
    }

    [Theory]
    [InlineData(""" "smtp": { "host": "mail.example.org", "port": 25, "security": "none", "from": "lost@example.org" } """, "would travel unencrypted")]
    [InlineData(""" "smtp": { "host": "mail.example.org", "port": 587, "security": "starttls", "from": "lost at example" } """, "is not an e-mail address")]
    [InlineData(""" "webhook": { "url": "http://gateway.example.org/sms" } """, "must be an address that begins with https://")]
    [InlineData(""" "webhook": { "url": "https://gateway.example.org/sms" } """, "sends guests a link to their page")]
    public void What_would_give_guests_links_away_is_refused(string setting, string problem)
    {
        using var venue = new VenueFolder();
        File.WriteAllText(venue["notifications.json"], $$"""{ "quietHours": { "from": "21:30", "to": "08:00" }, "mostPerDay": 3, {{setting}} }""");

        Assert.Contains(venue.Load().Problems, p => p.Message.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_from_before_has_neither_file_and_is_good()
    {
        using var venue = new VenueFolder();
        foreach (var file in new[] { "notifications.json", "notifications.schema.json", "quick-replies.json", "quick-replies.schema.json" })
            File.Delete(venue[file]);

        Assert.Null(VenueFolder.Good(venue.Load()).Notifications.Smtp);
    }
}
