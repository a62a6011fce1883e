using Xunit;

namespace LostFound.Queueing.Tests;

public class NormalCurveTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.15865525393145705)]
    [InlineData(1.959963984540054, 0.025)]
    [InlineData(-2, 0.9772498680518208)]
    [InlineData(6, 9.865876450376981e-10)]
    [InlineData(8, 6.220960574271785e-16)]
    public void The_area_above_a_value_is_that_of_the_tables(double value, double above) =>
        Assert.Equal(1, NormalCurve.Above(value) / above, 1e-7);

    [Fact]
    public void The_value_at_an_area_is_the_way_back()
    {
        for (var part = 1e-9; part < 1; part = part < 0.001 ? part * 2 : part + 0.001)
            Assert.Equal(1, NormalCurve.Above(NormalCurve.AtAbove(part)) / part, 1e-7);
    }
}
