using Microsoft.AspNetCore.StaticAssets;

namespace LostFound.Web.Shared.Ui;

/// <summary>
/// Turns "/dist/app.css" into its address with the content's fingerprint, which browsers keep for ever.
/// MapStaticAssets makes these addresses, but Razor components learn them only through MapRazorComponents,
/// which this house does not use; so they are read from the endpoints themselves.
/// </summary>
public sealed class AssetUrls
{
    private readonly Lazy<Dictionary<string, string>> byPath;

    public AssetUrls(EndpointDataSource endpoints)
        => byPath = new Lazy<Dictionary<string, string>>(() => Read(endpoints));

    public string this[string path] => byPath.Value.GetValueOrDefault(path, path);

    private static Dictionary<string, string> Read(EndpointDataSource endpoints)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not { } asset) continue;
            var label = asset.Properties.FirstOrDefault(property => string.Equals(property.Name, "label", StringComparison.Ordinal));
            if (label is not null) found["/" + label.Value] = "/" + asset.Route;
        }

        return found;
    }
}
