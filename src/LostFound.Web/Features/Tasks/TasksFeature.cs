using LostFound.Web.Data;

namespace LostFound.Web.Features.Tasks;

/// <summary>What supervisors should check: contradictions that were taken as they came.</summary>
public static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<SettleTask>();
        services.AddSingleton<TaskPages>();
        return services;
    }

    public static IEndpointRouteBuilder MapTasks(this IEndpointRouteBuilder app)
    {
        TaskPages.Map(app);
        return app;
    }

    /// <summary>What is still to be checked, the longest waiting first.</summary>
    public static IQueryable<SupervisorTask> OpenTasks(this LostFoundDb db) =>
        db.Tasks.Where(t => t.SettledAt == null).OrderBy(t => t.RaisedAt).ThenBy(t => t.Id);
}
