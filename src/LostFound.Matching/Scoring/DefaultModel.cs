namespace LostFound.Matching.Scoring;

/// <summary>
/// The weights shipped with the library: logistic regression over pairs of the two development sets (400 true pairs
/// among 3,700 items; see docs/matching.md), by <c>match fit</c>. Not fitted: the photo's, of which the sets have none, what staff didn't sort, and
/// finds of the next day and later, which stay milder than the sets say: nearly everything in them is handed in within six
/// hours, and a real park's cleaners come at night.
/// </summary>
internal static class DefaultModel
{
    public static MatchingModel Create() => new()
    {
        Version = "2026-11-22",
        Levels = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal)
        {
            ["kind"] = Bits(
                ("same", -0.69), ("named", -0.22), ("mentioned", -3.87), ("related", -1.98), ("differs", -5.47), ("unsorted", -2),
                ("unknown", 0.55)),
            ["colours"] = Bits(
                ("same", 1.41), ("overlap", -0.46), ("written", 2.37), ("multicolour", -1.54), ("near", 1.3), ("related", -2.34),
                ("differs", -3.61), ("unknown", -0.7)),
            ["photo"] = Bits(("agrees", 1.2), ("near", 0.4), ("differs", -0.6), ("said-already", 0), ("none", 0)),
            ["brand"] = Bits(
                ("same", -0.46), ("named", -0.72), ("close", -0.3), ("only-claim", -0.33), ("only-item", -0.5), ("silent", 2.14),
                ("differs", -4.73), ("other-script", 0)),
            ["place"] = Bits(("same", 0.68), ("same-zone", 0.95), ("elsewhere", -0.51), ("unknown", 0)),
            ["time"] = Bits(
                ("early", -2.03), ("during", 3.98), ("within-30-min", 6.4), ("within-1-h", 5.24), ("within-2-h", 4.08),
                ("within-4-h", 1.71), ("within-8-h", -1.39), ("within-a-day", -3), ("within-a-week", -4.5), ("later", -5.5),
                ("unknown", 0)),
        },
        Rarity = new Dictionary<string, double>(StringComparer.Ordinal) { ["kind"] = 0.77, ["colours"] = 0.84, ["brand"] = 0.49, ["place"] = 0.88 },
        Words = new WordWeights
        {
            ConceptRarity = 0.51,
            WordRarity = 0.32,
            EachAgreement = -0.7,
            EachOnlyInClaim = -1.54,
            EachOnlyInItem = -1.59,
        },
        Limits = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["kind"] = 7, ["colours"] = 6, ["photo"] = 1.5, ["brand"] = 6, ["place"] = 5, ["time"] = 6, ["words"] = 10,
        },
    };

    private static Dictionary<string, double> Bits(params (string Level, double Bits)[] levels) =>
        levels.ToDictionary(level => level.Level, level => level.Bits, StringComparer.Ordinal);
}
