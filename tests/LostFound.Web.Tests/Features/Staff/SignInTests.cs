using System.Net;
using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LostFound.Web.Tests.Features.Staff;

public sealed class SignInTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_person_signs_in_on_an_enrolled_device_and_the_entry_names_both()
    {
        var browser = await server.SignInAsync(StaffRole.Supervisor, "Hana");
        var page = await browser.OpenAsync("/sign-in");
        Assert.Equal("Hana is signed in here.", page.Headline);
        var entry = await server.Store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Kind == AuditKind.SignedIn));
        Assert.NotNull(entry.StaffId);
        Assert.NotNull(entry.DeviceId);
    }

    [Fact]
    public async Task A_device_that_is_not_enrolled_is_told_what_to_do_and_sees_no_names()
    {
        var maya = await server.AddStaffAsync(StaffRole.Agent, "Maya");
        using var stranger = server.NewBrowser();
        foreach (var address in new[] { "/sign-in", $"/sign-in?who={maya.Id}" })
        {
            var page = await stranger.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Equal("This device isn’t enrolled", page.Headline);
            Assert.DoesNotContain("Maya", page.Html, StringComparison.Ordinal);
        }
    }
}
