namespace LostFound.Web.Configuration;

/// <summary>
/// The venue's accent as one theme needs it. Computed here and not in the browser, because only here can each
/// shade be held to a contrast that people can read, whatever colour a venue chose.
/// </summary>
/// <param name="Accent">Ground of a main button; white text on it is readable.</param>
/// <param name="Strong">The same under a pointer.</param>
/// <param name="Soft">Ground of what is chosen; a tint of the page.</param>
/// <param name="Ink">Links and icons; readable on the page and on the soft ground.</param>
internal sealed record AccentShades(HexColour Accent, HexColour Strong, HexColour Soft, HexColour Ink)
{
    // The grounds of the design tokens (Client/styles): the most demanding one of each theme.
    private static readonly HexColour Paper = HexColour.Parse("#fbf8f3");
    private static readonly HexColour Night = HexColour.Parse("#25211d");
    private static readonly HexColour Black = new(0, 0, 0);

    /// <summary>Enough to see a button's edge on a dark page while white text on it stays readable.</summary>
    private const double VisibleContrast = 2.5;

    public static AccentShades Light(HexColour accent)
    {
        var soft = Paper.MixedWith(accent, 0.11);
        return new AccentShades(accent, accent.MixedWith(Black, 0.18), soft, accent.MixedTowards(Black, HexColour.ReadableContrast, soft));
    }

    public static AccentShades Dark(HexColour accent)
    {
        var lifted = accent.MixedTowards(HexColour.White, VisibleContrast, Night);
        var lighter = lifted.MixedWith(HexColour.White, 0.1);
        var strong = lighter.ContrastWith(HexColour.White) >= HexColour.ReadableContrast ? lighter : lifted.MixedWith(Black, 0.15);
        var soft = Night.MixedWith(accent, 0.3);
        return new AccentShades(lifted, strong, soft, lifted.MixedTowards(HexColour.White, HexColour.ComfortableContrast, soft));
    }

    public override string ToString() =>
        $"--accent:{Accent};--on-accent:{HexColour.White};--accent-strong:{Strong};--accent-soft:{Soft};--accent-ink:{Ink}";
}
