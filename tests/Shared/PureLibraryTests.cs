using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace LostFound.Tests;

/// <summary>A library that stays pure: nothing beyond the base class library.</summary>
public abstract class PureLibraryTests(Assembly library)
{
    [Fact]
    public void It_references_nothing_beyond_the_base_library() => Assert.Empty(Breaches(
        library.GetReferencedAssemblies().Select(name => name.Name!),
        File.ReadAllText(Path.Combine(Repository.Root, "src", library.GetName().Name!, $"{library.GetName().Name}.csproj"))));

    [Fact]
    public void A_planted_assembly_reference_is_named()
    {
        // This test assembly itself refers to xunit: a real compiled breach, not an invented list.
        var references = Assembly.GetExecutingAssembly().GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.Contains(Breaches(references, "<Project />"), breach => breach.Contains("xunit", StringComparison.Ordinal));
        Assert.Equal(
            ["assembly Microsoft.EntityFrameworkCore"],
            Breaches(["System.Runtime", "System.Collections", "Microsoft.EntityFrameworkCore"], "<Project />"));
    }

    [Theory]
    [InlineData("PackageReference")]
    [InlineData("ProjectReference")]
    [InlineData("FrameworkReference")]
    [InlineData("Reference")]
    public void A_planted_project_entry_is_named(string element)
    {
        var project = $"<Project><ItemGroup><{element} Include=\"Planted\" /></ItemGroup></Project>";
        Assert.Equal([$"{element} Planted"], Breaches(["System.Runtime"], project));
    }

    [Fact]
    public void A_planted_web_sdk_is_named() =>
        Assert.Equal(["Sdk Microsoft.NET.Sdk.Web"], Breaches([], "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />"));

    /// <summary>
    /// What a library refers to beyond the base class library. The assembly is asked as well as the project file,
    /// since the project file alone misses what a shared props file adds, and the assembly alone misses what isn't used yet.
    /// </summary>
    private static List<string> Breaches(IEnumerable<string> assemblyReferences, string projectFile)
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var project = XDocument.Parse(projectFile).Root!;
        var sdk = (string?)project.Attribute("Sdk");
        return
        [
            .. assemblyReferences.Where(name => !File.Exists(Path.Combine(baseLibrary, name + ".dll"))).Select(name => $"assembly {name}"),
            .. project.Descendants()
                .Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference")
                .Select(element => $"{element.Name.LocalName} {(string?)element.Attribute("Include")}"),
            .. sdk is null or "Microsoft.NET.Sdk" ? Array.Empty<string>() : [$"Sdk {sdk}"],
        ];
    }
}
