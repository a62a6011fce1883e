using LostFound.Web.Shared;

namespace LostFound.Web.Features.Home;

/// <summary>The guest's way in: what happened, and where to go with it.</summary>
public static class HomeFeature
{
    public static IEndpointRouteBuilder MapHome(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Render.Page<HomePage>());
        app.MapGet("/collect", () => Render.Page<CollectPage>());
        FindClaim.Map(app);
        return app;
    }
}
