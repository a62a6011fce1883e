using Microsoft.Net.Http.Headers;

namespace LostFound.Web.Configuration;

/// <summary>GET /venue.css</summary>
internal static class VenueStylesheetEndpoint
{
    public const string Path = "/venue.css";

    private const string KeepForGood = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, (string? v, ConfigStore store, HttpResponse response) =>
    {
        var sheet = store.Current.Stylesheet;

        // A page rendered just before an edit asks for the old hash: it gets today's colours, but must not keep them under that name.
        response.Headers.CacheControl = string.Equals(v, sheet.Hash, StringComparison.Ordinal) ? KeepForGood : AskEachTime;
        return TypedResults.Bytes(sheet.Bytes, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{sheet.Hash}\""));
    });
}
