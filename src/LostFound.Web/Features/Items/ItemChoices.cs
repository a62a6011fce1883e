using LostFound.Web.Configuration;
using LostFound.Web.Shared.Ui.Forms;

namespace LostFound.Web.Features.Items;

/// <summary>The venue's lists as answers that can be picked.</summary>
public sealed record ItemChoices(
    IReadOnlyList<ChoiceGroup> Categories, IReadOnlyList<Choice> Colours, IReadOnlyList<ChoiceGroup> Zones, IReadOnlyList<Choice> Bins)
{
    public static ItemChoices Of(VenueConfig config, string desk) => new(
        [.. config.Groups
            .Select(group => new ChoiceGroup(group.Key, group.Name, [.. config.CategoriesIn(group.Key).Select(c => new Choice(c.Key, c.Name) { Emoji = c.Emoji })]))
            .Where(group => group.Choices.Count > 0)],
        [.. config.Colours.Select(c => new Choice(c.Key, c.Name))],
        [.. config.Zones.Select(zone => new ChoiceGroup(zone.Key, zone.Name, [.. zone.Places.Select(p => new Choice(p.Key, p.Name))]))],
        [.. config.BinsAt(desk).Select(bin => new Choice(bin.Code, $"{bin.Code} · {bin.Name}"))]);
}
