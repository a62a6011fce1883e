namespace LostFound.Web.Configuration;

/// <summary>Finds the folder with the venue's files.</summary>
public static class ConfigFolder
{
    public const string Setting = "LostFound:ConfigFolder";
    public const string Name = "kiosk-config";

    /// <summary>
    /// The folder that the setting names, else <c>kiosk-config</c> in the content root or the nearest folder
    /// above that has one (a clone of the repository). It may not exist: the loader says so.
    /// </summary>
    public static string Find(IConfiguration configuration, string contentRoot)
    {
        if (configuration[Setting] is { Length: > 0 } named)
        {
            return Path.GetFullPath(named, Path.GetFullPath(contentRoot));
        }

        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.GetFullPath(Path.Combine(contentRoot, Name));
    }
}
