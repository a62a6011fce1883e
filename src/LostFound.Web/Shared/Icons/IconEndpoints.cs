using Microsoft.Net.Http.Headers;

namespace LostFound.Web.Shared.Icons;

/// <summary>Serves the two sprites. With the current hash in the address they may be kept for ever.</summary>
internal static class IconEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/icons/ui.svg", (HttpContext http, IconSprite icons, string? v) => Serve(http, icons.Interface, v));
        app.MapGet("/icons/emoji.svg", (HttpContext http, IconSprite icons, string? v) => Serve(http, icons.Emoji, v));
    }

    private static IResult Serve(HttpContext http, SpriteFile sprite, string? version)
    {
        var headers = http.Response.Headers;
        // A page drawn before a change of configuration still asks for the old hash: it gets today's icons, unkept.
        headers.CacheControl = string.Equals(version, sprite.Hash, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var brotli = AcceptsBrotli(http.Request);
        if (brotli) headers.ContentEncoding = "br";
        return Results.Bytes(brotli ? sprite.Brotli : sprite.Plain, "image/svg+xml");
    }

    private static bool AcceptsBrotli(HttpRequest request)
        => request.GetTypedHeaders().AcceptEncoding.Any(coding =>
            coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
}
