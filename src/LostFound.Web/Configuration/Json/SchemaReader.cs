using System.Text.RegularExpressions;

namespace LostFound.Web.Configuration.Json;

/// <summary>
/// Reads a schema, and refuses a keyword that <see cref="SchemaCheck"/> does not enforce: a schema that
/// looks strict and is silently not checked would be worse than none.
/// </summary>
internal sealed class SchemaReader(string file, List<ConfigProblem> problems)
{
    private const string DefinitionPrefix = "#/$defs/";

    private static readonly string[] Keywords =
    [
        "type", "properties", "required", "additionalProperties", "propertyNames", "items", "enum", "pattern",
        "patternErrorMessage", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems",
        "$ref", "$defs", "$schema", "$id", "$comment", "title", "description", "default", "examples",
    ];

    private readonly Dictionary<string, JsonSchema> _definitions = new(StringComparer.Ordinal);
    private readonly List<(string Name, TextPosition Position)> _references = [];

    public SchemaFile? Read(ConfigNode root)
    {
        var before = problems.Count;
        var schema = ReadSchema(root);
        foreach (var (name, position) in _references.Where(reference => !_definitions.ContainsKey(reference.Name)))
        {
            Report(position, $"$defs has no '{name}'.{DidYouMean.Hint(name, _definitions.Keys)}");
        }

        return problems.Count == before ? new SchemaFile(schema, _definitions) : null;
    }

    private JsonSchema ReadSchema(ConfigNode node)
    {
        var schema = new JsonSchema();
        if (node.Kind != NodeKind.Object)
        {
            Report(node.Position, "A schema must be an object in braces { }.");
        }

        foreach (var member in node.Members)
        {
            ReadKeyword(schema, member);
        }

        if (schema.Reference is not null && node.Members.Count > 1)
        {
            Report(node.Position, "$ref must stand alone: what stands beside it would not be checked.");
        }

        return schema;
    }

    private void ReadKeyword(JsonSchema schema, ConfigMember keyword)
    {
        var value = keyword.Value;
        switch (keyword.Name)
        {
            case "$schema" or "$id" or "$comment" or "title" or "description" or "default" or "examples":
                break;
            case "$ref":
                schema.Reference = ReadReference(value);
                break;
            case "$defs":
                ReadNamed(value, _definitions);
                break;
            case "type":
                schema.Type = ReadType(value);
                break;
            case "properties":
                ReadNamed(value, schema.Properties);
                break;
            case "required":
                schema.Required.AddRange(ReadTexts(value));
                break;
            case "additionalProperties":
                schema.AllowsOthers = value.Kind != NodeKind.Flag || value.Flag;
                schema.Others = value.Kind == NodeKind.Flag ? null : ReadSchema(value);
                break;
            case "propertyNames":
                schema.PropertyNames = ReadSchema(value);
                break;
            case "items":
                schema.Items = ReadSchema(value);
                break;
            case "enum":
                schema.Enum.AddRange(ReadTexts(value));
                break;
            case "pattern":
                schema.Pattern = ReadPattern(value);
                break;
            case "patternErrorMessage":
                schema.PatternMessage = Expect(value, NodeKind.Text).Text;
                break;
            case "uniqueItems":
                schema.UniqueItems = Expect(value, NodeKind.Flag).Flag;
                break;
            default:
                ReadLimit(schema, keyword);
                break;
        }
    }

    private void ReadLimit(JsonSchema schema, ConfigMember keyword)
    {
        switch (keyword.Name)
        {
            case "minimum":
                schema.Minimum = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            case "maximum":
                schema.Maximum = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            case "minLength":
                schema.MinLength = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            case "maxLength":
                schema.MaxLength = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            case "minItems":
                schema.MinItems = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            case "maxItems":
                schema.MaxItems = Expect(keyword.Value, NodeKind.Number).Number;
                break;
            default:
                Report(keyword.Position, $"'{keyword.Name}' is not a schema keyword that is checked here.{DidYouMean.Hint(keyword.Name, Keywords)}");
                break;
        }
    }

    private void ReadNamed(ConfigNode node, Dictionary<string, JsonSchema> into)
    {
        foreach (var member in Expect(node, NodeKind.Object).Members)
        {
            into[member.Name] = ReadSchema(member.Value);
        }
    }

    private string ReadReference(ConfigNode node)
    {
        var text = Expect(node, NodeKind.Text).Text;
        if (!text.StartsWith(DefinitionPrefix, StringComparison.Ordinal))
        {
            Report(node.Position, $"$ref must begin with {DefinitionPrefix}.");
            return "";
        }

        var name = text[DefinitionPrefix.Length..];
        _references.Add((name, node.Position));
        return name;
    }

    private SchemaType? ReadType(ConfigNode node)
    {
        if (Enum.TryParse<SchemaType>(Expect(node, NodeKind.Text).Text, ignoreCase: true, out var type))
        {
            return type;
        }

        Report(node.Position, $"'{node.Text}' is not a type that is checked here.{DidYouMean.Hint(node.Text, Enum.GetNames<SchemaType>())}");
        return null;
    }

    private Regex? ReadPattern(ConfigNode node)
    {
        try
        {
            return new Regex(Expect(node, NodeKind.Text).Text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException error)
        {
            Report(node.Position, $"This pattern cannot be used: {error.Message}");
            return null;
        }
    }

    private IEnumerable<string> ReadTexts(ConfigNode node) =>
        Expect(node, NodeKind.List).Items.Select(item => Expect(item, NodeKind.Text).Text);

    private ConfigNode Expect(ConfigNode node, NodeKind kind)
    {
        if (node.Kind != kind)
        {
            Report(node.Position, $"A {kind.ToString().ToLowerInvariant()} must stand here.");
        }

        return node;
    }

    private void Report(TextPosition at, string message) =>
        problems.Add(new ConfigProblem(file, at.Line, at.Column, "", message));
}
