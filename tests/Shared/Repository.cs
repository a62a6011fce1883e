namespace LostFound.Tests;

/// <summary>Where the checkout is.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution, found by walking up from the test assembly.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LostFound.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"LostFound.sln is in no folder above {start}.");
    }
}
