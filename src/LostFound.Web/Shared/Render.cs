using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LostFound.Web.Shared;

/// <summary>Answers a request with a Razor component, rendered whole on the server before the first byte leaves.</summary>
public static class Render
{
    /// <summary>A whole page: a component whose root is one of the shells in Shared/Ui/Pages.</summary>
    /// <param name="parameters">An anonymous object with one property per component parameter.</param>
    /// <param name="status">The HTTP status; 422 for a form shown again with its errors.</param>
    /// <param name="noStore">True for pages that no cache and no back button on a shared device may keep.</param>
    public static IResult Page<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK, bool noStore = false)
        where TComponent : IComponent
        => Answer<TComponent>(parameters, status, noStore);

    /// <summary>
    /// The inner part of a page, rendered alone for a script to swap in. Never stored: it is fetched because
    /// something changed, so a cached copy would be the old truth.
    /// </summary>
    public static IResult Fragment<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent
        => Answer<TComponent>(parameters, status, noStore: true);

    private static IResult Answer<TComponent>(object? parameters, int status, bool noStore)
        where TComponent : IComponent
    {
        var result = parameters is null
            ? new RazorComponentResult<TComponent>()
            : new RazorComponentResult<TComponent>(parameters);
        result.StatusCode = status;
        // Streaming would send the head before the antiforgery cookie and the final status are known.
        result.PreventStreamingRendering = true;
        return noStore ? new NoStore(result) : result;
    }

    private sealed class NoStore(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // The words that antiforgery writes itself: it warns about any others on a page with a form.
            httpContext.Response.Headers.CacheControl = "no-cache, no-store";
            httpContext.Response.Headers.Pragma = "no-cache";
            return inner.ExecuteAsync(httpContext);
        }
    }
}
