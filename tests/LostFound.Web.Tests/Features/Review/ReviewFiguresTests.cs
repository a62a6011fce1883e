using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Files;
using LostFound.Web.Features.Claims;
using LostFound.Web.Features.Feedback;
using LostFound.Web.Features.Promises;
using LostFound.Web.Features.Review;

namespace LostFound.Web.Tests.Features.Review;

public sealed class ReviewFiguresTests
{
    private const int LookDays = 14;
    private static readonly DateTime Now = new(2026, 7, 12, 18, 0, 0, DateTimeKind.Utc);
    private static readonly VenueClock Clock = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"), Hours());
    private static readonly ReviewRange Week = ReviewRange.Parse("7", null, null, Clock, Now);

    [Fact]
    public void Every_figure_of_many_random_weeks_is_what_counting_one_by_one_gives()
    {
        var dice = new Random(17);
        for (var round = 0; round < 150; round++)
        {
            var facts = RandomFacts(dice, size: dice.Next(0, 60));
            var review = new ReviewFigures(facts, Week, Clock, Now, LookDays).Compute();

            AssertIsCounted(review.All, facts, _ => true, _ => true);
            foreach (var place in review.Places)
                AssertIsCounted(place, facts, c => (c.Place ?? "") == place.Key, i => i.Place == place.Key);
            foreach (var category in review.Categories)
                AssertIsCounted(category, facts, c => (c.Category ?? "") == category.Key, i => i.Category == category.Key);
            foreach (var hour in review.Hours)
                AssertIsCounted(hour, facts, c => LocalHour(c.FiledAt) == hour.Key, i => LocalHour(i.RegisteredAt) == hour.Key);
            // Whatever is in the range is in exactly one group of each table, and on exactly one day.
            Assert.Equal(review.All.Claims, review.Places.Sum(p => p.Claims));
            Assert.Equal(review.All.ItemsBack.Whole, review.Categories.Sum(c => c.ItemsBack.Whole));
            Assert.Equal(review.All.Ratings.Count, review.Hours.Sum(h => h.Ratings.Count));
            Assert.Equal((review.All.Claims, review.All.Promises.Part, review.All.Ratings.Count), (review.Days.Sum(d => d.Filed), review.Days.Sum(d => d.Kept), review.Days.Sum(d => d.Ratings)));
            AssertAreTheWorst(review.Worst, facts);
        }
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(4, 5, "4 of 5")]
    [InlineData(9, 9, "9 of 9")]
    [InlineData(13, 15, "87 % of 15")]
    [InlineData(999, 1000, "99 % of 1000")]
    [InlineData(1, 1000, "1 % of 1000")]
    [InlineData(1000, 1000, "100 % of 1000")]
    public void Few_are_counted_and_only_from_ten_on_there_is_a_percentage(int part, int whole, string said) =>
        Assert.Equal(said, ReviewWords.Say(new Share(part, whole)));

    [Fact]
    public void Few_ratings_are_listed_and_many_are_averaged()
    {
        Assert.Equal("5 · 5 · 2", ReviewWords.Say(new Ratings([0, 1, 0, 0, 2])));
        Assert.Equal("4.6 (10)", ReviewWords.Say(new Ratings([0, 1, 0, 1, 8])));
    }

