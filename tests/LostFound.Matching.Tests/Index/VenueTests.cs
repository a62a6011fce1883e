using Xunit;

namespace LostFound.Matching.Tests.Index;

/// <summary>Items and claims of different venues never meet, in whatever way they came in.</summary>
public class VenueTests
{
    private readonly Matcher matcher = new(MatchingModel.Default, Benchmark.Places);

    [Fact]
    public void Each_venue_sees_its_own_items_only()
    {
        matcher.Load([Make.Item("a") with { Venue = "north" }, Make.Item("b") with { Venue = "south" }]);
        matcher.Upsert(Make.Item("c") with { Venue = "north" });
        Assert.Equal(["a", "c"], matcher.CandidatesFor(Make.Claim() with { Venue = "north" }, 10).Select(pair => pair.ItemId));
        Assert.Equal(["b"], matcher.CandidatesFor(Make.Claim() with { Venue = "south" }, 10).Select(pair => pair.ItemId));
        Assert.Empty(matcher.CandidatesFor(Make.Claim(), 10));
        Assert.Equal(3, matcher.Count);
    }

    [Fact]
    public void An_item_that_moves_to_another_venue_leaves_the_first()
    {
        matcher.Upsert(Make.Item("a") with { Venue = "north" });
        matcher.Upsert(Make.Item("a") with { Venue = "south" });
        Assert.Empty(matcher.CandidatesFor(Make.Claim() with { Venue = "north" }, 10));
        Assert.Equal(1, matcher.Count);
        matcher.Remove("a");
        Assert.Equal(0, matcher.Count);
    }

    [Fact]
    public void Claims_are_asked_by_venue_too()
    {
        matcher.UpsertClaim(Make.Claim() with { Venue = "north" });
        Assert.Single(matcher.ClaimsFor(Make.Item() with { Venue = "north" }, 10));
        Assert.Empty(matcher.ClaimsFor(Make.Item() with { Venue = "south" }, 10));
        Assert.Null(matcher.Score(Make.Claim() with { Venue = "north" }, Make.Item()));
        matcher.UpsertClaim(Make.Claim() with { Venue = "south" });
        Assert.Empty(matcher.ClaimsFor(Make.Item() with { Venue = "north" }, 10));
        matcher.RemoveClaim(Make.Claim().Id);
        Assert.Equal(0, matcher.ClaimCount);
    }

    [Fact]
    public void Of_two_loaded_items_with_one_id_the_last_counts()
    {
        matcher.Upsert(Make.Item("a", colours: "red"));
        matcher.Load([Make.Item("b"), Make.Item("a", colours: "pink"), Make.Item("a", colours: "navy")]);
        Assert.Equal(2, matcher.Count);
        Assert.Equal(matcher.Score(Make.Claim(), Make.Item("a", colours: "navy"))!.Bits,
            matcher.CandidatesFor(Make.Claim(), 10).Single(pair => string.Equals(pair.ItemId, "a", StringComparison.Ordinal)).Score.Bits);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_least_probability_that_is_none_is_refused(double atLeast)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => matcher.CandidatesFor(Make.Claim(), 1, atLeast));
        Assert.Throws<ArgumentOutOfRangeException>(() => matcher.ClaimsFor(Make.Item(), 1, atLeast));
    }
}
