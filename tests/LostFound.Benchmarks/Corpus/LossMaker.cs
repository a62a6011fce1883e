using LostFound.Matching;

namespace LostFound.Benchmarks.Corpus;

/// <summary>A claim, and the number of the item that it is about; null when nobody has found that.</summary>
internal sealed record Loss(LossClaim Claim, int? Item);

/// <summary>Makes claims: six in ten about an item of the corpus, the rest about things that were never found.</summary>
internal static class LossMaker
{
    private const double NeverFound = 0.4;

    public static Loss Make(ItemCorpus corpus, int number, Words words)
    {
        var draw = Draw.For($"claim {corpus.Size}", number);
        var item = draw.Chance(NeverFound) ? (int?)null : draw.Below(corpus.Size);
        var thing = item is { } held ? corpus.ThingOf(held) : Thing.Make(draw, words);
        var foundAt = item is { } at ? corpus.FoundAt(at) : Year.At(draw.Unit());
        return new Loss(Claim($"C{number:D5}", thing, foundAt, draw, words), item);
    }

    private static LossClaim Claim(string id, Thing thing, DateTime foundAt, Draw draw, Words words)
    {
        var language = words.LanguagesByFrequency.Of(draw);
        var colours = GuestWords.Colours(thing, draw, words);
        var (from, to) = Window(foundAt, draw);
        return new LossClaim(
            id,
            language.Key,
            GuestWords.Category(thing, draw),
            [.. colours.Select(colour => colour.Key)],
            GuestWords.Brand(thing, draw, words),
            GuestWords.Describe(thing, colours, language, draw, words),
            GuestWords.Marks(thing, draw),
            GuestWords.Places(thing, draw, words),
            from,
            to);
    }

    /// <summary>
    /// When the guest last had it and when it was missed. Most things are found within hours, some days later.
    /// One guest in ten can't say when it was last seen, one in thirty can't say either.
    /// </summary>
    private static (DateTime? From, DateTime? To) Window(DateTime foundAt, Draw draw)
    {
        var hoursUntilFound = -Math.Log(1 - draw.Unit()) * (draw.Chance(0.1) ? 60 : 2.5);
        var lostAt = foundAt.AddMinutes(-Math.Round(hoursUntilFound * 60));
        var before = draw.Between(5, 150);
        var after = draw.Between(5, 150);
        return draw.Unit() switch
        {
            < 0.03 => (null, null),
            < 0.1 => (null, lostAt.AddMinutes(after)),
            < 0.15 => (lostAt.AddMinutes(-before), null),
            _ => (lostAt.AddMinutes(-before), lostAt.AddMinutes(after)),
        };
    }
}
