using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Items;

/// <summary>The venue's lists as answers that can be picked.</summary>
public sealed record ItemChoices(
    IReadOnlyList<ChoiceGroup> Categories, IReadOnlyList<Choice> Colours, IReadOnlyList<ChoiceGroup> Zones, IReadOnlyList<Choice> Bins,
    IReadOnlyList<InsideChoice> Inside)
{
    /// <summary>What bags hold most, first; the rest follows in the venue's order.</summary>
    private static readonly string[] OftenInside = ["bottle", "wallet", "phone", "keys", "sunglasses", "cash", "lunch-box", "jacket", "umbrella", "charger", "book", "toy"];

    /// <summary>What a second person counts or seals, wherever it was found.</summary>
    private static readonly string[] CountedSeparately = ["valuables", "identity", "bank-card"];

    public static ItemChoices Of(VenueConfig config, string desk) => new(
        [.. config.Groups
            .Select(group => new ChoiceGroup(group.Key, group.Name, [.. config.CategoriesIn(group.Key).Select(c => new Choice(c.Key, c.Name) { Emoji = c.Emoji })]))
            .Where(group => group.Choices.Count > 0)],
        [.. config.Colours.Select(c => new Choice(c.Key, c.Name))],
        [.. config.Zones.Select(zone => new ChoiceGroup(zone.Key, zone.Name, [.. zone.Places.Select(p => new Choice(p.Key, p.Name))]))],
        [.. config.BinsAt(desk).Select(bin => new Choice(bin.Code, $"{bin.Code} · {bin.Name}"))],
        [.. config.Categories
            .OrderBy(kind => Array.IndexOf(OftenInside, kind.Key) is var at and >= 0 ? at : OftenInside.Length)
            .Select(kind => new InsideChoice(kind.Key, kind.Name, kind.Emoji, CountedSeparately.Contains(kind.Retention, StringComparer.Ordinal)))]);
}

/// <summary>A kind of thing that may be inside another.</summary>
/// <param name="IsCountedSeparately">Money, cards, papers, jewellery: noting them down does not count them.</param>
public sealed record InsideChoice(string Key, string Name, string Emoji, bool IsCountedSeparately);
