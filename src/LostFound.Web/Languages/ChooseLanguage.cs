using LostFound.Web.Features.Claims;
using LostFound.Web.Shared.Http;

namespace LostFound.Web.Languages;

/// <summary>A guest picks a language; the browser remembers it for a year.</summary>
internal static class ChooseLanguage
{
    public const string Address = "/language";
    public const string LanguageField = "language";
    public const string BackField = "back";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Address, Choose).RequireRateLimiting(RateLimits.GuestWrite);

    /// <summary>
    /// Where a guest who picks a language on this page comes back to: its own address, guest's token included,
    /// or, for a page that only answers a form, the page that the form was on.
    /// </summary>
    public static string WayBack(HttpContext context)
    {
        var endpoints = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints;
        var path = context.Request.Path.Value ?? "/";
        var isForm = !HttpMethods.IsGet(context.Request.Method);
        while (isForm && path.Length > 1 && !CanBeOpened(endpoints, path))
            path = path[..Math.Max(1, path.LastIndexOf('/'))];
        return Unmasked(context, path) + (isForm ? "" : context.Request.QueryString.Value);
    }

    private static IResult Choose(HttpContext context, PostedForm form)
    {
        // Also from a page whose form has grown too old: who chooses a language wants to read now, and another site could change nothing worse here.
        if (Language.Find(form.Text(LanguageField)) is { } language)
            Remember(context, language);
        var back = form.Text(BackField);
        return new SeeOther(IsOurs(back) ? back : "/");
    }

    private static void Remember(HttpContext context, Language language) =>
        context.Response.Cookies.Append(LanguageChoice.Cookie, language.Code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    /// <summary>A path on this server: nothing that a browser could take for another one's name.</summary>
    private static bool IsOurs(string back) =>
        back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\') && !back.Any(char.IsControl);

    private static bool CanBeOpened(IReadOnlyList<Endpoint> endpoints, string path) => endpoints.OfType<RouteEndpoint>().Any(endpoint =>
        string.Equals("/" + endpoint.RoutePattern.RawText?.Trim('/'), path, StringComparison.OrdinalIgnoreCase)
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get, StringComparer.Ordinal) is true);

    private static string Unmasked(HttpContext context, string path) => context.Features.Get<HiddenToken>() is { } token
        ? string.Join('/', path.Split('/').Select(part => part == TokenHidingServer.Mask ? token.Text : part))
        : path;
}
