using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Facts;

/// <summary>Reads what people wrote and ticked into facts. Stateless, so shared by all threads.</summary>
/// <param name="vocabulary">The words it understands.</param>
/// <param name="staffLanguage">Two-letter language of staff's notes.</param>
internal sealed class FactReader(Vocabulary vocabulary, string staffLanguage)
{
    private const int ShortestSpokenBrand = 4;

    public ItemFacts Read(FoundItem item)
    {
        var text = vocabulary.Read(item.Description + " . " + item.PrivateNotes, staffLanguage);
        return new ItemFacts(
            item.Id,
            new KindTrait(item.Category, KeySet.Of(text.Things)),
            new ColourTrait(ColourSet.Of(item.Colours), ColourSet.Of(text.Colours), ColourSet.Of(item.PhotoColours)),
            BrandsOf(item.Brand, text, staffLanguage),
            Places(item.Place.Length == 0 ? [] : [item.Place], text),
            Window.Seconds(item.FoundAt),
            new TermSet(TermsOf(text, item.Category)));
    }

    public ClaimFacts Read(LossClaim claim)
    {
        var text = vocabulary.Read(claim.Description + " . " + claim.PrivateMarks, claim.Language);
        var category = claim.Category is null or "other" ? string.Empty : claim.Category;
        return new ClaimFacts(
            claim.Id,
            new KindTrait(category, KeySet.Of(text.Things)),
            new ColourTrait(ColourSet.Of(claim.Colours), ColourSet.Of(text.Colours), default),
            BrandsOf(claim.Brand, text, claim.Language),
            Places(claim.Places, text),
            new Window(Window.Seconds(claim.LostFrom), Window.Seconds(claim.LostTo)),
            new TermSet(TermsOf(text, category)));
    }

    /// <summary>The places ticked, or those that the words name when none was.</summary>
    private static KeySet Places(IReadOnlyCollection<string> ticked, Reading text) => KeySet.Of(ticked.Count > 0 ? ticked : text.Places);

    private BrandTrait BrandsOf(string field, Reading text, string language)
    {
        var mentioned = KeySet.Of(text.Brands);
        if (string.IsNullOrWhiteSpace(field))
            return new BrandTrait(KeySet.Empty, mentioned, KeySet.Empty);
        var known = KeySet.Of(vocabulary.Read(field, language).Brands);
        if (known.Count > 0)
            return new BrandTrait(known, mentioned, KeySet.Empty);
        var words = Tokeniser.Tokenise(TextNormaliser.Normalise(field)).ConvertAll(token => token.Text);
        // The longest word of an unknown brand is the one that tells it: "Jack Wolfskin" is mentioned as "wolfskin".
        var spoken = words.Where(word => word.Length >= ShortestSpokenBrand).MaxBy(word => word.Length);
        return new BrandTrait(KeySet.Of([string.Concat(words)]), mentioned, spoken is null ? KeySet.Empty : KeySet.Of([spoken, Stemmer.Stem(spoken, "en")]));
    }

    /// <summary>Features, words, and other things mentioned (gloves in a jacket's pocket), but not the thing itself.</summary>
    private static IEnumerable<string> TermsOf(Reading text, string ownCategory) =>
        text.Features.Concat(text.Words).Concat(text.Things
            .Where(thing => ownCategory.Length == 0 || !IsItself(thing, ownCategory)).Select(thing => "~" + thing));

    private static bool IsItself(string thing, string category) =>
        string.Equals(thing, category, StringComparison.Ordinal) || Relations.AreConfusable(thing, category);
}
