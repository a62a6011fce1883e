using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Index;

/// <summary>A claim read once, with the rarity of its terms among the items held at that moment.</summary>
internal sealed class PreparedClaim
{
    public PreparedClaim(LossClaim claim, ItemCounts counts)
    {
        Claim = claim;
        Counts = counts;
        var text = ConceptReader.Read(claim.Description + " . " + claim.PrivateMarks, claim.Language);
        Things = text.Things;
        Category = claim.Category is null or "" or "other" ? null : claim.Category;
        Colours = claim.Colours.Count > 0 ? claim.Colours.ToHashSet(StringComparer.Ordinal) : text.Colours;
        AllColours = Colours.Union(text.Colours, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Places = claim.Places.ToHashSet(StringComparer.Ordinal);
        PlacesRarity = counts.PlacesRarity(Places);
        Brands = BrandNames.Of(claim.Brand, text.Brands, claim.Language);
        // Ordinal order, so that sums of doubles come out the same whatever order sets were filled in.
        Terms = SharedTerms.Of(text, claim.Category).Order(StringComparer.Ordinal)
            .Select(term => new WeighedTerm(term, counts.TermRarity(term))).ToArray();
    }

    public LossClaim Claim { get; }

    public ItemCounts Counts { get; }

    /// <summary>The chosen category; null when the guest wasn't sure.</summary>
    public string? Category { get; }

    public HashSet<string> Things { get; }

    /// <summary>Colours chosen, or those of the text when none was.</summary>
    public HashSet<string> Colours { get; }

    /// <summary>Colours chosen or written.</summary>
    public HashSet<string> AllColours { get; }

    public HashSet<string> Places { get; }

    /// <summary>Bits of rarity of being found at any of the places named.</summary>
    public double PlacesRarity { get; }

    public BrandNames Brands { get; }

    public WeighedTerm[] Terms { get; }
}

/// <summary>A term with its rarity in bits.</summary>
internal readonly record struct WeighedTerm(string Term, double Rarity);
