using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LostFound.Matching.Lexicon;
using Xunit;

namespace LostFound.Matching.Tests.Lexicon;

/// <summary>The generated table is what the generator wrote, told without npm.</summary>
public class CldrTableTests
{
    private static readonly string Text = LexiconData.Text(CldrData.File).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_was_not_edited_by_hand()
    {
        var concepts = Text.Split('\n').Where(line => line.StartsWith("{\"id\"", StringComparison.Ordinal)).Select(line => line.TrimEnd(','));
        Assert.True(Source("concepts") == Sha256(string.Join('\n', concepts)), "cldr.json was edited by hand: change tools/lexicon/whitelist.json or a hand-kept table.");
    }

    [Fact]
    public void The_table_was_generated_from_the_whitelist_as_it_is()
    {
        var whitelist = File.ReadAllText(Path.Combine(Repository.Root, "tools", "lexicon", "whitelist.json")).ReplaceLineEndings("\n");
        Assert.True(Source("whitelist") == Sha256(whitelist), "whitelist.json changed: run `node build.mjs` in tools/lexicon and commit cldr.json.");
    }

    [Fact]
    public void The_licence_of_the_data_is_beside_it() =>
        Assert.Contains("UNICODE LICENSE V3", File.ReadAllText(Path.Combine(Repository.Root, "src", "LostFound.Matching", "Lexicon", "UNICODE-LICENSE.txt")), StringComparison.Ordinal);

    private static string? Source(string name) =>
        JsonSerializer.Deserialize<JsonElement>(Text).GetProperty("source").GetProperty(name).GetString();

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
