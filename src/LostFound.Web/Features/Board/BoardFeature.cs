using LostFound.Web.Features.Staff;
using LostFound.Web.Live;
using LostFound.Web.Shared;

namespace LostFound.Web.Features.Board;

/// <summary>The supervisors' board: the day in a few numbers, and what to do about them.</summary>
public static class BoardFeature
{
    public const string Page = "/board";
    public const string Fragment = "/board/figures";

    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.AddSingleton<ReadBoard>();
        services.AddSingleton(provider => new BoardSnapshots(
            provider.GetRequiredService<ReadBoard>().HandleAsync, provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<BoardSnapshots>>()));
        return services;
    }

    public static IEndpointRouteBuilder MapBoard(this IEndpointRouteBuilder app)
    {
        var supervisors = app.MapGroup("").RequireAuthorization(Policies.Supervisor);
        supervisors.MapGet(Page, async (BoardSnapshots board) =>
            Render.Page<LiveBoard>(new { Snapshot = await board.CurrentAsync() }, noStore: true));
        supervisors.MapGet(Fragment, async (BoardSnapshots board) =>
            Render.Fragment<BoardFigures>(new { Snapshot = await board.CurrentAsync() }));
        return app;
    }
}
