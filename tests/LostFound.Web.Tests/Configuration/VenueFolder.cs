using LostFound.Web.Configuration;
using Microsoft.Extensions.Configuration;

namespace LostFound.Web.Tests.Configuration;

/// <summary>A copy of the shipped kiosk-config that a test may spoil.</summary>
internal sealed class VenueFolder : IDisposable
{
    public VenueFolder()
    {
        Path = Directory.CreateTempSubdirectory("lostfound-config-").FullName;
        foreach (var file in Directory.EnumerateFiles(Shipped))
            File.Copy(file, this[System.IO.Path.GetFileName(file)]);
    }

    /// <summary>The folder in the repository that the tests run from.</summary>
    public static string Shipped { get; } = ConfigFolder.Find(new ConfigurationBuilder().Build());

    public static IEnumerable<string> FileNames => Directory.EnumerateFiles(Shipped, "*.json")
        .Select(file => System.IO.Path.GetFileName(file))
        .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal));

    public string Path { get; }

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public static VenueConfig ShippedConfig() => Good(ConfigLoader.Load(Shipped));

    public static VenueConfig Good(ConfigLoadResult loaded)
    {
        Assert.Empty(loaded.Problems);
        Assert.True(loaded.IsGood);
        return loaded.Config;
    }

    public ConfigLoadResult Load() => ConfigLoader.Load(Path);

    /// <summary>Replaces a text that occurs at least once (the first time it does); returns the line where it began.</summary>
    public int Replace(string file, string before, string after)
    {
        var text = File.ReadAllText(this[file]);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain {before}");
        File.WriteAllText(this[file], text[..at] + after + text[(at + before.Length)..]);
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
