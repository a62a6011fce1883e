namespace LostFound.Web.Photos.Colours;

/// <summary>
/// The main colours of the thing in a photo, as the venue's colour keys. Pixels in, keys out, the same each time.
/// </summary>
public static class DominantColours
{
    /// <summary>As many as are worth proposing or comparing.</summary>
    public const int Most = 3;

    /// <summary>The longer side, in pixels, of the picture that is looked at: enough for a thing, too little for a thread.</summary>
    public const int Side = 96;

    /// <summary>Less of a thing than this is shade, a label or a reflection.</summary>
    private const double LeastShare = 0.08;

    /// <summary>
    /// Hands, arms and wooden floors share one narrow range of hues. What lies in it counts half: a beige thing is
    /// still beige, a hand that holds a white one is not the thing's colour.
    /// </summary>
    private const double SkinWeight = 0.5;

    private static readonly ColourRegion Skin = new("skin", new(0.45, 0.86), new(0.035, 0.11), new(30, 70));

    /// <summary>Of these families, a thing with a good part of this many is "multicoloured".</summary>
    private const int ManyFamilies = 3;
    private const double FamilyShare = 0.15;

    /// <summary>Names that run into each other: a blue thing with its shade is blue and navy, and yet of one colour.</summary>
    private static readonly string[][] Families =
        [["red", "pink"], ["orange", "yellow"], ["olive", "green"], ["turquoise", "light-blue", "blue", "navy"], ["purple"]];

    /// <summary>Best first, one to <see cref="Most"/> keys; none without photos, or when the palette is empty.</summary>
    /// <param name="photos">All photos of one thing; each counts alike.</param>
    /// <param name="palette">The keys that may be answered.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PhotoPixels> photos, ColourPalette palette)
    {
        if (photos.Count == 0)
            return [];
        var shares = new double[palette.Keys.Count];
        foreach (var photo in photos)
        {
            var inPhoto = Shares(OklabPicture.From(photo), palette);
            for (var key = 0; key < shares.Length; key++)
                shares[key] += inPhoto[key] / photos.Count;
        }
        return Rank(shares, palette);
    }

    /// <summary>Which part of the thing each key names, in the palette's order.</summary>
    private static double[] Shares(OklabPicture picture, ColourPalette palette)
    {
        var cells = ColourCells.Of(picture);
        var weights = cells.Sum(Foreground.Of(picture, cells));
        var means = cells.Means(picture);
        var look = LightAdaptation.In(picture);
        var shares = new double[palette.Keys.Count];
        var all = 0.0;
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var colour = look(means[cell]);
            var weight = weights[cell] * (1 - ((1 - SkinWeight) * Skin.Holds(colour)));
            var names = palette.Name(colour);
            for (var key = 0; key < shares.Length; key++)
                shares[key] += weight * names[key];
            all += weight;
        }
        return [.. shares.Select(s => s / all)];
    }

    private static List<string> Rank(double[] shares, ColourPalette palette)
    {
        var ranked = palette.Keys.Zip(shares).Where(k => k.Second > 0).OrderByDescending(k => k.Second).ToList();
        var keys = ranked.Where((key, rank) => rank == 0 || key.Second >= LeastShare).Select(key => key.First);
        var share = ranked.ToDictionary(key => key.First, key => key.Second, StringComparer.Ordinal);
        var families = Families.Count(family => family.Sum(key => share.GetValueOrDefault(key)) >= FamilyShare);
        if (palette.OffersMulticolour && families >= ManyFamilies)
            keys = keys.Prepend(ColourPalette.Multicolour);
        return [.. keys.Take(Most)];
    }
}
