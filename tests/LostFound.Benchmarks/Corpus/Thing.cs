namespace LostFound.Benchmarks.Corpus;

/// <summary>What a lost thing really is, before staff and guest each describe it in their own way.</summary>
/// <param name="Brand">Key of a brand; empty for about 45 of 100.</param>
/// <param name="Rare">A name, number or rare word on it that both sides may mention; empty for most.</param>
internal sealed record Thing(
    Kind Kind, IReadOnlyList<Colour> Colours, string Brand, IReadOnlyList<Feature> Features, string Rare, Spot Place)
{
    private const double Unbranded = 0.45;
    private const string OtherGroup = "thing";

    public static Thing Make(Draw draw, Words words)
    {
        var kind = words.KindsByFrequency.Of(draw);
        return new Thing(
            kind, ColoursOf(draw, words), BrandOf(draw, words, kind.Group), FeaturesOf(draw, words, kind.Group),
            RareOf(draw, words), draw.Of(words.Places));
    }

    private static Colour[] ColoursOf(Draw draw, Words words)
    {
        var first = words.ColoursByFrequency.Of(draw);
        if (draw.Chance(0.85))
            return [first];
        var second = words.ColoursByFrequency.Of(draw);
        return second == first ? [first] : [first, second];
    }

    private static string BrandOf(Draw draw, Words words, string group)
    {
        if (draw.Chance(Unbranded))
            return string.Empty;
        var known = words.BrandsByGroup.GetValueOrDefault(group, words.BrandsByGroup[OtherGroup]);
        // Behind the big names stands a tail of labels that no word list has.
        return draw.Chance(0.9) ? draw.EarlyOf(known) : RareWords.Word(draw);
    }

    private static List<Feature> FeaturesOf(Draw draw, Words words, string group)
    {
        var features = new List<Feature>();
        foreach (var kind in words.Groups[group])
        {
            if (draw.Chance(0.35))
                features.Add(draw.EarlyOf(words.FeaturesByKind[kind]));
        }
        return features;
    }

    private static string RareOf(Draw draw, Words words) => draw.Unit() switch
    {
        < 0.12 => RareWords.Person(draw, words),
        < 0.24 => RareWords.Word(draw),
        < 0.34 => RareWords.Number(draw),
        _ => string.Empty,
    };
}
