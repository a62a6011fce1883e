namespace LostFound.Web.Shared.Http;

/// <summary>
/// 303: "done, now look there". Unlike 302 it always means GET, and a reload of the page that follows never
/// sends the form again. The framework's own redirect writes its target to the log, and ours may hold a
/// guest's token.
/// </summary>
public sealed class SeeOther(string address) : IResult
{
    public string Address => address;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
