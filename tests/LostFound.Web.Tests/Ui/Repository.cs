namespace LostFound.Web.Tests.Ui;

/// <summary>Where the sources are, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string WebProject { get; } = Path.Combine(Root, "src", "LostFound.Web");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LostFound.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("LostFound.sln is in no folder above the tests.");
    }
}
