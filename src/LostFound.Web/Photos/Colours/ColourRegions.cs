namespace LostFound.Web.Photos.Colours;

/// <summary>
/// Where the named colours lie. The eleven basic terms of Brent Berlin and Paul Kay, "Basic Color Terms", 1969, and
/// the five more that staff use, with edges between the shipped swatches, and wide towards grey: in a photo of an
/// item indoors, "pink" and "olive" are far duller than on a colour chart.
/// </summary>
internal static class ColourRegions
{
    /// <summary>Below this chroma a colour is black, grey or white.</summary>
    private const double Grey = 0.022;

    private const double Dull = 0.045;
    private const double Strong = 0.11;

    public static readonly IReadOnlyList<ColourRegion> All =
    [
        new("black", Below(0.36), UpTo(Grey), null),
        new("black", Below(0.22), UpTo(Dull), null),
        new("grey", new(0.36, 0.73), UpTo(Grey), null),
        new("white", Above(0.73), UpTo(Grey), null),
        new("white", Above(0.88), UpTo(0.035), new(40, 110)),

        new("pink", Above(0.52), new(Grey, Strong), new(350, 40)),
        new("pink", Above(0.60), From(Strong), new(350, 15)),
        new("pink", Above(0.45), From(Grey), new(330, 350)),
        new("red", Below(0.52), From(Dull), new(350, 30)),
        new("red", Below(0.45), From(Dull), new(340, 350)),
        new("red", Below(0.62), From(Strong), new(350, 33)),
        new("red", new(0.52, 0.72), From(Strong), new(15, 38)),
        new("orange", Above(0.52), From(Strong), new(38, 72)),
        new("yellow", Above(0.68), From(0.10), new(72, 112)),

        new("brown", Below(0.52), new(Grey, Dull), new(350, 80)),
        new("brown", Below(0.52), new(Dull, Strong), new(30, 75)),
        new("brown", Below(0.55), From(Strong), new(45, 75)),
        new("brown", new(0.52, 0.66), new(Dull, Strong), new(40, 80)),
        new("beige", new(0.52, 0.66), new(Grey, Dull), new(40, 85)),
        new("beige", Above(0.62), new(Grey, 0.10), new(40, 105)),

        new("olive", Below(0.68), From(Grey), new(80, 118)),
        new("olive", new(0.62, 0.80), new(0.03, 0.10), new(105, 118)),
        new("green", Above(0.68), From(0.10), new(112, 125)),
        new("green", Any, From(Grey), new(118, 175)),
        new("turquoise", Any, From(Grey), new(175, 222)),

        new("light-blue", Above(0.66), From(Grey), new(222, 275)),
        new("blue", new(0.40, 0.66), From(Grey), new(222, 280)),
        new("blue", Below(0.40), From(0.13), new(250, 275)),
        new("navy", Below(0.40), new(Grey, 0.13), new(222, 285)),
        new("purple", Any, From(Grey), new(280, 320)),
        new("purple", Below(0.45), From(Grey), new(310, 340)),
        new("purple", new(0.45, 0.68), From(Grey), new(310, 332)),
    ];

    private static Interval Any => new(-1, 2);

    private static Interval Below(double lightness) => new(-1, lightness);

    private static Interval Above(double lightness) => new(lightness, 2);

    private static Interval UpTo(double chroma) => new(0, chroma);

    private static Interval From(double chroma) => new(chroma, 1);
}
