using System.Text.RegularExpressions;

namespace LostFound.Web.Configuration.Json;

internal enum SchemaType
{
    Object,
    Array,
    String,
    Number,
    Integer,
    Boolean,
}

/// <summary>The part of JSON Schema 2020-12 that our schemas use. <see cref="SchemaReader"/> refuses all else.</summary>
internal sealed class JsonSchema
{
    /// <summary>The name of a definition that stands here instead; then nothing else is set.</summary>
    public string? Reference { get; set; }

    public SchemaType? Type { get; set; }
    public Dictionary<string, JsonSchema> Properties { get; } = new(StringComparer.Ordinal);
    public List<string> Required { get; } = [];

    /// <summary>False: no property beyond the named ones.</summary>
    public bool AllowsOthers { get; set; } = true;

    /// <summary>What properties beyond the named ones must be like.</summary>
    public JsonSchema? Others { get; set; }

    public JsonSchema? PropertyNames { get; set; }
    public JsonSchema? Items { get; set; }
    public List<string> Enum { get; } = [];
    public Regex? Pattern { get; set; }

    /// <summary>What the pattern asks for in words; a keyword that editors know too.</summary>
    public string? PatternMessage { get; set; }

    public double? Minimum { get; set; }
    public double? Maximum { get; set; }
    public double? MinLength { get; set; }
    public double? MaxLength { get; set; }
    public double? MinItems { get; set; }
    public double? MaxItems { get; set; }
    public bool UniqueItems { get; set; }
}

/// <summary>A schema file: its root and the definitions that it refers to.</summary>
internal sealed record SchemaFile(JsonSchema Root, IReadOnlyDictionary<string, JsonSchema> Definitions)
{
    public JsonSchema Resolve(JsonSchema schema) => schema.Reference is { } name ? Resolve(Definitions[name]) : schema;
}
