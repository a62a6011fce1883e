using System.Globalization;
using System.Text.Json.Nodes;
using LostFound.Web.Configuration;

namespace LostFound.Web.Tests.Configuration;

public class RequiredSettingsTests
{
    /// <summary>Every required setting of every schema, where the shipped file has it: file and path.</summary>
    public static TheoryData<string, string> RequiredSettings
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var file in VenueFolder.FileNames)
            {
                var schema = Read(FileNames.SchemaOf(file));
                foreach (var path in Required(schema, schema, Read(file)))
                    rows.Add(file, path);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(RequiredSettings))]
    public void Without_a_required_setting_the_problem_names_it(string file, string path)
    {
        using var venue = new VenueFolder();
        var json = Read(file);
        var steps = path.Split('/');
        JsonNode holder = json;
        foreach (var step in steps[..^1])
            holder = (int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? holder[index] : holder[step])!;
        Assert.True(holder.AsObject().Remove(steps[^1]));
        File.WriteAllText(venue[file], json.ToJsonString());

        Assert.Contains(venue.Load().Problems, problem => problem.File == file && problem.Message.Contains($"'{steps[^1]}' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void The_walk_over_the_schemas_finds_the_deep_ones_too()
    {
        var all = RequiredSettings.Select(row => $"{row.Data.Item1}#{row.Data.Item2}").ToList();

        Assert.True(all.Count > 60, $"only {all.Count}");
        Assert.Contains(all, setting => setting == "places.json#zones/0/places/0/name");
        Assert.Contains(all, setting => setting == "venue.json#staff/pinAttempts");
    }

    private static IEnumerable<string> Required(JsonNode root, JsonNode declared, JsonNode value)
    {
        var schema = declared["$ref"] is { } reference ? root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]! : declared;
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
            yield return name;

        foreach (var (name, inner) in schema["properties"]?.AsObject() ?? [])
        {
            if (value[name] is not { } there)
                continue;
            foreach (var path in Required(root, inner!, there))
                yield return $"{name}/{path}";
        }

        if (schema["items"] is { } items && value is JsonArray { Count: > 0 } list)
        {
            foreach (var path in Required(root, items, list[0]!))
                yield return $"0/{path}";
        }
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(VenueFolder.Shipped, file)))!;
}
