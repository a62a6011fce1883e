using LostFound.Matching.Comparisons;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;
using LostFound.Matching.Scoring;
using Xunit;

namespace LostFound.Matching.Tests.Index;

/// <summary>The search skips a row when the bounds say that it can't be among the best: so no bound may be too low, and none need be loose.</summary>
public class BoundsTests
{
    private static readonly FactReader Reader = new(Vocabulary.Default, "en");
    private static readonly Scorer Weights = new(MatchingModel.Default, Benchmark.Places);
    private static readonly ItemFacts[] Items = [.. Enumerable.Range(0, 300).Select(seed => Reader.Read(InventedRows.Item(seed, seed)))];
    private static readonly ClaimFacts[] Claims = [.. Enumerable.Range(0, 300).Select(seed => Reader.Read(InventedRows.Claim(seed, seed)))];
    private readonly Rarities rarities = new(new Frequencies(), new IndexedTerms(), 0, MatchingModel.Default.PseudoItems);

    [Fact]
    public void No_colours_are_worth_more_than_their_bound() => Holds(
        claim => Bounds.OfColours(Weights, claim.Colours.Main, rarities),
        (claim, item) => Weights.ColourBits(claim.Colours, item.Colours, rarities));

    [Fact]
    public void No_place_is_worth_more_than_its_bound() => Holds(
        claim => Bounds.OfPlace(Weights, claim.Places.Count == 0 ? 0 : rarities.Places(claim.Places)),
        (claim, item) => Weights.PlaceBits(claim.Places, item.Place, rarities));

    [Fact]
    public void No_brand_is_worth_more_than_its_bound() => Holds(
        claim => Bounds.OfBrand(Weights, claim.Brands, spoken: true, rarities),
        (claim, item) => Weights.BrandBits(claim.Brands, item.Brands, BrandComparison.IsSpoken(claim.Brands, item.Terms), rarities));

    private static void Holds(Func<ClaimFacts, double> bound, Func<ClaimFacts, ItemFacts, double> bits)
    {
        var reached = 0;
        foreach (var claim in Claims)
        {
            var most = Items.Max(item => bits(claim, item));
            Assert.True(bound(claim) >= most, $"{claim.Id}: {most} bits, bound {bound(claim)}.");
            reached += bound(claim) <= most + 0.001 ? 1 : 0;
        }
        Assert.True(reached > Claims.Length / 6, $"Only {reached} of {Claims.Length} bounds are reached by any of {Items.Length} items.");
    }
}
