using LostFound.Web.Languages;
using LostFound.Web.Shared;
using LostFound.Web.Shared.Http;
using LostFound.Web.Shared.Ui.Pages;

namespace LostFound.Web.Features.Queue.Display;

/// <summary><c>/display/{desk}</c>: the screen on the wall. For everybody, since it says numbers and waits only.</summary>
public static class DisplayFeature
{
    public static IServiceCollection AddDisplay(this IServiceCollection services) => services.AddSingleton<ReadDisplay>();

    public static IEndpointRouteBuilder MapDisplay(this IEndpointRouteBuilder app)
    {
        var wall = app.MapGroup("/display/{desk}").RequireRateLimiting(RateLimits.LookUp).InVenueLanguage();
        wall.MapGet("", async (string desk, ReadDisplay read) => await read.HandleAsync(desk) is { } model
            ? Render.Page<DisplayPage>(new { Model = model }, noStore: true)
            : Render.Page<NotFoundPage>(status: StatusCodes.Status404NotFound, noStore: true));
        wall.MapGet("/now", async (string desk, ReadDisplay read) => await read.HandleAsync(desk) is { } model
            ? Render.Fragment<DisplayNumbers>(new { Model = model })
            : Results.NotFound());
        return app;
    }
}
