using LostFound.Web.Data;
using LostFound.Web.Features.Claims;
using LostFound.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Languages;

/// <summary>A guest picks a language; the browser remembers it for a year.</summary>
internal static class ChooseLanguage
{
    public const string Address = "/language";
    public const string LanguageField = "language";
    public const string BackField = "back";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Address, ChooseAsync).RequireRateLimiting(RateLimits.GuestWrite);

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

    private static async Task<IResult> ChooseAsync(HttpContext context, PostedForm form, ClaimByToken claims, Store store)
    {
        // Also from a page whose form has grown too old: who chooses a language wants to read now, and another site could change nothing worse here.
        var back = form.Text(BackField);
        if (Language.Find(form.Text(LanguageField)) is { } language)
        {
            Remember(context, language);
            await WriteInAsync(language, back, claims, store);
        }
        return new SeeOther(IsOurs(back) ? back : "/");
    }

    /// <summary>Chosen on a claim's own page, it is also the language in which we write about it.</summary>
    private static async Task WriteInAsync(Language language, string back, ClaimByToken claims, Store store)
    {
        if (back.Split('/', '?') is not ["", "c", var token, ..] || await claims.FindIdAsync(token) is not { } claimId)
            return;
        await store.WriteAsync(db => db.Claims.Where(c => c.Id == claimId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Language, language.Code)), CancellationToken.None);
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
