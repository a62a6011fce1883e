namespace LostFound.Matching.Lexicon;

/// <summary>Which comparison a concept belongs to.</summary>
public enum ConceptKind
{
    /// <summary>A kind of thing; its id is a category key.</summary>
    Thing,

    /// <summary>A colour; its id is a colour key.</summary>
    Colour,

    /// <summary>A brand, whatever the script or product line it was named by.</summary>
    Brand,

    /// <summary>Pattern, material, part, content, condition, animal, or what is drawn on a thing.</summary>
    Feature,

    /// <summary>A place of the venue; its id is a place key. Only venues have these, never the tables.</summary>
    Place,
}

/// <summary>A meaning that several words in several languages name.</summary>
/// <param name="Id">Stable key within its kind.</param>
/// <param name="Kind">Which comparison uses it.</param>
public sealed record Concept(string Id, ConceptKind Kind)
{
    /// <summary>How it stands among plain words: marked, so that the concept "tag" and an unknown word "tag" differ.</summary>
    internal string Term { get; } = char.IsDigit(Id[0]) ? Id : "#" + Id;
}
