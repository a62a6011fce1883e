namespace LostFound.Web.Shared.Http;

/// <summary>
/// Sends the browser on after a form was taken. The framework's own redirect writes its destination into the
/// log, and ours may hold a guest's token.
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
