namespace LostFound.Matching.Fitting;

/// <summary>Cuts claims into parts that have as many matched claims each. By claim, so that no claim lends its words to its own test.</summary>
internal static class Folds
{
    /// <summary>
    /// The part of each claim, 0 to <paramref name="parts"/> − 1, by claim id. Depends on the claims and the seed,
    /// not on the claims' order.
    /// </summary>
    public static Dictionary<string, int> Of(IEnumerable<DecidedClaim> claims, int parts, int seed)
    {
        var random = new Random(seed);
        var shuffled = claims.OrderBy(claim => claim.Claim.Id, StringComparer.Ordinal).ToArray();
        random.Shuffle(shuffled);
        return shuffled.OrderBy(claim => claim.ItemId is null).Index()
            .ToDictionary(pair => pair.Item.Claim.Id, pair => pair.Index % parts, StringComparer.Ordinal);
    }
}
