using Xunit;

namespace LostFound.Queueing.Tests;

/// <summary>The fixed chances: even in each place, unrelated between places.</summary>
public class DrawsTests
{
    [Fact]
    public void Every_place_goes_through_every_quantile_once()
    {
        for (var at = 0; at < 500; at++)
        {
            var shuffle = new Shuffle(Draws.Key($"place {at}"));
            Assert.Equal(Enumerable.Range(0, Draws.Count), Enumerable.Range(0, Draws.Count).Select(scenario => shuffle[scenario]).Order());
        }
    }

    [Fact]
    public void Places_are_unrelated()
    {
        var normals = Enumerable.Range(0, 120).Select(at =>
        {
            var shuffle = new Shuffle(Draws.Key($"place {at}"));
            return Enumerable.Range(0, Draws.Count).Select(scenario => Draws.Normals[shuffle[scenario]]).ToArray();
        }).ToList();
        var correlations = normals.SelectMany((one, at) => normals.Skip(at + 1).Select(other => one.Zip(other, (a, b) => a * b).Average())).ToList();
        Assert.InRange(correlations.Average(), -0.01, 0.01);
        // Chance alone gives one over the root of the scenarios, 0.0625.
        Assert.InRange(Math.Sqrt(correlations.Average(value => value * value)), 0.04, 0.09);
    }

    [Fact]
    public void A_key_is_the_same_on_every_machine() => Assert.Equal(Draws.Mix(0xAF63DC4C8601EC8CUL), Draws.Key("a"));
}
