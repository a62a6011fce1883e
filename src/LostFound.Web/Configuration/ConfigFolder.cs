namespace LostFound.Web.Configuration;

/// <summary>Finds the folder with the venue's files.</summary>
public static class ConfigFolder
{
    public const string Setting = "LostFound:ConfigFolder";
    public const string Name = "kiosk-config";

    /// <summary>The folder for a person who starts the program where they stand now.</summary>
    public static string Find(IConfiguration configuration) => Find(configuration, Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    /// <summary>
    /// The folder that the setting names (a relative one counts from <paramref name="here"/>), else
    /// <c>kiosk-config</c> in <paramref name="here"/> or the nearest folder above that has one, else the same
    /// from <paramref name="program"/> (a clone of the repository, started from elsewhere). It may not exist:
    /// the loader says so.
    /// </summary>
    public static string Find(IConfiguration configuration, string here, string program)
    {
        here = Path.GetFullPath(here);
        return configuration[Setting] is { Length: > 0 } named
            ? Path.GetFullPath(named, here)
            : Nearest(here) ?? Nearest(program) ?? Path.Combine(here, Name);
    }

    private static string? Nearest(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (Directory.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
