namespace LostFound.Matching;

/// <summary>
/// Everything about scoring that is a number: plain data, so that a venue can keep it in a JSON file and
/// re-fit it. Weights are log2(m/u) after Fellegi and Sunter (1969), in bits: how much more often a level
/// occurs among true pairs than among chance pairs.
/// </summary>
public sealed record MatchingModel
{
    /// <summary>Names this set of numbers; stored with every candidate so that an old score can be understood.</summary>
    public required string Version { get; init; }

    /// <summary>Two-letter language that staff write in.</summary>
    public string StaffLanguage { get; init; } = "en";

    /// <summary>
    /// Share of claims whose item is held at that moment, 0 to 1 exclusive. Spread evenly over the items held
    /// and <see cref="PseudoItems"/>, it is the prior. Kept low on purpose: most claims have no item yet when they are first scored.
    /// </summary>
    public double ExpectedMatchShare { get; init; } = 0.5;

    /// <summary>Probability, 0 to 1, from which a candidate is good enough to suggest unasked.</summary>
    public double SuggestProbability { get; init; } = 0.9;

    /// <summary>
    /// Minutes an item may be found before the loss window opens and still be possible: staff round times,
    /// and guests misremember when they last had a thing. Anything earlier is impossible, never merely unlikely.
    /// </summary>
    public double EarlyToleranceMinutes { get; init; } = 90;

    /// <summary>
    /// Number of imagined typical items mixed into the prior and every frequency, so that a desk holding five items
    /// doesn't conclude from them that umbrellas are rare, or that one of the five must be the guest's.
    /// </summary>
    public double PseudoItems { get; init; } = 100;

    /// <summary>Comparison → level → bits. A level that isn't listed weighs nothing.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Levels { get; init; }

    /// <summary>
    /// Comparison → how much of the value's rarity (−log2 of its share among the items) is added when both agree,
    /// 0 (none) to 1 (all). Winkler's frequency-based matching, damped since comparisons aren't independent.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Rarity { get; init; }

    /// <summary>How agreeing and lone words are weighed.</summary>
    public required WordWeights Words { get; init; }

    /// <summary>Comparison → most bits it may add or take away, so that no single finding decides alone.</summary>
    public required IReadOnlyDictionary<string, double> Limits { get; init; }

    /// <summary>The weights shipped with the library, fitted as <c>DefaultModel.cs</c> tells.</summary>
    public static MatchingModel Default { get; } = Scoring.DefaultModel.Create();
}

/// <summary>Weights of the words comparison. Rarity of a word is −log2 of the share of items that have it.</summary>
public sealed record WordWeights
{
    /// <summary>Share of a concept's rarity that counts when both sides have it (a concept spans languages).</summary>
    public double ConceptRarity { get; init; }

    /// <summary>Share of a plain word's rarity that counts when both sides have it.</summary>
    public double WordRarity { get; init; }

    /// <summary>Bits for each agreement, usually negative: it pays for the chance of any agreement in long texts.</summary>
    public double EachAgreement { get; init; }

    /// <summary>Bits for each concept only the guest mentions, usually negative.</summary>
    public double EachOnlyInClaim { get; init; }

    /// <summary>Bits for each concept only staff mention, usually negative.</summary>
    public double EachOnlyInItem { get; init; }

    /// <summary>Share of an agreement that counts when the words differ by one typing slip.</summary>
    public double TypoShare { get; init; } = 0.7;
}
