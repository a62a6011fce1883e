using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>The maker, in whatever script or spelling. Staff often see no label, so silence says little.</summary>
internal static class BrandComparison
{
    public const string Name = "brand";

    /// <summary>Bits of rarity that a brand which is only nearly the same may have: the rarer, the likelier a chance.</summary>
    public const double MostOfClose = 8;

    private const int ShortestPart = 4;

    /// <param name="spoken">Whether the brand that the guest states stands among the plain words of staff.</param>
    public static Finding Compare(BrandTrait lost, BrandTrait found, bool spoken, Rarities rarities)
    {
        if (lost.Stated.FirstIn(found.Stated) is { } same)
            return new("same", rarities.Brand(same));
        if (Named(lost, found, spoken) is { } named)
            return new("named", rarities.Brand(named));
        if (lost.IsEmpty && found.IsEmpty)
            return new("silent");
        if (lost.IsEmpty || found.IsEmpty)
            return new(lost.IsEmpty ? "only-item" : "only-claim");
        if (Close(lost, found) is var (a, b))
            return new("close", Math.Min(MostOfClose, rarities.Brand(a, b)));
        return new(IsLatin(lost) == IsLatin(found) ? "differs" : "other-script");
    }

    public static bool IsSpoken(BrandTrait lost, TermSet itemTerms) => itemTerms.ContainsAny(lost.Spoken);

    public static string Describe(BrandTrait claim, BrandTrait item, bool spoken, Finding finding)
    {
        var lost = string.Join(", ", claim.All.List);
        var found = string.Join(", ", item.All.List);
        return finding.Level switch
        {
            "same" => $"Same brand: {claim.Stated.FirstIn(item.Stated)}",
            "named" => $"Brand {Named(claim, item, spoken)} is in the words of both",
            "close" => $"Brand {lost} is nearly {found}",
            "only-claim" => $"The guest says {lost}; staff recorded no brand",
            "only-item" => $"Recorded as {found}; the guest named no brand",
            "other-script" => $"Brand {lost} is in another script than {found}",
            "differs" => $"Brand differs: {lost}, not {found}",
            _ => "No brand on either side",
        };
    }

    private static string? Named(BrandTrait lost, BrandTrait found, bool spoken) =>
        lost.Stated.FirstIn(found.Mentioned)
        ?? lost.Mentioned.FirstIn(found.Stated)
        ?? lost.Mentioned.FirstIn(found.Mentioned)
        ?? (spoken ? lost.Stated.Keys[0] : null);

    private static (string Lost, string Found)? Close(BrandTrait lost, BrandTrait found)
    {
        foreach (var a in lost.All.Keys)
        {
            foreach (var b in found.All.Keys)
            {
                if (EditDistance.IsOneSlip(a, b) || IsPartOf(a, b))
                    return (a, b);
            }
        }
        return null;
    }

    /// <summary>An unknown brand in another script may well be the same one: nobody can tell by its letters.</summary>
    private static bool IsLatin(BrandTrait brands) => char.IsAscii(brands.All.Keys[0][0]);

    private static bool IsPartOf(string a, string b) =>
        Math.Min(a.Length, b.Length) >= ShortestPart && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
}
