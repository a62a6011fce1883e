using LostFound.Web.Features.Staff;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LostFound.Web.Tests.Hosting;

/// <summary>
/// Two rules over every address that the server really has: what changes something checks the antiforgery
/// token, and what is not named here as public is behind a staff policy.
/// </summary>
public sealed class EndpointTests
{
    /// <summary>Addresses for everyone. Add one only after asking what a stranger learns or changes there.</summary>
    private static readonly HashSet<string> Public = new(StringComparer.Ordinal)
    {
        // Guests
        "/", "/find", "/collect", "/t/{tag}", "/language",
        "/claim", "/claim/start-again", "/claim/what", "/claim/colours", "/claim/description", "/claim/marks",
        "/claim/where", "/claim/when", "/claim/contact", "/claim/check",
        // /c/{token}: the token is taken out of the path before routing, so that no log can hold it.
        "/c/~", "/c/~/status", "/c/~/answer", "/c/~/withdraw", "/c/~/feedback",
        // How a guest is told, and what both write to each other; the worker shows a page's own notification and sees nothing.
        "/c/~/tell-me", "/c/~/tell-me/stop", "/tell-me-worker.js", "/c/~/messages", "/c/~/messages/read", "/c/~/pictures/{message:guid}/{ordinal:int}",
        // A place in line: a stranger learns how long the line is, and may take one place a phone. /q/{token} as above.
        "/q", "/q/~", "/q/~/status", "/q/~/here", "/q/~/leave", "/c/~/line", "/c/~/here", "/c/~/leave",
        // The screen on the wall: a stranger learns numbers, counters and waits, as anybody who stands there does
        "/display/{desk}", "/display/{desk}/now",
        // The way in for staff
        "/sign-in", "/lock", "/not-allowed", "/enrol", "/enrol/{code}", "/setup/{code}",
        // Enrolled devices by themselves, each known by its own cookie: they learn codes and choices, and add items
        "/api/v1/kiosk", "/api/v1/tags", "/api/v1/items", "/kiosk/shell", "/service-worker.js",
        // The house itself
        "/venue.css", "/label.css", "/icons/ui.svg", "/icons/emoji.svg", "/{**path:file}", "/health/live", "/health/ready", "/hubs/live", "/hubs/live/negotiate",
    };

    [Fact]
    public async Task Every_address_that_changes_something_checks_the_antiforgery_token_and_every_other_one_is_for_staff_or_named_public()
    {
        await using var server = await TestServer.StartAsync();
        var breaches = Breaches(server.Services.GetRequiredService<EndpointDataSource>().Endpoints).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public async Task An_address_that_breaks_a_rule_is_found()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/planted", () => "changed without a token").RequireAuthorization(Policies.Agent);
        app.MapGet("/planted-open", () => "for everyone by mistake");
        app.MapGet("/planted-policy", () => "behind no policy of ours").RequireAuthorization();
        app.MapPost("/planted-good", (PostedForm form) => form.Problem?.Message).RequireAuthorization(Policies.Agent);
        IEndpointRouteBuilder routes = app;
        Assert.Equal(
            ["/planted changes something and does not check the antiforgery token", "/planted-open is neither for staff nor named public", "/planted-policy is neither for staff nor named public"],
            Breaches(routes.DataSources.SelectMany(s => s.Endpoints)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Breaches(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/');
            // The hub's handshake and socket: no form can reach them, and browsers forbid other sites to.
            var isHub = address.StartsWith("/hubs/", StringComparison.Ordinal);
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
            var onlyReads = methods.Count > 0 && methods.All(m => HttpMethods.IsGet(m) || HttpMethods.IsHead(m));
            if (!onlyReads && !isHub && endpoint.Metadata.GetMetadata<ChecksAntiforgery>() is null)
                yield return $"{address} changes something and does not check the antiforgery token";
            var forStaff = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => Enum.TryParse<StaffRole>(a.Policy, out _))
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
            if (!forStaff && !Public.Contains(address))
                yield return $"{address} is neither for staff nor named public";
        }
    }
}
