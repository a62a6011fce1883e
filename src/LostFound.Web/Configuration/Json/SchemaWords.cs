using System.Globalization;

namespace LostFound.Web.Configuration.Json;

/// <summary>How <see cref="SchemaCheck"/> speaks of values to somebody who does not know JSON's terms.</summary>
internal static class SchemaWords
{
    public static string Describe(SchemaType type) => type switch
    {
        SchemaType.Object => "a group of settings in braces { }",
        SchemaType.Array => "a list in square brackets [ ]",
        SchemaType.String => "a text in double quotes",
        SchemaType.Number => "a number",
        SchemaType.Integer => "a whole number",
        SchemaType.Boolean => "true or false, without quotes",
    };

    public static string Describe(ConfigNode node) => node.Kind switch
    {
        NodeKind.Object => "a group of settings",
        NodeKind.List => "a list",
        NodeKind.Text => $"the text \"{node.Text}\"",
        NodeKind.Number => Plain(node.Number),
        NodeKind.Flag => node.Flag ? "true" : "false",
        NodeKind.Nothing => "null",
    };

    public static string Subject(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name.Length == 0 ? "The file" : name.EndsWith(']') ? "This entry" : $"'{name}'";
    }

    public static string Entries(double count) => count == 1 ? "one entry" : $"{Plain(count)} entries";

    public static string Plain(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
