namespace LostFound.Web.Shared;

/// <summary>
/// Sends a browser on with a GET. The framework's own redirect results write the address to the log,
/// and an address here may hold a claim's token, which is never logged.
/// </summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
