using LostFound.Matching.Facts;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>
/// The colours that the camera saw, where people's colours leave a doubt. A photo shows the same colours that staff
/// ticked, so where those already agree with the guest's it adds nothing: the same evidence must not count twice.
/// </summary>
internal static class PhotoComparison
{
    public const string Name = "photo";

    public static Finding Compare(ColourTrait claim, ColourTrait item)
    {
        var lost = claim.Main;
        if (lost.IsEmpty || item.Photo.IsEmpty)
            return new("none");
        if (lost.Overlaps(item.Main))
            return new("said-already");
        return new(lost.DistanceTo(item.Photo) switch
        {
            ColourDistance.Same => "agrees",
            ColourDistance.Near => "near",
            // Staff said another colour, and the photo is with them: that was weighed already.
            ColourDistance.Related => !item.Main.IsEmpty ? "said-already" : "near",
            ColourDistance.Far => !item.Main.IsEmpty ? "said-already" : "differs",
        });
    }

    public static string Describe(ColourTrait claim, ColourTrait item, Finding finding)
    {
        if (finding.Level is "none" or "said-already")
            return finding.Level is "none" ? "No photo colours to compare" : "The photo adds nothing to the colours recorded";
        var (lost, found) = ColourComparison.Closest(claim.Main, item.Photo);
        return finding.Level switch
        {
            "agrees" => $"The photo looks {found}",
            "near" => $"The photo looks {found}, close to {lost}",
            _ => $"The photo looks {string.Join(" and ", item.Photo.ToNames())}, not {lost}",
        };
    }
}
