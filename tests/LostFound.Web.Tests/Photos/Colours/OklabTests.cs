using LostFound.Web.Photos.Colours;

namespace LostFound.Web.Tests.Photos.Colours;

public sealed class OklabTests
{
    // The values that CSS Color 4 gives for these sRGB colours.
    [Theory]
    [InlineData(255, 255, 255, 1.0, 0.0, 0.0)]
    [InlineData(255, 0, 0, 0.62796, 0.22486, 0.12585)]
    [InlineData(0, 255, 0, 0.86644, -0.23389, 0.17950)]
    [InlineData(0, 0, 255, 0.45201, -0.03246, -0.31153)]
    [InlineData(128, 128, 128, 0.59987, 0.0, 0.0)]
    public void Known_colours_have_their_known_places(byte red, byte green, byte blue, double l, double a, double b)
    {
        var colour = Oklab.FromSrgb(red, green, blue);

        Assert.Equal(l, colour.L, 1e-4);
        Assert.Equal(a, colour.A, 1e-4);
        Assert.Equal(b, colour.B, 1e-4);
    }
}
