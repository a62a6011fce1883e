namespace LostFound.Matching;

/// <summary>A found item as desk staff recorded it: everything the matcher may look at.</summary>
/// <param name="Id">The item's key; unique among the items held.</param>
/// <param name="Category">Category key of the venue's vocabulary, for example <c>lunch-box</c>.</param>
/// <param name="Colours">Colour keys, most striking first; may be empty.</param>
/// <param name="Brand">Brand as typed; empty when none was seen.</param>
/// <param name="Description">What staff wrote for anyone to read.</param>
/// <param name="PrivateNotes">What staff keep to themselves to test ownership; compared, never shown to guests.</param>
/// <param name="Place">Place key where it was found; empty when unknown.</param>
/// <param name="FoundAt">When it was found, on the same clock as <see cref="LossClaim.LostFrom"/>.</param>
public sealed record FoundItem(
    string Id,
    string Category,
    IReadOnlyList<string> Colours,
    string Brand,
    string Description,
    string PrivateNotes,
    string Place,
    DateTime FoundAt)
{
    /// <summary>
    /// Colour keys that the item's photos show, best first; empty without photos. Weaker evidence than
    /// <see cref="Colours"/>: light and ground can mislead it.
    /// </summary>
    public IReadOnlyList<string> PhotoColours { get; init; } = [];
}
