using static LostFound.Web.Configuration.Json.SchemaWords;

namespace LostFound.Web.Configuration.Json;

/// <summary>Holds a file against its schema and says every difference in the words of the person who edits it.</summary>
internal sealed class SchemaCheck(string file, SchemaFile schemas, List<ConfigProblem> problems)
{
    public void Check(ConfigNode root) => Check(root, schemas.Root, "");

    private void Check(ConfigNode node, JsonSchema declared, string path)
    {
        var schema = schemas.Resolve(declared);
        if (schema.Type is { } type && !Fits(node, type))
        {
            Report(node.Position, path, $"{Subject(path)} must be {Describe(type)}, not {Describe(node)}.");
            return;
        }

        switch (node.Kind)
        {
            case NodeKind.Object:
                CheckObject(node, schema, path);
                break;
            case NodeKind.List:
                CheckList(node, schema, path);
                break;
            case NodeKind.Text:
                CheckText(node.Text, schema, node.Position, path, Subject(path));
                break;
            case NodeKind.Number:
                CheckNumber(node, schema, path);
                break;
            case NodeKind.Flag:
            case NodeKind.Nothing:
                break;
        }
    }

    private void CheckObject(ConfigNode node, JsonSchema schema, string path)
    {
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            var here = ConfigPath.Join(path, member.Name);
            if (schema.PropertyNames is { } names)
            {
                CheckText(member.Name, schemas.Resolve(names), member.Position, here, $"'{member.Name}'");
            }

            if (schema.Properties.TryGetValue(member.Name, out var known))
            {
                Check(member.Value, known, here);
            }
            else if (schema.Others is { } others)
            {
                Check(member.Value, others, here);
            }
            else if (!schema.AllowsOthers)
            {
                var free = schema.Properties.Keys.Where(name => node.Member(name) is null);
                var meant = DidYouMean.Nearest(member.Name, free);
                misspelt.Add(meant ?? "");
                Report(member.Position, here, $"'{member.Name}' is not a setting here.{DidYouMean.Hint(member.Name, free)}");
            }
        }

        // A misspelt setting is one mistake, so it gets one line: not "unknown" and "missing" both.
        foreach (var name in schema.Required.Where(name => node.Member(name) is null && !misspelt.Contains(name)))
        {
            Report(node.Position, path, $"'{name}' is missing here.");
        }
    }

    private void CheckList(ConfigNode node, JsonSchema schema, string path)
    {
        if (schema.MinItems > node.Items.Count)
        {
            Report(node.Position, path, $"{Subject(path)} must have at least {Entries(schema.MinItems.Value)}, and has {Plain(node.Items.Count)}.");
        }

        if (schema.MaxItems < node.Items.Count)
        {
            Report(node.Position, path, $"{Subject(path)} must have at most {Entries(schema.MaxItems.Value)}, and has {Plain(node.Items.Count)}.");
        }

        var seen = new Dictionary<string, TextPosition>(StringComparer.Ordinal);
        for (var i = 0; i < node.Items.Count; i++)
        {
            var item = node.Items[i];
            var here = ConfigPath.Join(path, i);
            if (schema.UniqueItems && item.Kind == NodeKind.Text && !seen.TryAdd(item.Text, item.Position))
            {
                Report(item.Position, here, $"'{item.Text}' is in this list twice, first in {seen[item.Text]}.");
            }

            if (schema.Items is { } items)
            {
                Check(item, items, here);
            }
        }
    }

    private void CheckText(string text, JsonSchema schema, TextPosition at, string path, string subject)
    {
        var length = text.EnumerateRunes().Count();
        if (schema.MinLength > length)
        {
            Report(at, path, length == 0 ? $"{subject} must not be empty." : $"{subject} must have at least {Plain(schema.MinLength.Value)} characters.");
        }
        else if (schema.MaxLength < length)
        {
            Report(at, path, $"{subject} must have at most {Plain(schema.MaxLength.Value)} characters, and has {Plain(length)}.");
        }
        else if (schema.Enum.Count > 0 && !schema.Enum.Contains(text, StringComparer.Ordinal))
        {
            Report(at, path, $"{subject} must be one of {string.Join(", ", schema.Enum)}, not '{text}'.{DidYouMean.Hint(text, schema.Enum)}");
        }
        else if (schema.Pattern is { } pattern && !(pattern.IsMatch(text) && !text.EndsWith('\n')))
        {
            // In .NET a $ also matches before a last line feed, and JSON Schema's does not.
            Report(at, path, $"{subject} {schema.PatternMessage ?? $"must look like {pattern}"}, not '{text}'.");
        }
    }

    private void CheckNumber(ConfigNode node, JsonSchema schema, string path)
    {
        if (schema.Minimum > node.Number)
        {
            Report(node.Position, path, $"{Subject(path)} must be at least {Plain(schema.Minimum.Value)}, not {Plain(node.Number)}.");
        }

        if (schema.Maximum < node.Number)
        {
            Report(node.Position, path, $"{Subject(path)} must be at most {Plain(schema.Maximum.Value)}, not {Plain(node.Number)}.");
        }
    }

    private static bool Fits(ConfigNode node, SchemaType type) => type switch
    {
        SchemaType.Object => node.Kind == NodeKind.Object,
        SchemaType.Array => node.Kind == NodeKind.List,
        SchemaType.String => node.Kind == NodeKind.Text,
        SchemaType.Number => node.Kind == NodeKind.Number,
        SchemaType.Integer => node is { Kind: NodeKind.Number, IsWhole: true },
        SchemaType.Boolean => node.Kind == NodeKind.Flag,
    };

    private void Report(TextPosition at, string path, string message) =>
        problems.Add(new ConfigProblem(file, at.Line, at.Column, path, message));
}
