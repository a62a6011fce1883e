namespace LostFound.Web.Tests.Ui;

/// <summary>Where the sources are, for tests that read them.</summary>
internal static class Repository
{
    public static string Root => LostFound.Tests.Repository.Root;

    public static string WebProject { get; } = Path.Combine(Root, "src", "LostFound.Web");
}
