using System.Text;

namespace LostFound.Benchmarks.Corpus;

/// <summary>How a guest tells of the loss: whole sentences in any of eleven languages, parts of the truth left out.</summary>
internal static class GuestWords
{
    public static string Describe(Thing thing, IReadOnlyList<Colour> colours, Language language, Draw draw, Words words)
    {
        var between = language.Spaced ? " " : "、";
        var text = new StringBuilder(draw.Of(language.Openings));
        foreach (var colour in colours)
            text.Append(' ').Append(draw.EarlyOf(colour.Names[language.Key]));
        text.Append(language.Spaced ? " " : "").Append(draw.EarlyOf(thing.Kind.Names[language.Key]));
        foreach (var feature in thing.Features)
        {
            if (draw.Chance(0.6))
                text.Append(language.Spaced ? ", " : between).Append(draw.EarlyOf(feature.Names[language.Key]));
        }
        // What staff didn't write, or what the guest remembers wrongly.
        if (draw.Chance(0.25))
            text.Append(language.Spaced ? ", " : between).Append(draw.EarlyOf(draw.Of(words.Features).Names[language.Key]));
        text.Append(language.Spaced ? ". " : "。");
        for (var sentences = draw.Below(4); sentences > 0; sentences--)
            text.Append(draw.Of(language.Closings)).Append(language.Spaced ? " " : "");
        return text.ToString().TrimEnd();
    }

    /// <summary>What only the owner knows; most guests don't think of it.</summary>
    public static string Marks(Thing thing, Draw draw) =>
        thing.Rare.Length > 0 && draw.Chance(0.45) ? thing.Rare : string.Empty;

    /// <summary>The brand in the guest's spelling and script, or nothing.</summary>
    public static string Brand(Thing thing, Draw draw, Words words)
    {
        if (thing.Brand.Length == 0 || draw.Chance(0.3))
            return string.Empty;
        return words.BrandAliases.TryGetValue(thing.Brand, out var others) && others.Length > 0 && draw.Chance(0.3)
            ? draw.Of(others)
            : thing.Brand;
    }

    public static IReadOnlyList<Colour> Colours(Thing thing, Draw draw, Words words) => draw.Unit() switch
    {
        < 0.75 => thing.Colours,
        < 0.9 => [words.ColourOf[draw.Of(thing.Colours[0].Near)]],
        < 0.95 => [words.ColoursByFrequency.Of(draw)],
        _ => [],
    };

    public static string? Category(Thing thing, Draw draw)
    {
        if (draw.Chance(0.12))
            return draw.Chance(0.5) ? "other" : null;
        return thing.Kind.MistakenFor.Count > 0 && draw.Chance(0.06) ? draw.Of(thing.Kind.MistakenFor) : thing.Kind.Key;
    }

    public static string[] Places(Thing thing, Draw draw, Words words)
    {
        var places = new List<string>();
        if (draw.Chance(0.75))
            places.Add(thing.Place.Key);
        for (var more = draw.Below(3); more > 0; more--)
            places.Add(draw.Of(words.Places).Key);
        return [.. places.Distinct(StringComparer.Ordinal)];
    }
}
