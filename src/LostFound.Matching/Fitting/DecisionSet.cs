using LostFound.Matching.Lexicon;

namespace LostFound.Matching.Fitting;

/// <summary>A claim of which it is known whose item it is, or whose it isn't.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="ItemId">The item that is the guest's; null when none is known.</param>
/// <param name="RuledOut">
/// The items known not to be the guest's; null when every other item is: its own is known, or none held is.
/// A claim that staff only rejected candidates of knows those and nothing of the rest.
/// </param>
public sealed record DecidedClaim(LossClaim Claim, string? ItemId, IReadOnlyList<string>? RuledOut = null);

/// <summary>What weights are fitted to and judged by.</summary>
/// <param name="Items">Everything that was held; ids are unique.</param>
/// <param name="Claims">Ids are unique; an <see cref="DecidedClaim.ItemId"/> that isn't among the items counts as not found.</param>
/// <param name="Places">Which zone each place lies in.</param>
public sealed record DecisionSet(IReadOnlyList<FoundItem> Items, IReadOnlyList<DecidedClaim> Claims, PlaceMap Places)
{
    /// <summary>The words that items and claims are read with.</summary>
    public Vocabulary Vocabulary { get; init; } = Vocabulary.Default;

    /// <summary>How many claims have their item: the true pairs.</summary>
    public int Matched => Claims.Count(claim => claim.ItemId is not null);

    /// <summary>How many pairs were ruled out one by one.</summary>
    public int RuledOut => Claims.Sum(claim => claim.RuledOut?.Count ?? 0);

    /// <summary>
    /// Share of the claims whose every pair is known that have their item: the prior this sample was drawn with,
    /// which need not be the venue's. 1 when only matched claims are known.
    /// </summary>
    public double MatchShare
    {
        get
        {
            var known = Claims.Where(claim => claim.RuledOut is null).ToList();
            return known.Count == 0 ? 0 : known.Count(claim => claim.ItemId is not null) / (double)known.Count;
        }
    }

    /// <summary>A matcher that holds all items.</summary>
    internal Matcher Filled(MatchingModel model)
    {
        var matcher = new Matcher(model, Places, Vocabulary);
        matcher.Load(Items);
        return matcher;
    }
}
