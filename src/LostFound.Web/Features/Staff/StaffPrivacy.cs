namespace LostFound.Web.Features.Staff;

/// <summary>What staff saw must not be there for whoever comes next to the same screen.</summary>
public static class StaffPrivacy
{
    /// <summary>
    /// Forbids every store to keep a page that was drawn for a signed-in person, so that the back button after
    /// locking asks the server. Runs after authentication.
    /// </summary>
    public static void UseStaffPrivacy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.ActorOrNone() is not null)
            context.Response.OnStarting(KeepNoPage, context.Response);
        return next(context);
    });

    private static Task KeepNoPage(object state)
    {
        var response = (HttpResponse)state;
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
