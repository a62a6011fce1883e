using LostFound.Matching;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Items;
using Claim = LostFound.Web.Features.Claims.Claim;

namespace LostFound.Web.Features.Matching;

/// <summary>
/// The items held and the open claims, in memory, with the weights of the configuration in use. The database stays
/// the truth: the worker fills this at start and again whenever the configuration changed.
/// </summary>
public sealed class MatchingIndex : IDisposable
{
    private readonly ConfigStore config;
    private volatile Held held;
    private volatile bool outdated = true;

    public MatchingIndex(ConfigStore config)
    {
        this.config = config;
        held = Held.Empty(config.Current);
        config.Changed += OnConfigChanged;
    }

    /// <summary>True until the first <see cref="Load"/>, and after each change of the configuration.</summary>
    public bool IsOutdated => outdated;

    public int Count => held.Matcher.Count;
    public int ClaimCount => held.Matcher.ClaimCount;
    public string ModelVersion => held.Config.Matching.ModelVersion;
    public double ShowThreshold => held.Config.Matching.ShowThreshold;

    /// <summary>Starts again with exactly these rows and the configuration as it is now.</summary>
    public void Load(IEnumerable<Item> items, IEnumerable<Claim> claims)
    {
        // Before the configuration is read: a change in between makes the index outdated once more.
        outdated = false;
        var next = Held.Empty(config.Current);
        next.Matcher.Load(items.Select(MatchInput.ForMatching));
        foreach (var claim in claims)
            next.Matcher.UpsertClaim(claim.ForMatching());
        held = next;
    }

    /// <summary>Takes up the item as it is now; one that left the house leaves the index too.</summary>
    public void Put(Item item)
    {
        if (item.IsHere)
            held.Matcher.Upsert(item.ForMatching());
        else
            held.Matcher.Remove(MatchInput.Key(item.Id));
    }

    /// <summary>Takes up the claim as it is now; one that needs no item any more leaves.</summary>
    public void Put(Claim claim)
    {
        if (claim.MayBeMatched)
            held.Matcher.UpsertClaim(claim.ForMatching());
        else
            held.Matcher.RemoveClaim(MatchInput.Key(claim.Id));
    }

    /// <summary>The items worth showing for a claim, best first.</summary>
    public IReadOnlyList<ScoredPair> ItemsFor(Claim claim)
    {
        var now = held;
        return now.Matcher.CandidatesFor(claim.ForMatching(), now.Config.Matching.MaxCandidates, now.Config.Matching.ShowThreshold);
    }

    /// <summary>The open claims that an item is worth showing for, best first: every one, since each guest waits for it.</summary>
    public IReadOnlyList<ScoredPair> ClaimsFor(Item item)
    {
        var now = held;
        return now.Matcher.ClaimsFor(item.ForMatching(), int.MaxValue, now.Config.Matching.ShowThreshold);
    }

    /// <summary>One pair, whatever its score; null when the item was found before it can have been lost.</summary>
    public ScoredPair? Score(Claim claim, Item item) => held.Score(claim.ForMatching(), item.ForMatching());

    public void Dispose() => config.Changed -= OnConfigChanged;

    private void OnConfigChanged(VenueConfig changed) => outdated = true;

    private sealed record Held(Matcher Matcher, VenueConfig Config)
    {
        public static Held Empty(VenueConfig config) => new(new Matcher(VenueModel.Of(config), VenueModel.PlacesOf(config), VenueModel.VocabularyOf(config)), config);

        public ScoredPair? Score(LossClaim claim, FoundItem item) =>
            Matcher.Score(claim, item) is { } score ? new ScoredPair(claim.Id, item.Id, score) : null;
    }
}
