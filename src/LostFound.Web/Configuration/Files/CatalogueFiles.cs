namespace LostFound.Web.Configuration.Files;

/// <summary>places.json: where things are lost and found.</summary>
public sealed record PlacesFile(IReadOnlyList<Zone> Zones) : ConfigFile;

/// <summary>Places near each other: a claim for one of them also fits its neighbours.</summary>
/// <param name="Names">The name in other languages, by language code.</param>
public sealed record Zone(string Key, string Name, IReadOnlyList<Place> Places, IReadOnlyDictionary<string, string>? Names = null) : INamed;

public sealed record Place(string Key, string Name, IReadOnlyDictionary<string, string>? Names = null) : INamed;

/// <summary>categories.json: kinds of things, in groups.</summary>
public sealed record CategoriesFile(IReadOnlyList<CategoryGroup> Groups, IReadOnlyList<Category> Categories) : ConfigFile;

public sealed record CategoryGroup(string Key, string Name, IReadOnlyDictionary<string, string>? Names = null) : INamed;

/// <param name="Group">Key of its group.</param>
/// <param name="Emoji">One emoji, whose drawing is the icon.</param>
/// <param name="Retention">Key of its retention class.</param>
/// <param name="Sensitive">Says something private about its owner: kept apart, never given to charity.</param>
/// <param name="MaskPhotos">Whether only a mosaic is kept of its photos; unless said, of what is sensitive.</param>
public sealed record Category(
    string Key,
    string Group,
    string Emoji,
    string Name,
    string Retention,
    bool Sensitive = false,
    bool? MaskPhotos = null,
    IReadOnlyDictionary<string, string>? Names = null) : INamed
{
    public bool PhotosAreMasked => MaskPhotos ?? Sensitive;
}

/// <summary>colours.json: the colours to choose from.</summary>
public sealed record ColoursFile(IReadOnlyList<Colour> Colours) : ConfigFile;

/// <param name="Swatch">#rrggbb each; one is shown flat, several as stripes.</param>
public sealed record Colour(string Key, string Name, IReadOnlyList<string> Swatch, IReadOnlyDictionary<string, string>? Names = null) : INamed;

/// <summary>bins.json: storage places behind the desks.</summary>
public sealed record BinsFile(IReadOnlyList<Bin> Bins) : ConfigFile;

/// <param name="Desk">Key of the desk it belongs to.</param>
public sealed record Bin(string Code, string Name, string Desk, BinKind Kind);

public enum BinKind
{
    Shelf,
    Drawer,
    Safe,
    Fridge,
}
