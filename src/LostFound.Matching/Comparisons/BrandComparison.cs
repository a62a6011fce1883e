using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Comparisons;

/// <summary>The maker, in whatever script or spelling. Staff often see no label, so silence says little.</summary>
internal sealed class BrandComparison : IComparison
{
    public string Name => "brand";

    public Finding Compare(PreparedClaim claim, PreparedItem item)
    {
        var lost = claim.Brands;
        var found = item.Brands;
        if (SharedBy(lost.Stated, found.Stated) is { } same)
            return new("same", claim.Counts.BrandRarity(same));
        if (Mentioned(claim, item) is { } named)
            return new("named", claim.Counts.BrandRarity(named));
        if (lost.IsEmpty && found.IsEmpty)
            return new("silent");
        if (lost.IsEmpty || found.IsEmpty)
            return new(lost.IsEmpty ? "only-item" : "only-claim");
        if (lost.All.Any(a => found.All.Any(b => EditDistance.IsOneSlip(a, b) || IsPartOf(a, b))))
            return new("close", claim.Counts.BrandRarity(found.All.First()));
        return new("differs");
    }

    public string Describe(PreparedClaim claim, PreparedItem item, Finding finding)
    {
        var lost = string.Join(", ", claim.Brands.All);
        var found = string.Join(", ", item.Brands.All);
        return finding.Level switch
        {
            "same" => $"Same brand: {SharedBy(claim.Brands.Stated, item.Brands.Stated)}",
            "named" => $"Brand {Mentioned(claim, item)} is in the words of both",
            "close" => $"Brand {lost} is nearly {found}",
            "only-claim" => $"The guest says {lost}; staff recorded no brand",
            "only-item" => $"Recorded as {found}; the guest named no brand",
            "differs" => $"Brand differs: {lost}, not {found}",
            _ => "No brand on either side",
        };
    }

    private static string? Mentioned(PreparedClaim claim, PreparedItem item) =>
        SharedBy(claim.Brands.Stated, item.Brands.Mentioned)
        ?? SharedBy(claim.Brands.Mentioned, item.Brands.Stated)
        ?? SharedBy(claim.Brands.Mentioned, item.Brands.Mentioned)
        ?? claim.Brands.Stated.FirstOrDefault(item.Terms.Contains);

    private static string? SharedBy(HashSet<string> some, HashSet<string> others)
    {
        foreach (var brand in some)
        {
            if (others.Contains(brand))
                return brand;
        }
        return null;
    }

    private static bool IsPartOf(string a, string b) =>
        Math.Min(a.Length, b.Length) >= 4 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
}
