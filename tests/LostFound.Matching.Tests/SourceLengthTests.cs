using Xunit;

namespace LostFound.Matching.Tests;

/// <summary>A file that no longer fits in a head is split.</summary>
public class SourceLengthTests
{
    private const int MostLines = 300;
    private static readonly string[] Extensions = [".cs", ".ts", ".razor", ".css"];
    private static readonly string[] NotSources = ["bin", "obj", "node_modules", "dist"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines() => Assert.Empty(TooLong(Repository.Root));

    [Fact]
    public void A_planted_long_file_is_named_and_built_files_are_not()
    {
        var root = Directory.CreateTempSubdirectory("lostfound-lines-");
        try
        {
            Plant(root, "src/Web/Fits.cs", MostLines);
            Plant(root, "src/Web/Long.razor", MostLines + 1);
            Plant(root, "tests/Web/Long.ts", MostLines + 1);
            Plant(root, "src/Web/obj/Generated.cs", MostLines + 1);
            Plant(root, "docs/Long.cs", MostLines + 1);
            Assert.Equal(["src/Web/Long.razor: 301 lines", "tests/Web/Long.ts: 301 lines"], TooLong(root.FullName));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static List<string> TooLong(string root) =>
    [
        .. from folder in new[] { "src", "tests" }
           from file in Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(root, file).Replace('\\', '/')
           where Extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal)
               && !path.Split('/').Intersect(NotSources, StringComparer.Ordinal).Any()
           let lines = File.ReadLines(file).Count()
           where lines > MostLines
           orderby path
           select $"{path}: {lines} lines",
    ];

    private static void Plant(DirectoryInfo root, string path, int lines)
    {
        var file = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, Enumerable.Repeat("x", lines));
    }
}
