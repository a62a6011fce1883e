namespace LostFound.Matching;

/// <summary>A guest's report of a loss. The guest may be wrong about any part of it, so none of it filters but time.</summary>
/// <param name="Id">The claim's key.</param>
/// <param name="Language">Two-letter language of the free text, for example <c>fr</c>; an unknown one is read as English.</param>
/// <param name="Category">Category key the guest chose; null or <c>other</c> when unsure.</param>
/// <param name="Colours">Colour keys the guest chose; may be empty.</param>
/// <param name="Brand">Brand as typed, in any script; may be empty.</param>
/// <param name="Description">The guest's own words.</param>
/// <param name="PrivateMarks">What only the owner would know.</param>
/// <param name="Places">Place keys the guest thinks of, in any order; may be empty.</param>
/// <param name="LostFrom">Last time the guest surely had it; null when unknown.</param>
/// <param name="LostTo">When the guest noticed the loss; null when unknown.</param>
public sealed record LossClaim(
    string Id,
    string Language,
    string? Category,
    IReadOnlyList<string> Colours,
    string Brand,
    string Description,
    string PrivateMarks,
    IReadOnlyList<string> Places,
    DateTime? LostFrom,
    DateTime? LostTo)
{
    /// <summary>Key of the venue it was filed at. Items and claims of different venues are never compared.</summary>
    public string Venue { get; init; } = "";
}
