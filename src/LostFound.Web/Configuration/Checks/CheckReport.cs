using LostFound.Web.Configuration.Json;

namespace LostFound.Web.Configuration.Checks;

/// <summary>Collects what the checks find, and looks up the line of each.</summary>
internal sealed class CheckReport(IReadOnlyDictionary<string, ConfigNode> roots)
{
    public List<ConfigProblem> Problems { get; } = [];

    public void Add(string file, string path, string message)
    {
        var at = ConfigPath.Find(roots[file], path);
        Problems.Add(new ConfigProblem(file, at.Line, at.Column, path, message));
    }

    /// <summary>A key must name something that exists.</summary>
    /// <param name="what">Such as "zone".</param>
    /// <param name="definedIn">The file that lists what exists.</param>
    public void MustExist(string file, string path, string what, string key, IReadOnlyCollection<string> known, string definedIn)
    {
        if (!known.Contains(key, StringComparer.Ordinal))
        {
            Add(file, path, $"There is no {what} '{key}' in {definedIn}.{DidYouMean.Hint(key, known)}");
        }
    }

    /// <summary>Nothing may be named twice.</summary>
    public void MustDiffer(string file, string what, IEnumerable<(string Path, string Key)> keys)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, key) in keys)
        {
            if (!first.TryAdd(key, path))
            {
                Add(file, path, $"The {what} '{key}' is here twice, first in {ConfigPath.Find(roots[file], first[key])}.");
            }
        }
    }
}
