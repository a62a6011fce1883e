using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LostFound.Benchmarks.Corpus;
using LostFound.Benchmarks.Peers;
using Xunit;

namespace LostFound.Matching.Tests.Measuring;

/// <summary>Figures from two machines or two versions can be compared only while the corpora are the same and stay life-like.</summary>
public class CorpusTests
{
    private static readonly ItemCorpus Small = new(5_000);
    private static readonly FoundItem[] Rows = [.. Small.Rows()];
    private static readonly IReadOnlyList<Loss> Losses = Small.Claims(500);

    [Fact]
    public void The_same_size_makes_the_same_items_and_claims_on_every_machine()
    {
        var text = JsonSerializer.Serialize(new { Rows, Losses });
        Assert.Equal("DE4F9EB0BF2BE1B8", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void An_item_made_alone_is_the_one_in_the_row() =>
        Assert.Equal(JsonSerializer.Serialize(Rows[4_321]), JsonSerializer.Serialize(new ItemCorpus(5_000).Item(4_321)));

    [Fact]
    public void Ids_are_32_hexadecimal_digits_and_unique()
    {
        Assert.All(Rows, row => Assert.Matches("^[0-9a-f]{32}$", row.Id));
        Assert.Equal(Rows.Length, Rows.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Items_are_numbered_in_the_order_found_over_the_whole_year()
    {
        Assert.Equal(Rows.Select(row => row.FoundAt).Order(), Rows.Select(row => row.FoundAt));
        Assert.InRange((Rows[^1].FoundAt - Rows[0].FoundAt).TotalDays, 360, 365);
    }

    [Fact]
    public void The_first_item_found_from_a_time_on_is_the_one_a_search_row_by_row_finds()
    {
        foreach (var hours in new[] { -5, 0, 100, 4_321, 8_000, 9_999 })
        {
            var time = Year.Start.AddHours(hours);
            Assert.Equal(Rows.Count(row => row.FoundAt < time), Small.FirstFoundFrom(time));
        }
    }

    [Fact]
    public void Kinds_colours_and_brands_are_as_unevenly_spread_as_in_life()
    {
        Assert.InRange(Share(row => row.Category == "phone"), 0.06, 0.1);
        Assert.InRange(Share(row => row.Colours[0] == "black"), 0.15, 0.22);
        Assert.InRange(Share(row => row.Brand.Length == 0), 0.42, 0.48);
    }

    [Fact]
    public void The_vocabulary_keeps_growing_but_slower_than_the_notes()
    {
        var (half, all) = (Vocabulary(Rows.Take(Rows.Length / 2)), Vocabulary(Rows));
        Assert.InRange((double)all / half, 1.3, 1.9);
    }

    [Fact]
    public void Four_claims_in_ten_have_no_item_and_one_in_eight_no_known_category()
    {
        Assert.InRange(Losses.Count(loss => loss.Item is null) / 500.0, 0.35, 0.45);
        Assert.InRange(Losses.Count(loss => loss.Claim.Category is null or "other") / 500.0, 0.08, 0.16);
        Assert.Equal(11, Losses.Select(loss => loss.Claim.Language).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_true_item_was_found_before_its_loss() => Assert.DoesNotContain(Losses, loss =>
        loss.Item is { } item && loss.Claim.LostFrom is { } from && Small.FoundAt(item) < from);

    [Fact]
    public void A_peer_is_asked_the_distinct_words_of_the_whole_claim()
    {
        var claim = Make.Claim(category: "lunch-box", colours: "light-blue", brand: "Stanley", description: "Blue box, Emma's", marks: "A-42");
        var question = PeerText.Question(Small, claim);
        Assert.Equal(["lunch", "box", "light", "blue", "stanley", "emma", "s", "a", "42"], question.Words);
    }

    private static double Share(Func<FoundItem, bool> has) => (double)Rows.Count(has) / Rows.Length;

    private static int Vocabulary(IEnumerable<FoundItem> rows) => rows
        .SelectMany(row => $"{row.Description} {row.PrivateNotes}".Split(' '))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Count();
}
