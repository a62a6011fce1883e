namespace LostFound.Web.Shared.Http;

/// <summary>
/// 303: "done, now look there". Unlike 302 it always means GET, and a reload of the page that follows never
/// sends the form again. Without a body it also stays out of every cache.
/// </summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
