namespace LostFound.Web.Photos.Colours;

/// <summary>
/// Tells the thing from what it lies on. Found items are photographed from near, about in the middle; so a pixel
/// starts with a belief from where it is and what separates it from the border, and then the colours of the likely
/// thing and of the likely ground, each a histogram, are learnt from all pixels and the beliefs corrected by them
/// (expectation and maximisation, as in Rother, Kolmogorov and Blake, "GrabCut", 2004, with a soft place in the
/// picture instead of a rectangle drawn by hand).
/// </summary>
internal static class Foreground
{
    /// <summary>The spread of the place, in widths and heights of the picture: its middle half holds most of the thing.</summary>
    private const double Spread = 0.28;

    /// <summary>No place is so central or so far out that colour could not overrule it.</summary>
    private const double LeastBelief = 0.01;
    private const double MostBelief = 0.97;

    private const int Rounds = 3;

    /// <summary>For each pixel, how likely it belongs to the thing, 0 to 1.</summary>
    public static double[] Of(OklabPicture picture, ColourCells cells)
    {
        var place = Place(picture);
        var belief = (double[])place.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var thing = cells.Sum(belief);
            var ground = cells.Sum([.. belief.Select(b => 1 - b)]);
            var (ofThing, ofGround) = (1 / thing.Sum(), 1 / ground.Sum());
            for (var i = 0; i < belief.Length; i++)
            {
                var cell = cells.CellOf[i];
                var forThing = place[i] * thing[cell] * ofThing;
                belief[i] = forThing / (forThing + ((1 - place[i]) * ground[cell] * ofGround));
            }
        }
        return belief;
    }

    private static double[] Place(OklabPicture picture)
    {
        var barrier = BarrierDistance.Of(picture);
        // A picture of one even colour has no barriers at all; any number then says "all alike".
        var mean = Math.Max(barrier.Average(), 1e-6);
        var place = new double[barrier.Length];
        for (var i = 0; i < place.Length; i++)
        {
            var (y, x) = Math.DivRem(i, picture.Width);
            var (right, down) = (((x + 0.5) / picture.Width) - 0.5, ((y + 0.5) / picture.Height) - 0.5);
            var centred = Math.Exp(-((right * right) + (down * down)) / (2 * Spread * Spread));
            place[i] = Math.Clamp(centred * (barrier[i] + (mean / 2)) / (2 * mean), LeastBelief, MostBelief);
        }
        return place;
    }
}
