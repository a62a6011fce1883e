using System.Text.Json.Serialization;

namespace LostFound.Web.Configuration.Files;

/// <summary>What every file in kiosk-config begins with.</summary>
public abstract record ConfigFile
{
    /// <summary>For editors only: the schema to complete and check with.</summary>
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-1)]
    public string? Schema { get; init; }
}
