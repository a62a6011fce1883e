using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Index;

/// <summary>An item read once, so that each claim compares keys and terms instead of text. Immutable.</summary>
internal sealed class PreparedItem
{
    public PreparedItem(FoundItem item, string staffLanguage)
    {
        Item = item;
        var text = ConceptReader.Read(item.Description + " . " + item.PrivateNotes, staffLanguage);
        Things = text.Things;
        TextColours = text.Colours;
        Brands = BrandNames.Of(item.Brand, text.Brands, staffLanguage);
        Terms = SharedTerms.Of(text, item.Category);
        LongWords = Terms.Where(term => term.Length >= EditDistance.ShortestForgiven && char.IsAsciiLetter(term[0])).ToArray();
        FeatureCount = Terms.Count(SharedTerms.IsFeature);
    }

    public FoundItem Item { get; }

    public HashSet<string> Things { get; }

    public HashSet<string> TextColours { get; }

    public BrandNames Brands { get; }

    /// <summary>Everything the words comparison may find in common.</summary>
    public HashSet<string> Terms { get; }

    /// <summary>Plain words long enough to forgive a slip in.</summary>
    public string[] LongWords { get; }

    public int FeatureCount { get; }

    /// <summary>The keys under which this item is counted, one each.</summary>
    public IEnumerable<string> CountedKeys() =>
        Item.Colours.Distinct(StringComparer.Ordinal).Select(ItemCounts.ColourKey)
            .Concat(Brands.All.Select(ItemCounts.BrandKey))
            .Concat(Terms)
            .Append(ItemCounts.KindKey(Item.Category))
            .Append(ItemCounts.PlaceKey(Item.Place));
}
