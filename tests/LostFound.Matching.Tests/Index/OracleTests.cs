using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace LostFound.Matching.Tests.Index;

/// <summary>
/// The search skips nearly everything; the oracle skips nothing. Whatever was loaded, added, changed and taken out
/// before, both must give the same rows in the same order with the same bits.
/// </summary>
public class OracleTests
{
    private const int Ids = 900;

    // Few wanted make the search skip most; many make it come to the last.
    private static readonly int[] Tops = [1, 3, 10, 300];

    [Fact]
    public void Items_for_a_claim_are_those_of_brute_force() => Check(story =>
    {
        var (matcher, items, _) = Live(story);
        foreach (var seed in story.Questions)
        {
            var claim = InventedRows.Claim(0, seed);
            var oracle = items.Values.Select(item => (item.Id, matcher.Score(claim, item))).ToList();
            foreach (var top in Tops)
                Same(oracle, matcher.CandidatesFor(claim, top).Select(pair => (pair.ItemId, pair.Score)), top, atLeast: 0);
            Same(oracle, matcher.CandidatesFor(claim, 100, 0.02).Select(pair => (pair.ItemId, pair.Score)), top: 100, atLeast: 0.02);
        }
    });

    [Fact]
    public void Claims_for_an_item_are_those_of_brute_force() => Check(story =>
    {
        var (matcher, _, claims) = Live(story);
        foreach (var seed in story.Questions)
        {
            var item = InventedRows.Item(0, seed);
            var oracle = claims.Values.Select(claim => (claim.Id, matcher.Score(claim, item))).ToList();
            foreach (var top in Tops)
                Same(oracle, matcher.ClaimsFor(item, top).Select(pair => (pair.ClaimId, pair.Score)), top, atLeast: 0);
            Same(oracle, matcher.ClaimsFor(item, 100, 0.02).Select(pair => (pair.ClaimId, pair.Score)), top: 100, atLeast: 0.02);
        }
    });

    [Fact]
    public void Scores_do_not_depend_on_what_was_held_before() => Check(story =>
    {
        var (matcher, items, _) = Live(story);
        var fresh = new Matcher(MatchingModel.Default, Benchmark.Places);
        fresh.Load(items.Values);
        Assert.Equal(items.Count, matcher.Count);
        foreach (var seed in story.Questions)
        {
            var claim = InventedRows.Claim(0, seed);
            Assert.Equal(Pairs(fresh.CandidatesFor(claim, 25)), Pairs(matcher.CandidatesFor(claim, 25)));
        }
    });

    [Fact]
    public void The_benchmark_s_claims_find_what_brute_force_finds()
    {
        foreach (var claim in Benchmark.Claims.Where((_, at) => at % 25 == 0))
        {
            var oracle = Benchmark.Items.Select(item => (item.Id, Benchmark.Filled.Score(claim, item))).ToList();
            Same(oracle, Benchmark.Filled.CandidatesFor(claim, 10).Select(pair => (pair.ItemId, pair.Score)), top: 10, atLeast: 0);
        }
    }

    [Fact]
    public void A_long_year_of_writes_ends_as_if_only_its_last_rows_had_ever_been()
    {
        // Enough for every kind of merge: fresh rows to small segments, small to large, and hollow ones made anew.
        var matcher = new Matcher(MatchingModel.Default, Benchmark.Places);
        var items = new Dictionary<string, FoundItem>(StringComparer.Ordinal);
        for (var seed = 0; seed < 14_000; seed++)
        {
            var item = InventedRows.Item(seed * 7919 % 6000, seed);
            matcher.Upsert(item);
            items[item.Id] = item;
            if (seed % 3 == 0 && items.Remove(InventedRows.Item(seed * 31 % 6000, 0).Id, out var gone))
                matcher.Remove(gone.Id);
        }
        Assert.Equal(items.Count, matcher.Count);
        var claim = InventedRows.Claim(0, 5);
        var oracle = items.Values.Select(item => (item.Id, matcher.Score(claim, item))).ToList();
        Same(oracle, matcher.CandidatesFor(claim, 50).Select(pair => (pair.ItemId, pair.Score)), top: 50, atLeast: 0);
    }

    /// <summary>A day in the life of an index.</summary>
    /// <param name="Loaded">Seeds of the rows it starts with.</param>
    /// <param name="Writes">Seeds of later writes: some add, some change, some take out.</param>
    /// <param name="Questions">Seeds of the claims or items that ask.</param>
    public sealed record Story(int[] Loaded, int[] Writes, int[] Questions);

    private static void Check(Action<Story> holds)
    {
        var seed = Gen.Choose(0, 1_000_000);
        var story =
            from loaded in Gen.Choose(0, 500).SelectMany(count => seed.ArrayOf(count))
            from writes in Gen.Choose(0, 1200).SelectMany(count => seed.ArrayOf(count))
            from questions in seed.ArrayOf(10)
            select new Story(loaded, writes, questions);
        Prop.ForAll(story.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private static (Matcher Matcher, Dictionary<string, FoundItem> Items, Dictionary<string, LossClaim> Claims) Live(Story story)
    {
        var matcher = new Matcher(MatchingModel.Default, Benchmark.Places);
        var items = new Dictionary<string, FoundItem>(StringComparer.Ordinal);
        var claims = new Dictionary<string, LossClaim>(StringComparer.Ordinal);
        var loaded = story.Loaded.Select(seed => InventedRows.Item(seed % Ids, seed)).ToList();
        matcher.Load(loaded);
        foreach (var item in loaded)
            items[item.Id] = item;
        foreach (var seed in story.Writes)
        {
            // Half of all rows leave again, so that segments grow hollow and are built anew.
            var (item, claim) = (InventedRows.Item(seed % Ids, seed), InventedRows.Claim(seed % Ids, seed));
            if (seed % 3 == 0)
            {
                matcher.Remove(item.Id);
                matcher.RemoveClaim(claim.Id);
                items.Remove(item.Id);
                claims.Remove(claim.Id);
            }
            else
            {
                matcher.Upsert(item);
                matcher.UpsertClaim(claim);
                items[item.Id] = item;
                claims[claim.Id] = claim;
            }
        }
        return (matcher, items, claims);
    }

    private static void Same(List<(string Id, MatchScore? Score)> oracle, IEnumerable<(string Id, MatchScore Score)> found, int top, double atLeast)
    {
        var expected = oracle.Where(row => row.Score is not null && row.Score.Probability >= atLeast)
            .OrderByDescending(row => row.Score!.Bits).ThenBy(row => row.Id, StringComparer.Ordinal).Take(top);
        Assert.Equal(expected.Select(row => (row.Id, row.Score!.Bits)), found.Select(row => (row.Id, row.Score.Bits)));
    }

    private static IEnumerable<(string, double)> Pairs(IEnumerable<ScoredPair> pairs) => pairs.Select(pair => (pair.ItemId, pair.Score.Bits));
}
