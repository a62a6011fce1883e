using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>Colours chosen, helped by colours written: staff often tick one and write the second.</summary>
internal sealed class ColourComparison : IComparison
{
    private const string Multicolour = "multicolour";

    public string Name => "colours";

    public Finding Compare(PreparedClaim claim, PreparedItem item)
    {
        var found = item.Item.Colours;
        if (claim.Colours.Count == 0 || (found.Count == 0 && item.TextColours.Count == 0))
            return new("unknown");
        var shared = RarestShared(claim, found, out var rarity);
        if (shared is not null)
            return new(claim.Colours.Count == found.Count && found.All(claim.Colours.Contains) ? "same" : "overlap", rarity);
        if (found.Any(claim.AllColours.Contains) || item.TextColours.Overlaps(claim.Colours))
            return new("written");
        if (claim.Colours.Contains(Multicolour) || found.Contains(Multicolour, StringComparer.Ordinal))
            return new(Multicolour);
        return new(Closest(claim, item).Distance switch
        {
            ColourDistance.Same or ColourDistance.Near => "near",
            ColourDistance.Related => "related",
            ColourDistance.Far => "differs",
        });
    }

    public string Describe(PreparedClaim claim, PreparedItem item, Finding finding)
    {
        if (string.Equals(finding.Level, "unknown", StringComparison.Ordinal))
            return "No colour to compare";
        var (lost, found, _) = Closest(claim, item);
        return finding.Level switch
        {
            "same" => $"Both {string.Join(" and ", claim.Colours)}",
            "overlap" => $"Both have {RarestShared(claim, item.Item.Colours, out _)}, not all colours agree",
            "written" => "The colour of one is written in the other's words",
            Multicolour => "One of them is multicoloured",
            "near" => $"{lost} is close to {found}",
            "related" => $"{lost} might be seen as {found}",
            _ => $"{lost} is not {found}",
        };
    }

    private static string? RarestShared(PreparedClaim claim, IReadOnlyList<string> found, out double rarity)
    {
        string? rarest = null;
        rarity = 0;
        foreach (var colour in found)
        {
            if (!claim.Colours.Contains(colour))
                continue;
            var bits = claim.Counts.ColourRarity(colour);
            if (rarest is null || bits > rarity)
                (rarest, rarity) = (colour, bits);
        }
        return rarest;
    }

    private static (string Lost, string Found, ColourDistance Distance) Closest(PreparedClaim claim, PreparedItem item)
    {
        var best = (Lost: string.Empty, Found: string.Empty, Distance: ColourDistance.Far);
        foreach (var lost in claim.Colours)
        {
            foreach (var found in item.Item.Colours.Count > 0 ? item.Item.Colours : [.. item.TextColours])
            {
                var distance = Relations.Between(lost, found);
                if (best.Lost.Length == 0 || distance < best.Distance)
                    best = (lost, found, distance);
            }
        }
        return best;
    }
}
