using System.Text.RegularExpressions;

namespace LostFound.Browser.Tests.Deployment;

/// <summary>The deployment files as they lie in the repository.</summary>
internal static partial class Repository
{
    public static string Root => LostFound.Tests.Repository.Root;

    /// <summary>What docker-compose.yml sets for a service, its <c>${NAME:-default}</c> as with an empty environment.</summary>
    public static Dictionary<string, string> ComposeEnvironment(string service)
    {
        var lines = File.ReadLines(Path.Combine(Root, "docker-compose.yml"))
            .SkipWhile(line => line != $"  {service}:").Skip(1).TakeWhile(line => line.Length == 0 || line.StartsWith("   ", StringComparison.Ordinal))
            .SkipWhile(line => line != "    environment:").Skip(1).TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal));
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
        {
            var pair = line.Split(": ", 2);
            set[pair[0]] = Default().Replace(pair[1], match => match.Groups["default"].Value);
        }
        return set;
    }

    /// <summary>What the image of the web project sets: the ENV of its last stage.</summary>
    public static Dictionary<string, string> ImageEnvironment()
    {
        var stage = File.ReadAllText(Path.Combine(Root, "src/LostFound.Web/Dockerfile")).Split("\nFROM ")[^1].Replace("\\\n", " ", StringComparison.Ordinal);
        return stage.Split('\n').Where(line => line.StartsWith("ENV ", StringComparison.Ordinal))
            .SelectMany(line => line["ENV ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>The command that the image starts.</summary>
    public static string[] ImageEntryPoint()
    {
        var line = File.ReadLines(Path.Combine(Root, "src/LostFound.Web/Dockerfile")).Last(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal));
        return System.Text.Json.JsonSerializer.Deserialize<string[]>(line["ENTRYPOINT ".Length..])!;
    }

    [GeneratedRegex(@"\$\{\w+:-(?<default>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Default();
}
