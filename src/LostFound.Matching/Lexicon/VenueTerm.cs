namespace LostFound.Matching.Lexicon;

/// <summary>What a venue's own term names.</summary>
public enum VenueTermKind
{
    /// <summary>A kind of thing; the key is a category key.</summary>
    Category,

    /// <summary>A colour; the key is a colour key.</summary>
    Colour,

    /// <summary>A place of the venue; the key is a place key.</summary>
    Place,
}

/// <summary>A name by which a venue's own category, colour or place goes.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Key">The key of what it names, for example <c>dragon-falls</c>; its words are understood as well.</param>
/// <param name="Name">The name as guests and staff know it, for example <c>Dragon Falls</c>; alternatives are separated by commas or slashes.</param>
/// <param name="Language">Two-letter language of the name; null when it is the same in all.</param>
public sealed record VenueTerm(VenueTermKind Kind, string Key, string Name, string? Language = null);
