using System.Globalization;
using LostFound.Web.Configuration;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Queue.Outlook;

namespace LostFound.Web.Features.Review;

/// <summary>
/// Computes the review from its facts: no database, no clock of its own. Each figure states its group: claims and items
/// by when they came in, promises by when they were due, ratings by when they were given.
/// </summary>
public sealed class ReviewFigures(ReviewFacts facts, ReviewRange range, VenueClock clock, DateTime now, int lookDays)
{
    private readonly Dictionary<Guid, ClaimFact> claims = facts.Claims.ToDictionary(c => c.Id);
    private readonly List<ClaimFact> filed = [.. facts.Claims.Where(c => range.Has(c.FiledAt))];
    private readonly List<ItemFact> items = [.. facts.Items.Where(i => range.Has(i.RegisteredAt))];
    private readonly List<PromiseFact> due = [.. facts.Promises.Where(p => range.Has(p.DueAt))];
    private readonly List<RatingFact> rated = [.. facts.Ratings.Where(r => range.Has(r.GivenAt))];

    public ReviewedDays Compute() => new()
    {
        Range = range,
        All = Group("", _ => true, _ => true),
        Promises = [.. due.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => new KindOfPromise(
            g.Key, Count(g, PromiseOutcome.Kept), Count(g, PromiseOutcome.Broken), Count(g, PromiseOutcome.Open), Count(g, PromiseOutcome.Ended)))],
        Reasons = [.. rated.SelectMany(r => r.Reasons).GroupBy(reason => reason, StringComparer.Ordinal)
            .Select(g => new ReasonCount(g.Key, g.Count())).OrderByDescending(r => r.Count).ThenBy(r => r.Reason, StringComparer.Ordinal)],
        Days = [.. Enumerable.Range(0, range.Days).Select(ahead => Day(range.From.AddDays(ahead)))],
        Places = Groups(c => c.Place ?? "", i => i.Place),
        Categories = Groups(c => c.Category ?? "", i => i.Category),
        Hours = [.. Groups(c => Hour(c.FiledAt), i => Hour(i.RegisteredAt)).OrderBy(g => g.Key, StringComparer.Ordinal)],
        Worst = [.. new WorstCases(now, lookDays).Of(facts, range)],
        NoShows = Share.Of(facts.Line, place => place.DidNotCome),
        Waits = Measured.Of(facts.Line.Select(place => place.Waited).OfType<TimeSpan>()),
    };

    /// <summary>One group for each key that anything in the range has, largest first.</summary>
    private List<GroupFigures> Groups(Func<ClaimFact, string> ofClaim, Func<ItemFact, string> ofItem)
    {
        var keys = filed.Select(ofClaim).Concat(items.Select(ofItem))
            .Concat(due.Select(p => p.ClaimId).Concat(rated.Select(r => r.ClaimId)).Where(claims.ContainsKey).Select(id => ofClaim(claims[id])))
            .Distinct(StringComparer.Ordinal);
        return [.. keys.Select(key => Group(key, c => ofClaim(c) == key, i => ofItem(i) == key))
            .OrderByDescending(g => g.Claims + g.ItemsBack.Whole).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    private GroupFigures Group(string key, Func<ClaimFact, bool> hasClaim, Func<ItemFact, bool> hasItem)
    {
        var ofClaims = filed.FindAll(c => hasClaim(c));
        var judged = due.FindAll(p => p.Outcome is PromiseOutcome.Kept or PromiseOutcome.Broken && Belongs(p.ClaimId, hasClaim));
        return new GroupFigures(
            key, ofClaims.Count,
            Share.Of(ofClaims, c => c.BackAt is not null),
            Measured.Of(ofClaims.Select(c => c.BackAt - c.FiledAt).OfType<TimeSpan>()),
            Measured.Of(ofClaims.Select(c => c.FirstWordAt - c.FiledAt).OfType<TimeSpan>()),
            Share.Of(items.FindAll(i => hasItem(i)), i => i.IsBack),
            Share.Of(judged, p => p.Outcome == PromiseOutcome.Kept),
            Share.Of(ofClaims, c => c.Repeats > 0),
            RatingsOf(rated.FindAll(r => Belongs(r.ClaimId, hasClaim))));
    }

    private bool Belongs(Guid claimId, Func<ClaimFact, bool> hasClaim) => claims.TryGetValue(claimId, out var claim) && hasClaim(claim);

    private DayFigures Day(DateOnly day)
    {
        var (from, to) = (clock.BusinessDayStart(day), clock.BusinessDayStart(day.AddDays(1)));
        bool On(DateTime at) => at >= from && at < to;
        var given = rated.FindAll(r => On(r.GivenAt));
        return new DayFigures(
            day, filed.Count(c => On(c.FiledAt)), facts.Claims.Count(c => c.BackAt is { } back && On(back)), items.Count(i => On(i.RegisteredAt)),
            due.Count(p => p.Outcome == PromiseOutcome.Kept && On(p.DueAt)), due.Count(p => p.Outcome == PromiseOutcome.Broken && On(p.DueAt)),
            given.Count, given.Count(r => r.Rating <= FeedbackLimits.BadUpTo));
    }

    private static Ratings RatingsOf(List<RatingFact> given) =>
        new([.. Enumerable.Range(FeedbackLimits.Worst, FeedbackLimits.Best).Select(rating => given.Count(r => r.Rating == rating))]);

    private string Hour(DateTime utc) => clock.LocalTime(utc).ToString("HH", CultureInfo.InvariantCulture);

    private static int Count(IEnumerable<PromiseFact> promises, PromiseOutcome outcome) => promises.Count(p => p.Outcome == outcome);
}
