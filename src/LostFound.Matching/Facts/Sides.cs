namespace LostFound.Matching.Facts;

/// <summary>An item read once, so that comparing looks at keys and terms instead of text.</summary>
internal sealed record ItemFacts(string Id, KindTrait Kind, ColourTrait Colours, BrandTrait Brands, KeySet Place, int FoundAt, TermSet Terms);

/// <summary>A claim read once.</summary>
internal sealed record ClaimFacts(string Id, KindTrait Kind, ColourTrait Colours, BrandTrait Brands, KeySet Places, Window Lost, TermSet Terms);
