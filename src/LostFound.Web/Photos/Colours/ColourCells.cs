namespace LostFound.Web.Photos.Colours;

/// <summary>
/// A histogram: OKLab cut into small cells, of which a picture fills a few hundred. What follows works on cells,
/// so the order of pixels never matters and the same picture always gives the same answer.
/// </summary>
internal sealed class ColourCells
{
    /// <summary>A cell's side along lightness; along the hue axes it is shorter by <see cref="OklabPicture.HueWeight"/>.</summary>
    private const float Side = 0.04f;

    private ColourCells(int[] cellOf, int count) => (CellOf, Count) = (cellOf, count);

    /// <summary>For each pixel, the number of its cell.</summary>
    public int[] CellOf { get; }

    public int Count { get; }

    public static ColourCells Of(OklabPicture picture)
    {
        var numbers = new Dictionary<(int, int, int), int>();
        var cellOf = new int[picture.Pixels.Length];
        for (var i = 0; i < cellOf.Length; i++)
        {
            var colour = picture.Pixels[i];
            var cell = (Step(colour.L), Step(colour.A * OklabPicture.HueWeight), Step(colour.B * OklabPicture.HueWeight));
            if (!numbers.TryGetValue(cell, out var number))
                numbers.Add(cell, number = numbers.Count);
            cellOf[i] = number;
        }
        return new ColourCells(cellOf, numbers.Count);
    }

    /// <summary>The sum of a weight over each cell's pixels.</summary>
    public double[] Sum(ReadOnlySpan<double> weights)
    {
        var sums = new double[Count];
        for (var i = 0; i < CellOf.Length; i++)
            sums[CellOf[i]] += weights[i];
        return sums;
    }

    /// <summary>The mean colour of each cell's pixels.</summary>
    public Oklab[] Means(OklabPicture picture)
    {
        var means = new Oklab[Count];
        var sizes = new int[Count];
        for (var i = 0; i < CellOf.Length; i++)
        {
            var cell = CellOf[i];
            var share = 1f / ++sizes[cell];
            var (mean, pixel) = (means[cell], picture.Pixels[i]);
            means[cell] = new Oklab(mean.L + ((pixel.L - mean.L) * share), mean.A + ((pixel.A - mean.A) * share), mean.B + ((pixel.B - mean.B) * share));
        }
        return means;
    }

    private static int Step(float value) => (int)MathF.Round(value / Side);
}
