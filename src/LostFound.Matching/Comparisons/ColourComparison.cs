using System.Numerics;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>Colours chosen, helped by colours written: staff often tick one and write the second.</summary>
internal static class ColourComparison
{
    public const string Name = "colours";

    private const string Multicolour = "multicolour";
    private static readonly ColourSet Multi = ColourSet.Of([Multicolour]);

    public static Finding Compare(ColourTrait claim, ColourTrait item, Rarities rarities)
    {
        var (lost, found) = (claim.Main, item.Chosen);
        if (lost.IsEmpty || item.Main.IsEmpty)
            return new("unknown");
        if (lost.Overlaps(found))
            return new(lost == found ? "same" : "overlap", RarityOf(lost.And(found), rarities));
        if (found.Overlaps(claim.Written) || item.Written.Overlaps(lost))
            return new("written");
        if (lost.Or(found).Overlaps(Multi))
            return new(Multicolour);
        return new(lost.DistanceTo(item.Main) switch
        {
            ColourDistance.Same or ColourDistance.Near => "near",
            ColourDistance.Related => "related",
            ColourDistance.Far => "differs",
        });
    }

    public static string Describe(ColourTrait claim, ColourTrait item, Finding finding, Rarities rarities)
    {
        if (string.Equals(finding.Level, "unknown", StringComparison.Ordinal))
            return "No colour to compare";
        var (lost, found) = Closest(claim.Main, item.Main);
        return finding.Level switch
        {
            "same" => $"Both {string.Join(" and ", claim.Main.ToNames())}",
            "overlap" => $"Both have {ColourSet.Display(claim.Main.And(item.Chosen).ToKeys().MaxBy(rarities.Colour)!)}, not all colours agree",
            "written" => "The colour of one is written in the other's words",
            Multicolour => "One of them is multicoloured",
            "near" => $"{lost} is close to {found}",
            "related" => $"{lost} might be seen as {found}",
            _ => $"{lost} is not {found}",
        };
    }

    /// <summary>The names of the closest two colours of two sets that are not empty.</summary>
    public static (string Lost, string Found) Closest(ColourSet claim, ColourSet item) => (
        from lost in claim.ToKeys()
        from found in item.ToKeys()
        orderby Relations.Between(lost, found)
        select (ColourSet.Display(lost), ColourSet.Display(found))).First();

    /// <summary>Of several colours that agree the rarest counts: they are seldom independent.</summary>
    private static double RarityOf(ColourSet shared, Rarities rarities)
    {
        var rarest = double.NegativeInfinity;
        for (var rest = shared.Bits; rest != 0; rest &= rest - 1)
            rarest = Math.Max(rarest, rarities.Colour(BitOperations.TrailingZeroCount(rest)));
        return rarest;
    }
}
