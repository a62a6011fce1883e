using LostFound.Matching.Fitting;
using Xunit;

namespace LostFound.Matching.Tests.Fitting;

/// <summary>Pairs are drawn from known weights; the regression has to find these again.</summary>
public class PulledLogisticTests
{
    private const double PriorBits = -2;
    private static readonly double[] True = [3, -2, 0.5, -4];
    private static readonly double[] Start = [0, 0, 0, 0];

    [Fact]
    public void The_weights_that_made_the_data_are_found_again()
    {
        var fitted = PulledLogistic.Fit(Draw(40_000, seed: 1), Start, PriorBits, pull: 0.01);
        foreach (var (expected, found) in True.Zip(fitted))
            Assert.Equal(expected, found, 0.25);
    }

    [Fact]
    public void More_data_bring_the_weights_closer_to_the_truth()
    {
        var seeds = Enumerable.Range(1, 8).ToArray();
        var errors = new[] { 100, 1_000, 10_000 }
            .Select(pairs => seeds.Average(seed => Distance(True, PulledLogistic.Fit(Draw(pairs, seed), Start, PriorBits, pull: 0.5))))
            .ToArray();
        Assert.True(errors[0] > errors[1] && errors[1] > errors[2], string.Join(", ", errors));
    }

    [Fact]
    public void An_endless_pull_keeps_every_weight_where_it_was()
    {
        double[] start = [1.5, -1, 0, 2];
        Assert.InRange(Distance(start, PulledLogistic.Fit(Draw(500, seed: 1), start, PriorBits, pull: 1e9)), 0, 1e-5);
    }

    [Fact]
    public void A_stronger_pull_never_leads_further_away()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var distances = new[] { 0.1, 1, 10, 100, 1000 }.Select(pull => Distance(Start, PulledLogistic.Fit(Draw(300, seed), Start, PriorBits, pull))).ToArray();
            Assert.Equal(distances.OrderDescending(), distances);
        }
    }

    [Fact]
    public void A_weight_that_no_pair_has_a_part_in_stays()
    {
        double[] start = [0, 0, 0, 0, 7];
        Assert.Equal(7, PulledLogistic.Fit(Draw(200, seed: 2), start, PriorBits, pull: 1)[4], 12);
    }

    [Fact]
    public void A_pair_that_stands_for_three_counts_as_three()
    {
        var pairs = Draw(200, seed: 3);
        var thrice = pairs.SelectMany(pair => new[] { pair, pair, pair }).ToList();
        var weighed = pairs.Select(pair => pair with { Weight = 3 }).ToList();
        Assert.InRange(Distance(PulledLogistic.Fit(thrice, Start, PriorBits, 1), PulledLogistic.Fit(weighed, Start, PriorBits, 1)), 0, 1e-6);
    }

    [Fact]
    public void Data_that_can_be_told_apart_perfectly_still_end()
    {
        TrainingPair[] pairs = [new([0], [1], IsTrue: true, 1), new([1], [1], IsTrue: false, 1)];
        var fitted = PulledLogistic.Fit(pairs, [0, 0], priorBits: 0, pull: 1e-3);
        Assert.True(fitted[0] > 3 && fitted[1] < -3 && fitted.All(double.IsFinite), string.Join(", ", fitted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Without_a_pull_there_may_be_no_single_answer_so_it_is_refused(double pull) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PulledLogistic.Fit([], Start, PriorBits, pull));

    private static List<TrainingPair> Draw(int pairs, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, pairs).Select(_ =>
        {
            // One of the first two levels, as a comparison has, and two measures.
            int[] columns = [random.Next(2), 2, 3];
            double[] values = [1, 4 * random.NextDouble(), random.Next(2)];
            var bits = PriorBits + columns.Zip(values).Sum(part => True[part.First] * part.Second);
            return new TrainingPair(columns, values, random.NextDouble() < 1 / (1 + Math.Pow(2, -bits)), 1);
        })];
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
