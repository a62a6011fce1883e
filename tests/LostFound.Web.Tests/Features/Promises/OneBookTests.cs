using System.Text.RegularExpressions;
using Xunit;

namespace LostFound.Web.Tests.Features.Promises;

/// <summary>What a claim says of its next word is written by the book of promises alone; else the two drift apart.</summary>
public sealed partial class OneBookTests
{
    private static readonly string Sources = Path.Combine(Repository(), "src", "LostFound.Web");

    [Fact]
    public void Only_the_book_of_promises_writes_by_when_a_guest_hears_from_us()
    {
        var files = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 300, "The sources were not found.");

        Assert.Equal(["PromiseBook.cs"], files.Where(file => Writes(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("claim.OweWordBy(due);", true)]
    [InlineData("await db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.NextWordBy, next))", true)]
    [InlineData("db.Database.ExecuteSqlAsync($\"UPDATE claims SET \\\"NextWordBy\\\" = NULL\")", true)]
    [InlineData("new ClaimEvent { NextWordBy = claim.NextWordBy }", false)]
    [InlineData("internal void OweWordBy(DateTime? due) => NextWordBy = due;", false)]
    public void A_breach_would_be_seen(string line, bool isWrite) => Assert.Equal(isWrite, Writes(line));

    private static bool Writes(string source) => Write().IsMatch(source);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LostFound.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }

    /// <summary>A call of the claim's one setter (which the compiler keeps private but for it), or an update past it.</summary>
    [GeneratedRegex(@"\.OweWordBy\(|SetProperty\(\s*\w+\s*=>\s*\w+\.NextWordBy|SET[^;]*NextWordBy", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Write();
}
