namespace LostFound.Web.Photos.Colours;

/// <summary>
/// People see a white shirt under a dim yellow lamp as white, because the brightest thing in sight anchors what
/// counts as white (Alan Gilchrist et al., "An anchoring theory of lightness perception", 1999), and discount the
/// lamp's colour partly (incomplete adaptation, as in CIECAM02). So does this, a third of the way.
/// </summary>
internal static class LightAdaptation
{
    private const float Degree = 0.35f;

    /// <summary>The part of a picture that is looked at as its brightest.</summary>
    private const double BrightestShare = 0.03;

    /// <summary>White's lightness in a well exposed photo; a picture without anything lighter than half of it is not lifted further.</summary>
    private const float White = 0.95f;
    private const float LeastWhite = 0.5f;

    /// <summary>A brightest part that is more colourful than this is a coloured thing, not a lamp's cast.</summary>
    private const float StrongestCast = 0.06f;

    /// <summary>How a colour looks in the light of the picture that it stands in.</summary>
    public static Func<Oklab, Oklab> In(OklabPicture picture)
    {
        var brightest = picture.Pixels.OrderByDescending(p => p.L).Take(Math.Max(1, (int)(picture.Pixels.Length * BrightestShare))).ToList();
        var (l, a, b) = (brightest.Average(p => p.L), brightest.Average(p => p.A), brightest.Average(p => p.B));
        var lift = Math.Max(1, 1 + (Degree * ((White / Math.Max(l, LeastWhite)) - 1)));
        var cast = new Oklab(l, a, b).Chroma > StrongestCast ? 0 : Degree / Math.Max(l, LeastWhite);
        return seen => new Oklab(seen.L * lift, seen.A - (cast * a * seen.L), seen.B - (cast * b * seen.L));
    }
}
