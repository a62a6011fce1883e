namespace LostFound.Matching.Scoring;

/// <summary>The weights shipped with the library.</summary>
internal static class DefaultModel
{
    public static MatchingModel Create() => new()
    {
        Version = "2026-07-dev-1",
        Levels = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal)
        {
            ["kind"] = Bits(("same", 1), ("named", -1), ("mentioned", -4), ("related", -3), ("differs", -6), ("unknown", -1)),
            ["colours"] = Bits(("same", 0.5), ("overlap", 0), ("written", 0), ("multicolour", -1), ("near", 0), ("related", -2), ("differs", -3.5)),
            ["brand"] = Bits(("same", 0), ("named", 0), ("close", 0), ("only-claim", -0.5), ("only-item", -1.5), ("differs", -4), ("silent", 0)),
            ["place"] = Bits(("same", 0), ("same-zone", 0), ("elsewhere", -1.3)),
            ["time"] = Bits(("early", -2), ("during", 3.5), ("within-30-min", 4), ("within-1-h", 4), ("within-2-h", 3), ("within-4-h", 2), ("within-8-h", -1), ("within-a-day", -4), ("within-a-week", -5), ("later", -5)),
        },
        Rarity = new Dictionary<string, double>(StringComparer.Ordinal) { ["kind"] = 0.7, ["colours"] = 0.7, ["brand"] = 0.6, ["place"] = 0.7 },
        Words = new WordWeights { ConceptRarity = 0.6, WordRarity = 0.5, EachAgreement = -1, EachOnlyInClaim = -0.3, EachOnlyInItem = -0.4 },
        Limits = new Dictionary<string, double>(StringComparer.Ordinal) { ["kind"] = 7, ["colours"] = 6, ["brand"] = 7, ["place"] = 5, ["time"] = 6, ["words"] = 14 },
    };

    private static Dictionary<string, double> Bits(params (string Level, double Bits)[] levels) =>
        levels.ToDictionary(level => level.Level, level => level.Bits, StringComparer.Ordinal);
}