    [Theory]
    [InlineData("today", null, null, "2026-07-12", "2026-07-12")]
    [InlineData("28", null, null, "2026-06-15", "2026-07-12")]
    [InlineData("nonsense", null, null, "2026-07-06", "2026-07-12")]
    [InlineData("custom", "2026-07-04", "2026-07-05", "2026-07-04", "2026-07-05")]
    [InlineData("custom", "2026-07-05", "2026-07-04", "2026-07-04", "2026-07-05")]
    [InlineData("custom", "2026-07-04", "2030-01-01", "2026-07-04", "2026-07-12")]
    [InlineData("custom", "2001-01-01", "2026-07-12", "2025-07-12", "2026-07-12")]
    [InlineData("custom", "gibberish", "2026-07-12", "2026-07-06", "2026-07-12")]
    public void The_address_says_which_days(string name, string? from, string? to, string first, string last)
    {
        var range = ReviewRange.Parse(name, from, to, Clock, Now);
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (range.From, range.To));
    }

    private static void AssertIsCounted(GroupFigures figures, ReviewFacts facts, Func<ClaimFact, bool> hasClaim, Func<ItemFact, bool> hasItem)
    {
        int claims = 0, back = 0, items = 0, itemsBack = 0, kept = 0, judged = 0, repeats = 0;
        var (timesBack, firstWords, ratings) = (new List<double>(), new List<double>(), new int[5]);
        foreach (var claim in facts.Claims.Where(c => c.FiledAt >= Week.FromUtc && c.FiledAt < Week.ToUtc && hasClaim(c)))
        {
            (claims, repeats) = (claims + 1, repeats + (claim.Repeats > 0 ? 1 : 0));
            if (claim.BackAt is { } at)
            {
                back++;
                timesBack.Add((at - claim.FiledAt).TotalMinutes);
            }
            if (claim.FirstWordAt is { } word)
                firstWords.Add((word - claim.FiledAt).TotalMinutes);
        }
        foreach (var item in facts.Items.Where(i => i.RegisteredAt >= Week.FromUtc && i.RegisteredAt < Week.ToUtc && hasItem(i)))
            (items, itemsBack) = (items + 1, itemsBack + (item.IsBack ? 1 : 0));
        foreach (var claim in facts.Claims.Where(hasClaim))
        {
            foreach (var promise in facts.Promises.Where(p => p.ClaimId == claim.Id && p.DueAt >= Week.FromUtc && p.DueAt < Week.ToUtc))
            {
                judged += promise.Outcome is PromiseOutcome.Kept or PromiseOutcome.Broken ? 1 : 0;
                kept += promise.Outcome == PromiseOutcome.Kept ? 1 : 0;
            }
            foreach (var rating in facts.Ratings.Where(r => r.ClaimId == claim.Id && r.GivenAt >= Week.FromUtc && r.GivenAt < Week.ToUtc))
                ratings[rating.Rating - 1]++;
        }
        Assert.Equal((claims, new Share(back, claims), new Share(itemsBack, items), new Share(kept, judged), new Share(repeats, claims)),
            (figures.Claims, figures.Back, figures.ItemsBack, figures.Promises, figures.Repeats));
        Assert.Equal(ratings, figures.Ratings.Counts);
        Assert.Equal((timesBack.Count, Rank(timesBack, .5), Rank(timesBack, .9)), (figures.TimeBack.Count, figures.TimeBack.Median, figures.TimeBack.P90));
        Assert.Equal((firstWords.Count, Rank(firstWords, .5), Rank(firstWords, .9)), (figures.FirstWord.Count, figures.FirstWord.Median, figures.FirstWord.P90));
    }

    /// <summary>The smallest of them that at least this part is not above.</summary>
    private static double Rank(List<double> times, double part) =>
        times.Count == 0 ? 0 : times.Where(time => times.Count(other => other <= time) >= part * times.Count).Min();

    private static void AssertAreTheWorst(IReadOnlyList<WorstCase> worst, ReviewFacts facts)
    {
        Assert.True(worst.Count <= 10);
        Assert.All(worst, found => Assert.Equal(PointsOf(facts, found.ClaimId), found.Points));
        Assert.All(worst, found => Assert.NotEmpty(found.Why));
        var left = facts.Claims.Where(c => worst.All(found => found.ClaimId != c.Id)).Select(c => PointsOf(facts, c.Id)).DefaultIfEmpty().Max();
        Assert.True(left == 0 || (worst.Count == 10 && left <= worst.Min(found => found.Points)), "Somebody worse was left out");
    }

    private static int PointsOf(ReviewFacts facts, Guid id)
    {
        var claim = facts.Claims.Single(c => c.Id == id);
        var points = claim.Repeats * 2;
        points += facts.Promises.Count(p => p.ClaimId == id && p.Outcome == PromiseOutcome.Broken && p.DueAt >= Week.FromUtc && p.DueAt < Week.ToUtc) * 3;
        foreach (var rating in facts.Ratings.Where(r => r.ClaimId == id && r.GivenAt >= Week.FromUtc && r.GivenAt < Week.ToUtc))
            points += rating.Rating == 1 ? 4 : rating.Rating == 2 ? 3 : 0;
        var isOpen = claim.Status is ClaimStatus.Looking or ClaimStatus.Asking;
        return points + (isOpen && Math.Floor((Now - claim.FiledAt).TotalDays) > LookDays ? 1 : 0);
    }

    private static ReviewFacts RandomFacts(Random dice, int size)
    {
        string?[] places = ["carousel", "flume", null];
        string?[] categories = ["backpack", "phone", null];
        // Some of it before the range and some at its very edges.
        DateTime Moment() => dice.Next(8) switch { 0 => Week.FromUtc, 1 => Week.ToUtc, 2 => Week.FromUtc.AddTicks(-1), _ => Now.AddMinutes(-dice.Next(60 * 24 * 20)) };
        var claims = Enumerable.Range(0, size).Select(_ =>
        {
            var filed = Moment();
            return new ClaimFact(
                Guid.NewGuid(), "K7M-4QXH", categories[dice.Next(3)], places[dice.Next(3)], filed, (ClaimStatus)dice.Next(7),
                dice.Next(3) == 0 ? null : filed.AddMinutes(dice.Next(300)), dice.Next(2) == 0 ? null : filed.AddMinutes(dice.Next(3000)), dice.Next(4) == 0 ? dice.Next(3) : 0);
        }).ToList();
        Guid Any() => claims[dice.Next(claims.Count)].Id;
        return new ReviewFacts(
            claims,
            size == 0 ? [] : [.. Enumerable.Range(0, size).Select(_ => new PromiseFact(Any(), (PromiseKind)dice.Next(2), Moment(), (PromiseOutcome)dice.Next(4)))],
            [.. claims.Where(_ => dice.Next(2) == 0).Select(c => new RatingFact(c.Id, dice.Next(1, 6), [nameof(FeedbackReason.WaitedLong)], "", Moment()))],
            [.. Enumerable.Range(0, size).Select(_ => new ItemFact("backpack", "carousel", Moment(), dice.Next(2) == 0))],
            []);
    }

    private static string LocalHour(DateTime utc) => Clock.LocalTime(utc).Hour.ToString("00", null);

    private static OpeningHours Hours()
    {
        var day = new DayHours(new TimeOnly(10, 0), new TimeOnly(20, 0));
        return new OpeningHours(day, day, day, day, day, day, day);
    }
}
