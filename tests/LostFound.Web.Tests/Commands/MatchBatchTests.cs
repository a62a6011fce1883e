using System.Text;
using System.Text.Json;
using LostFound.Web.Commands.Match;
using LostFound.Web.Tests.Configuration;

namespace LostFound.Web.Tests.Commands;

public sealed class MatchBatchTests : IDisposable
{
    private readonly BatchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_claim_gets_one_line_with_its_candidates_best_first()
    {
        var (code, output, error) = folder.Match("--out", folder["ranks.jsonl"]);

        Assert.Equal((MatchBatch.Good, ""), (code, output));
        Assert.Contains("2 items. Lines left out: 0.", error, StringComparison.Ordinal);
        var ranks = Ranks(File.ReadAllText(folder["ranks.jsonl"]));
        Assert.Equal(["C1", "C2"], ranks.Select(rank => rank.Claim));
        Assert.Equal(["I1", "I2"], ranks.Select(rank => rank.Items[0].Item));
        Assert.All(ranks, rank => Assert.Equal(rank.Items.OrderByDescending(item => item.Probability), rank.Items));
        Assert.All(ranks.SelectMany(rank => rank.Items), item => Assert.InRange(item.Probability, 0, 1));
        Assert.Equal(["claims.jsonl", "items.jsonl", "places.json", "ranks.jsonl"], Directory.EnumerateFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_dash_writes_ranks_and_nothing_else_to_the_standard_output()
    {
        folder.Write("pairs.tsv", "claim\titem", "C1\tI1", "C2\tI2");

        var (code, output, error) = folder.Match("--out", "-", "--top", "1", "--pairs", folder["pairs.tsv"]);

        Assert.Equal(MatchBatch.Good, code);
        Assert.Equal([1, 1], Ranks(output).Select(rank => rank.Items.Count));
        Assert.Contains("R@1 1.000 [0.342, 1.000]", error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadLines => new()
    {
        { "{\"id\": \"X\", ", "This is not JSON" },
        { "[1, 2]", "Each line must be one JSON object" },
        { Change("\"id\": \"I1\", ", ""), "'id' is missing or empty." },
        { Change("\"I1\"", "17"), "'id' must be a text in double quotes, not 17." },
        { Change("\"I1\"", "\"\\ud800\""), "'id' holds a broken \\u escape." },
        { Change("[\"navy\"]", "\"navy\""), "'colours' must be a list of texts, such as [\"red\"], not \"navy\"." },
        { Change("[\"navy\"]", "[\"navy\", 3]"), "'colours' must be a list of texts" },
        { Change("\"Fjällräven\"", "{}"), "'brand' must be a text in double quotes, not {}." },
        { Change(", \"foundAt\": \"2026-07-05T15:40\"", ""), "'foundAt' is missing." },
        { Change("2026-07-05T15:40", "yesterday"), "'foundAt' must be a local time without a zone, such as \"2026-07-05T15:40\", not \"yesterday\"." },
        { Change("2026-07-05T15:40", "2026-02-30T15:40"), "'foundAt' must be a local time" },
        { Change("2026-07-05T15:40", "2026-07-05T15:40Z"), "'foundAt' must be a local time without a zone" },
        { BatchFolder.Umbrella, "The id I2 is in line 1 already." },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_line_that_cannot_be_used_is_told_with_its_number_and_the_rest_goes_on(string bad, string message)
    {
        folder.Write("items.jsonl", BatchFolder.Umbrella, bad, BatchFolder.Backpack);

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.SomeLeftOut, code);
        Assert.StartsWith($"items.jsonl:2: {message}", error, StringComparison.Ordinal);
        Assert.Contains("2 items. Lines left out: 1.", error, StringComparison.Ordinal);
        Assert.Equal("I1", Ranks(output)[0].Items[0].Item);
    }

    [Theory]
    [InlineData("\"lostTo\": \"2026-07-05T15:20\"", "\"lostTo\": \"15:20\"", "'lostTo' must be a local time")]
    [InlineData("[\"carousel\"]", "\"carousel\"", "'places' must be a list of texts")]
    [InlineData("\"category\": \"backpack\"", "\"category\": 5", "'category' must be a text in double quotes, not 5.")]
    public void A_claim_that_cannot_be_used_is_left_out(string good, string bad, string message)
    {
        folder.Write("claims.jsonl", BatchFolder.LostBackpack.Replace(good, bad, StringComparison.Ordinal), BatchFolder.LostUmbrella);

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.SomeLeftOut, code);
        Assert.StartsWith($"claims.jsonl:1: {message}", error, StringComparison.Ordinal);
        Assert.Equal("C2", Assert.Single(Ranks(output)).Claim);
    }

    [Fact]
    public void What_a_guest_need_not_know_may_be_null()
    {
        folder.Write("claims.jsonl", """{"id": "C1", "language": "en", "category": null, "colours": [], "brand": "", "description": "my rucksack", "privateMarks": "", "places": [], "lostFrom": null, "lostTo": null}""");

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.Good, code);
        Assert.DoesNotContain("claims.jsonl:", error, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(Ranks(output)).Items.Count);
    }

    [Fact]
    public void A_missing_field_is_told_and_read_as_empty()
    {
        folder.Write("items.jsonl", BatchFolder.Umbrella, """{"id": "I1", "foundAt": "2026-07-05T15:40:30"}""");

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.Good, code);
        foreach (var field in new[] { "category", "colours", "brand", "description", "privateNotes", "place" })
            Assert.Contains($"items.jsonl:2: '{field}' is missing; read as empty.", error, StringComparison.Ordinal);
        Assert.Equal(2, Ranks(output)[0].Items.Count);
    }

    [Fact]
    public void An_unknown_category_is_told_once_and_still_matched()
    {
        string Item(string id) => Change("\"backpack\"", "\"jetpack\"").Replace("\"I1\"", $"\"{id}\"", StringComparison.Ordinal);
        folder.Write("items.jsonl", BatchFolder.Umbrella, Item("I1"), Item("I3"));
        folder.Write("claims.jsonl", BatchFolder.LostBackpack.Replace("\"backpack\"", "\"jetpack\"", StringComparison.Ordinal));

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.Good, code);
        Assert.Contains("items.jsonl:2: There is no category 'jetpack' in the vocabulary", error, StringComparison.Ordinal);
        Assert.Contains("claims.jsonl:1: There is no category 'jetpack'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("items.jsonl:3:", error, StringComparison.Ordinal);
        Assert.Equal(["I1", "I3", "I2"], Ranks(output)[0].Items.Select(item => item.Item));
    }

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_and_empty_lines_do_no_harm()
    {
        File.WriteAllText(folder["items.jsonl"], $"{BatchFolder.Backpack}\r\n\r\n{BatchFolder.Umbrella}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var (code, output, error) = folder.Match();

        Assert.Equal(MatchBatch.Good, code);
        Assert.StartsWith("items.jsonl:2: This line is empty.", error, StringComparison.Ordinal);
        Assert.Equal(["I1", "I2"], Ranks(output).Select(rank => rank.Items[0].Item));
    }

    [Fact]
    public void A_mistake_in_every_line_is_not_told_a_million_times()
    {
        folder.Write("items.jsonl", [.. Enumerable.Range(1, 500).Select(at => $$"""{"id": "I{{at}}", "category": "other", "colours": [], "description": "", "privateNotes": "", "place": "", "foundAt": "2026-07-05T15:40"}""")]);

        var (code, _, error) = folder.Match("--out", folder["ranks.jsonl"]);

        Assert.Equal(MatchBatch.Good, code);
        Assert.Equal(20, error.Split('\n').Count(line => line.Contains("'brand' is missing", StringComparison.Ordinal)));
        Assert.Contains("items.jsonl: 'brand' missing: 480 more.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("items.jsonl")]
    [InlineData("claims.jsonl")]
    [InlineData("places.json")]
    public void A_file_that_is_not_there_gives_exit_code_2_and_leaves_no_ranks(string file)
    {
        File.Delete(folder[file]);

        var (code, _, error) = folder.Match("--out", folder["ranks.jsonl"]);

        Assert.Equal(MatchBatch.Unreadable, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["ranks.jsonl"]));
    }

    [Theory]
    [InlineData("{ \"place\": \"a\" }")]
    [InlineData("[{")]
    public void A_map_that_is_no_list_gives_exit_code_2(string map)
    {
        folder.Write("places.json", map);

        var (code, _, error) = folder.Match();

        Assert.Equal(MatchBatch.Unreadable, code);
        Assert.StartsWith("places.json:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_entry_of_the_map_is_told_with_its_line()
    {
        folder.Write("places.json", "[", "{ \"place\": \"carousel\", \"zone\": \"a\" },", "{ \"place\": \"teacups\" }", "]");

        var (code, _, error) = folder.Match();

        Assert.Equal(MatchBatch.SomeLeftOut, code);
        Assert.StartsWith("places.json:3: 'zone' is missing or empty.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_cannot_be_written_gives_exit_code_2()
    {
        var (code, _, error) = folder.Match("--out", folder["no/such/folder/ranks.jsonl"]);

        Assert.Equal(MatchBatch.Unreadable, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_claim_is_explained_in_words_that_add_up_strongest_first()
    {
        var (code, output, _) = folder.Match("--explain", "C1");

        Assert.Equal(MatchBatch.Good, code);
        Assert.Contains("C1 · backpack · blue · Fjallraven", output, StringComparison.Ordinal);
        Assert.Contains("Backpack = backpack +", output, StringComparison.Ordinal);
        Assert.Contains("'caricature'", output, StringComparison.Ordinal);
        var bits = output.Split('\n').First(line => line.StartsWith("   ", StringComparison.Ordinal)).Split(" · ")
            .Select(part => double.Parse(part[(part.LastIndexOf(' ') + 1)..].Replace('\u2212', '-'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(bits[..^1].OrderByDescending(Math.Abs), bits[..^1]);
        var probability = double.Parse(output.Split("1. ")[1].Split(" %")[0], System.Globalization.CultureInfo.InvariantCulture) / 100;
        Assert.Equal(Math.Log2(probability / (1 - probability)), bits.Sum(), 0.5);
    }

    [Fact]
    public void A_claim_that_is_not_there_cannot_be_explained()
    {
        var (code, _, error) = folder.Match("--explain", "C9");

        Assert.Equal(MatchBatch.Unreadable, code);
        Assert.Contains("There is no claim C9", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_of_what_was_not_read_are_told()
    {
        folder.Write("pairs.tsv", "claim\titem", "C1\tI1", "C7\tI1", "C2\tI7", "nonsense");

        var (code, output, error) = folder.Match("--out", folder["ranks.jsonl"], "--pairs", folder["pairs.tsv"]);

        Assert.Equal(MatchBatch.SomeLeftOut, code);
        Assert.Contains("pairs.tsv:3: The claim C7 is not among those read", error, StringComparison.Ordinal);
        Assert.Contains("pairs.tsv:4: The item I7 is not among those read", error, StringComparison.Ordinal);
        Assert.Contains("pairs.tsv:5: A line must be", error, StringComparison.Ordinal);
        Assert.Contains("2 claims, 2 with an item", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_venues_own_weights_and_vocabulary_are_used_when_named()
    {
        using var venue = new VenueFolder();
        venue.Replace("matching.json", "\"maxCandidates\": 10", "\"maxCandidates\": 10, \"limits\": { \"time\": 0 }");

        var (code, output, _) = folder.Match("--explain", "C1", "--config", venue.Path);

        Assert.Equal(MatchBatch.Good, code);
        Assert.DoesNotContain("after the loss was noticed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_needs_mending_gives_exit_code_2()
    {
        using var venue = new VenueFolder();
        venue.Replace("matching.json", "\"maxCandidates\": 10", "\"maxCandidates\": 10, \"weights\": { \"knd\": { \"same\": 1 } }");

        var (code, _, error) = folder.Match("--config", venue.Path);

        Assert.Equal(MatchBatch.Unreadable, code);
        Assert.Contains("There is no comparison 'knd' in the matcher. Did you mean 'kind'?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void So_many_candidates_are_refused(string top) => Assert.NotEqual(MatchBatch.Good, folder.Match("--top", top).Code);

    [Fact]
    public void A_misspelt_option_is_not_taken_for_none()
    {
        var (code, output, error) = folder.Match("--explan", "C1");

        Assert.Equal((MatchBatch.Unreadable, ""), (code, output));
        Assert.Contains("'--explan' means nothing to this command. Did you mean '--explain'?", error, StringComparison.Ordinal);
    }

    private static string Change(string good, string bad)
    {
        Assert.Contains(good, BatchFolder.Backpack, StringComparison.Ordinal);
        return BatchFolder.Backpack.Replace(good, bad, StringComparison.Ordinal);
    }

    private static List<(string Claim, List<(string Item, double Probability)> Items)> Ranks(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var row = JsonDocument.Parse(line).RootElement;
            return (row.GetProperty("claim").GetString()!, row.GetProperty("candidates").EnumerateArray()
                .Select(entry => (entry.GetProperty("item").GetString()!, entry.GetProperty("probability").GetDouble())).ToList());
        }),
    ];
}
