namespace LostFound.Web.Shared.Http;

/// <summary>
/// Headers on every answer. No inline script or style runs anywhere; the desk, which scans, may also compile
/// WebAssembly for the QR reader.
/// </summary>
public static class SecurityHeaders
{
    private const string Everywhere =
        "default-src 'none'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; " +
        "worker-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";

    /// <summary>Marks an endpoint whose page reads QR codes with the WebAssembly reader.</summary>
    public static TBuilder ReadsQrCodes<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(ScansMarker.Instance);

    /// <summary>Runs after routing, since the page decides.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        var scans = context.GetEndpoint()?.Metadata.GetMetadata<ScansMarker>() is not null;
        headers.ContentSecurityPolicy = scans ? Everywhere + " 'wasm-unsafe-eval'" : Everywhere;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    });

    private sealed class ScansMarker
    {
        public static readonly ScansMarker Instance = new();
    }
}
