using System.Collections.Concurrent;
using LostFound.Matching.Facts;
using LostFound.Matching.Index;
using LostFound.Matching.Lexicon;
using LostFound.Matching.Scoring;

namespace LostFound.Matching;

/// <summary>
/// The items held and the claims that are open, and how well each fits each. Asks both ways: which items fit a claim,
/// which claims fit an item.
/// <para>
/// Three things are impossible, hence never scored: an item found before it can have been lost, one that was returned or
/// disposed of and a claim that was closed (the caller takes them out with <see cref="Remove"/> and
/// <see cref="RemoveClaim"/>), and pairs of different venues, each of which has an index of its own.
/// </para>
/// <para>
/// Thread safety: any number of threads may read while others write. A write ends by publishing a new snapshot with one
/// atomic reference store; a read takes the current one once and works on it to the end, so it never blocks, never
/// sees half a change, and sees every write that finished before it began. Writers queue behind one lock a venue that
/// readers never touch.
/// </para>
/// </summary>
public sealed class Matcher
{
    private readonly ConcurrentDictionary<string, VenueIndex> _venues = new(StringComparer.Ordinal);
    private readonly Func<string, VenueIndex> _open;

    /// <summary>Starts empty.</summary>
    /// <param name="model">Weights and thresholds.</param>
    /// <param name="places">Which zone each place lies in.</param>
    /// <param name="vocabulary">The words it understands; the lexicon alone when null.</param>
    /// <exception cref="ArgumentException">A rarity weighs less than nothing, or a feature that only one side mentions more.</exception>
    public Matcher(MatchingModel model, PlaceMap places, Vocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(places);
        var scorer = new Scorer(model, places);
        var reader = new FactReader(vocabulary ?? Vocabulary.Default, model.StaffLanguage);
        _open = _ => new VenueIndex(scorer, reader, model.PseudoItems);
    }

    /// <summary>How many items are held.</summary>
    public int Count => _venues.Values.Sum(venue => venue.Items);

    /// <summary>How many claims are open.</summary>
    public int ClaimCount => _venues.Values.Sum(venue => venue.Claims);

    /// <summary>Adds many items at once, reading their texts on all cores: minutes of <see cref="Upsert"/> become seconds.</summary>
    /// <param name="items">The items; of two with the same id the last counts.</param>
    public void Load(IEnumerable<FoundItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var venue = default(string);
        var same = new List<FoundItem>();
        foreach (var item in items)
        {
            if (venue is not null && !string.Equals(venue, item.Venue, StringComparison.Ordinal))
                LoadInto(venue, same);
            venue = item.Venue;
            same.Add(item);
        }
        if (venue is not null)
            LoadInto(venue, same);
    }

    /// <summary>Adds an item, or replaces the one with the same id. Visible to every read that starts afterwards.</summary>
    /// <param name="item">The item as it is now.</param>
    public void Upsert(FoundItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var home = VenueOf(item.Venue);
        foreach (var other in Others(home))
            other.Remove(item.Id);
        home.Upsert(item);
    }

    /// <summary>Takes an item out (returned, disposed of, or withdrawn); an unknown id changes nothing.</summary>
    /// <param name="itemId">The item's key.</param>
    public void Remove(string itemId)
    {
        ArgumentNullException.ThrowIfNull(itemId);
        foreach (var venue in _venues.Values)
            venue.Remove(itemId);
    }

    /// <summary>Adds an open claim, or replaces the one with the same id. Visible to every read that starts afterwards.</summary>
    /// <param name="claim">The claim as it is now.</param>
    public void UpsertClaim(LossClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var home = VenueOf(claim.Venue);
        foreach (var other in Others(home))
            other.RemoveClaim(claim.Id);
        home.Upsert(claim);
    }

    /// <summary>Takes a claim out (closed or withdrawn); an unknown id changes nothing.</summary>
    /// <param name="claimId">The claim's key.</param>
    public void RemoveClaim(string claimId)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        foreach (var venue in _venues.Values)
            venue.RemoveClaim(claimId);
    }

    /// <summary>
    /// The items that fit a claim best, best first; equal scores in order of item id. Exactly those that scoring every
    /// item would give. The claim itself need not be held.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="top">Most candidates wanted; none below 1.</param>
    /// <param name="atLeast">Candidates less probable than this, 0 to 1 exclusive, are left out; a search that needs no others is faster.</param>
    public IReadOnlyList<ScoredPair> CandidatesFor(LossClaim claim, int top, double atLeast = 0)
    {
        ArgumentNullException.ThrowIfNull(claim);
        CheckProbability(atLeast);
        return top < 1 ? [] : Wanted(VenueOf(claim.Venue).ItemsFor(claim, top, atLeast), atLeast);
    }

    /// <summary>
    /// The open claims that an item fits best, best first; equal scores in order of claim id. The item need not be
    /// held; rarities and prior are those of the items that are.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="top">Most claims wanted; none below 1.</param>
    /// <param name="atLeast">Claims for which it is less probable than this, 0 to 1 exclusive, are left out.</param>
    public IReadOnlyList<ScoredPair> ClaimsFor(FoundItem item, int top, double atLeast = 0)
    {
        ArgumentNullException.ThrowIfNull(item);
        CheckProbability(atLeast);
        return top < 1 ? [] : Wanted(VenueOf(item.Venue).ClaimsFor(item, top, atLeast), atLeast);
    }

    /// <summary>
    /// Scores one pair against the items held now, whether or not either of the two is among them. Null when the pair
    /// is impossible: found before it can have been lost, or of two venues.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="item">The item.</param>
    public MatchScore? Score(LossClaim claim, FoundItem item)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(item);
        return string.Equals(claim.Venue, item.Venue, StringComparison.Ordinal) ? VenueOf(claim.Venue).Score(claim, item) : null;
    }

    private static void CheckProbability(double atLeast)
    {
        if (atLeast is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(atLeast), atLeast, "A probability from 0 to below 1.");
    }

    private static IReadOnlyList<ScoredPair> Wanted(IReadOnlyList<ScoredPair> pairs, double atLeast) =>
        atLeast <= 0 ? pairs : [.. pairs.Where(pair => pair.Score.Probability >= atLeast)];

    private VenueIndex VenueOf(string venue) => _venues.GetOrAdd(venue, _open);

    private IEnumerable<VenueIndex> Others(VenueIndex home) => _venues.Values.Where(venue => venue != home);

    private void LoadInto(string venue, List<FoundItem> items)
    {
        VenueOf(venue).Load(items);
        items.Clear();
    }
}
