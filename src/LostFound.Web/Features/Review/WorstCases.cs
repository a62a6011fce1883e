using LostFound.Web.Features.Claims;

namespace LostFound.Web.Features.Review;

/// <summary>
/// Which ten cases a supervisor should read. The rule is stated beside the list: points for what went wrong in the
/// range, most first; of equal ones the newest.
/// </summary>
internal sealed class WorstCases(DateTime now, int lookDays)
{
    public const int Most = 10;

    public const string Rule =
        "Points: 4 for a rating of 1, 3 for a rating of 2, 3 for each broken promise, 2 for each time the guest had to ask again, 1 when it stayed open longer than we look. Most points first, then the newest.";

    private const int RatedOne = 4;
    private const int RatedTwo = 3;
    private const int BrokenPromise = 3;
    private const int AskedAgain = 2;
    private const int OpenTooLong = 1;

    public IEnumerable<WorstCase> Of(ReviewFacts facts, ReviewRange range)
    {
        var broken = facts.Promises.Where(p => p.Outcome == PromiseOutcome.Broken && range.Has(p.DueAt)).GroupBy(p => p.ClaimId).ToDictionary(g => g.Key, g => g.Count());
        var rated = facts.Ratings.Where(r => range.Has(r.GivenAt)).ToDictionary(r => r.ClaimId);
        return facts.Claims
            .Select(claim => Case(claim, rated.GetValueOrDefault(claim.Id), broken.GetValueOrDefault(claim.Id)))
            .Where(found => found.Points > 0)
            .OrderByDescending(found => found.Points).ThenByDescending(found => found.FiledAt).ThenBy(found => found.ClaimId)
            .Take(Most);
    }

    private WorstCase Case(ClaimFact claim, RatingFact? rated, int broken)
    {
        var openDays = claim.Status is ClaimStatus.Looking or ClaimStatus.Asking ? (int)(now - claim.FiledAt).TotalDays : 0;
        var ratingPoints = rated?.Rating switch { 1 => RatedOne, 2 => RatedTwo, _ => 0 };
        var points = ratingPoints + (broken * BrokenPromise) + (claim.Repeats * AskedAgain) + (openDays > lookDays ? OpenTooLong : 0);
        string?[] why =
        [
            ratingPoints > 0 ? $"Rated {rated!.Rating} of 5" : null,
            broken switch { 0 => null, 1 => "1 promise broken", _ => $"{broken} promises broken" },
            claim.Repeats switch { 0 => null, 1 => "Had to ask again", _ => $"Had to ask again {claim.Repeats} times" },
            openDays > lookDays ? $"Open for {openDays} days" : null,
        ];
        return new WorstCase(claim.Id, claim.Reference, claim.Category, claim.Place, claim.FiledAt, points, [.. why.OfType<string>()], rated?.OwnWords ?? "");
    }
}
