using LostFound.Matching.Evaluation;
using Xunit;

namespace LostFound.Matching.Tests;

/// <summary>
/// Keeps the matcher from getting worse unnoticed: floors a little under what docs/matching.md reports. The lexicon was
/// begun with the first set in sight, so that set flatters it; nothing in it was written after the second.
/// </summary>
public class BenchmarkFloorTests
{
    private static readonly double Suggest = MatchingModel.Default.SuggestProbability;
    private static readonly Lazy<List<JudgedClaim>> First = new(() => Judge(Benchmark.Claims, Benchmark.Truth, Benchmark.Items));
    private static readonly Lazy<List<JudgedClaim>> Second = new(() =>
        Judge(Benchmark.Second.AllClaims, Benchmark.Second.Pairs, [.. Benchmark.Items, .. Benchmark.Second.AllItems]));

    [Fact]
    public void The_first_set_is_ranked_as_well_as_it_was()
    {
        AtLeast(0.96, Measures.Recall(First.Value, 1));
        AtLeast(0.95, Measures.Recall(NotEnglish(First.Value), 1));
        AtLeast(0.99, Measures.Recall(First.Value, 10));
    }

    [Fact]
    public void Words_nobody_prepared_for_are_ranked_as_well_as_they_were()
    {
        AtLeast(0.94, Measures.Recall(Second.Value, 1));
        AtLeast(0.92, Measures.Recall(NotEnglish(Second.Value), 1));
        AtLeast(0.99, Measures.Recall(Second.Value, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_suggestion_can_be_believed(int set)
    {
        var judged = set == 1 ? First.Value : Second.Value;
        var suggested = judged.Where(claim => claim.TopProbability >= Suggest).ToList();
        var right = suggested.Count(claim => claim.IsTopRight);
        AtLeast(0.97, right / (double)suggested.Count);
        AtLeast(0.58, right / (double)judged.Count(claim => claim.HasItem));
        Assert.InRange(suggested.Count(claim => !claim.HasItem), 0, 1);
    }

    [Fact]
    public void Probabilities_are_about_as_often_right_as_they_say()
    {
        Assert.InRange(Measures.CalibrationError(First.Value), 0, 0.01);
        Assert.InRange(Measures.CalibrationError(Second.Value), 0, 0.02);
    }

    private static List<JudgedClaim> Judge(IReadOnlyList<LossClaim> claims, IReadOnlyDictionary<string, string> truth, IReadOnlyList<FoundItem> items)
    {
        var matcher = Benchmark.Holding(items);
        return [.. claims.Select(claim => new JudgedClaim(claim.Id, claim.Language, truth.GetValueOrDefault(claim.Id),
            [.. matcher.CandidatesFor(claim, 10).Select(pair => new RankedItem(pair.ItemId, pair.Score.Probability))]))];
    }

    private static List<JudgedClaim> NotEnglish(List<JudgedClaim> judged) =>
        judged.FindAll(claim => !string.Equals(claim.Language, "en", StringComparison.Ordinal));

    private static void AtLeast(double floor, double reached) => Assert.True(reached >= floor, $"{reached:F3} reached, {floor:F3} expected.");
}
