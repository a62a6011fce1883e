using Xunit;

namespace LostFound.Matching.Tests;

public class MatcherTests
{
    [Fact]
    public void Candidates_equal_brute_force_over_all_items()
    {
        var items = Benchmark.Items.Take(400).ToList();
        var matcher = Benchmark.Holding(items);
        foreach (var claim in Benchmark.Claims.Take(25))
        {
            var oracle = items.Select(item => (item.Id, Score: matcher.Score(claim, item)))
                .Where(pair => pair.Score is not null)
                .OrderByDescending(pair => pair.Score!.Bits).ThenBy(pair => pair.Id, StringComparer.Ordinal).Take(15);
            var candidates = matcher.CandidatesFor(claim, 15).Select(pair => (pair.ItemId, pair.Score.Bits));
            Assert.Equal(oracle.Select(pair => (pair.Id, pair.Score!.Bits)), candidates);
        }
    }

    [Fact]
    public void Order_of_insertion_changes_nothing()
    {
        var random = new Random(7);
        var items = Benchmark.Items.Take(500).ToArray();
        var forward = Benchmark.Holding(items);
        random.Shuffle(items);
        var shuffled = Benchmark.Holding(items);
        foreach (var claim in Benchmark.Claims.Take(60))
            Assert.Equal(Ranking(forward, claim), Ranking(shuffled, claim));
    }

    [Fact]
    public void Updates_and_removals_leave_no_trace()
    {
        var items = Benchmark.Items.Take(300).ToList();
        var plain = Benchmark.Holding(items);
        var busy = Benchmark.Holding(items.Select(item => item with { Description = "zebra trombone", Category = "toy" }));
        busy.Upsert(Make.Item("extra", description: "one more"));
        foreach (var item in items)
            busy.Upsert(item);
        busy.Remove("extra");
        busy.Remove("never held");
        Assert.Equal(300, busy.Count);
        foreach (var claim in Benchmark.Claims.Take(30))
            Assert.Equal(Ranking(plain, claim), Ranking(busy, claim));
    }

    [Fact]
    public void An_irrelevant_item_leaves_the_order_of_the_others()
    {
        var items = Benchmark.Items.Take(500).ToList();
        var without = Benchmark.Holding(items);
        var with = Benchmark.Holding(items);
        with.Upsert(Make.Item("other", category: "musical-instrument", colours: "olive", description: "ukulele", place: "moon"));
        foreach (var claim in Benchmark.Claims.Take(40))
        {
            var before = without.CandidatesFor(claim, 10);
            var after = with.CandidatesFor(claim, 500).ToDictionary(pair => pair.ItemId, pair => pair.Score.Bits, StringComparer.Ordinal);
            // One item among 500 moves each rarity, and the prior, by hundredths of a bit: only near-ties may swap.
            foreach (var pair in before)
                Assert.Equal(pair.Score.Bits, after[pair.ItemId], 0.1);
            foreach (var (better, worse) in before.Zip(before.Skip(1)))
                Assert.True(after[better.ItemId] > after[worse.ItemId] - 0.05, $"{better.ItemId} fell behind {worse.ItemId}.");
        }
    }

    [Fact]
    public void An_item_found_before_it_was_lost_is_impossible()
    {
        var claim = Make.Claim();
        var tolerance = MatchingModel.Default.EarlyToleranceMinutes;
        var justPossible = Make.Item("A", foundAt: claim.LostFrom!.Value.AddMinutes(-tolerance));
        var impossible = Make.Item("B", foundAt: claim.LostFrom.Value.AddMinutes(-tolerance - 1));
        var matcher = Benchmark.Holding([justPossible, impossible]);
        Assert.Equal("A", Assert.Single(matcher.CandidatesFor(claim, 10)).ItemId);
        Assert.NotNull(matcher.Score(claim, justPossible));
        Assert.Null(matcher.Score(claim, impossible));
    }

    [Fact]
    public void Equal_scores_come_in_order_of_item_id()
    {
        var matcher = Benchmark.Holding([Make.Item("c"), Make.Item("a"), Make.Item("b")]);
        Assert.Equal(["a", "b"], matcher.CandidatesFor(Make.Claim(), 2).Select(pair => pair.ItemId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Asking_for_none_gives_none(int top) => Assert.Empty(Benchmark.Filled.CandidatesFor(Make.Claim(), top));

    [Fact]
    public void An_empty_matcher_has_no_candidates() => Assert.Empty(Benchmark.Holding([]).CandidatesFor(Make.Claim(), 5));

    [Fact]
    public async Task Readers_see_whole_snapshots_while_a_writer_works()
    {
        var matcher = Benchmark.Holding(Benchmark.Items.Take(200));
        var claim = Benchmark.Claims[1] with { LostFrom = null, LostTo = null };
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                // The prior comes from the counts and the list from the items: they agree only within one snapshot.
                var pairs = matcher.CandidatesFor(claim, 1000);
                Assert.Equal(PriorAmong(pairs.Count), pairs[0].Score.PriorBits, 3);
            }
        })).ToArray();
        foreach (var item in Benchmark.Items.Skip(200).Take(300))
        {
            matcher.Upsert(item);
            matcher.Upsert(item with { Description = "changed" });
            matcher.Remove(item.Id);
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(200, matcher.Count);
        Assert.Equal(Ranking(Benchmark.Holding(Benchmark.Items.Take(200)), claim), Ranking(matcher, claim));
    }

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        var rarity = new Dictionary<string, double>(StringComparer.Ordinal) { ["kind"] = -0.1 };
        Assert.Throws<ArgumentException>(() => new Matcher(MatchingModel.Default with { Rarity = rarity }, Benchmark.Places));
        var words = MatchingModel.Default.Words;
        Assert.Throws<ArgumentException>(() => new Matcher(MatchingModel.Default with { Words = words with { EachOnlyInItem = 0.1 } }, Benchmark.Places));
        Assert.Throws<ArgumentException>(() => new Matcher(MatchingModel.Default with { Words = words with { EachOnlyInClaim = double.NaN } }, Benchmark.Places));
    }

    private static double PriorAmong(int items)
    {
        var share = MatchingModel.Default.ExpectedMatchShare / (items + MatchingModel.Default.PseudoItems);
        return Math.Log2(share / (1 - share));
    }

    private static List<(string, double)> Ranking(Matcher matcher, LossClaim claim) =>
        [.. matcher.CandidatesFor(claim, 25).Select(pair => (pair.ItemId, pair.Score.Bits))];
}
