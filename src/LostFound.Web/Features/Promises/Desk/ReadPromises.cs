using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Promises.Desk;

/// <summary>Everything owed to guests now, and how the day went.</summary>
public sealed record PromiseList
{
    public required VenueTime Venue { get; init; }

    /// <summary>A supervisor must explain these; the longest waiting first.</summary>
    public required IReadOnlyList<PromiseRow> ToExplain { get; init; }

    /// <summary>Passed their time and are being owned up to, or are shown before that by a person's hand.</summary>
    public required IReadOnlyList<PromiseRow> Overdue { get; init; }

    /// <summary>A person has to keep these, and soon.</summary>
    public required IReadOnlyList<PromiseRow> AtRisk { get; init; }

    /// <summary>A person has to keep these too, but there is time.</summary>
    public required IReadOnlyList<PromiseRow> Later { get; init; }

    /// <summary>Broken since the day began, as the guests were told.</summary>
    public required IReadOnlyList<PromiseRow> BrokenToday { get; init; }

    public required int KeptToday { get; init; }
    public required int MovedToday { get; init; }

    /// <summary>Open ones that the software keeps by itself if nobody is quicker.</summary>
    public required int Automatic { get; init; }

    public required TicketPromises Line { get; init; }
}

public sealed record PromiseRow(Promise Promise, string Reference, string Description, string? Emoji, Features.Claims.ClaimStatus Status);

/// <summary>Reads <c>/board/promises</c>.</summary>
public sealed class ReadPromises(Store store, ConfigStore config, TimeProvider clock)
{
    /// <summary>More than a shift can see to at once; the rest follow as these go.</summary>
    private const int Most = 60;

    public Task<PromiseList> HandleAsync() => store.ReadAsync(async db =>
    {
        var venue = config.Current;
        var now = clock.GetUtcNow().UtcDateTime;
        var since = venue.Clock.BusinessDayStart(venue.Clock.BusinessDay(now));
        var owed = await RowsAsync(db, venue, db.Promises
            .Where(p => p.Status == PromiseStatus.Unexplained
                || (p.Status == PromiseStatus.Open && (p.NeedsPerson || p.RaisedAt != null || p.DueAt < now || p.Miss > 0)))
            .OrderBy(p => p.DueAt));
        var toExplain = owed.FindAll(r => r.Promise.NeedsExplanation);
        var open = owed.Except(toExplain).ToList();
        var settled = db.Promises.Where(p => p.SettledAt >= since);
        return new PromiseList
        {
            Venue = new VenueTime(venue.TimeZone, now),
            ToExplain = toExplain,
            Overdue = open.FindAll(r => r.Promise.DueAt < now),
            AtRisk = open.FindAll(r => r.Promise.DueAt >= now && r.Promise.RaisedAt is not null),
            Later = open.FindAll(r => r.Promise.DueAt >= now && r.Promise.RaisedAt is null),
            BrokenToday = await RowsAsync(db, venue, settled.Where(p => p.Status == PromiseStatus.Broken).OrderByDescending(p => p.SettledAt)),
            KeptToday = await settled.CountAsync(p => p.Status == PromiseStatus.Kept),
            MovedToday = await settled.CountAsync(p => p.Status == PromiseStatus.Moved),
            Automatic = await db.Promises.CountAsync(p => p.Status == PromiseStatus.Open && !p.NeedsPerson && p.RaisedAt == null && p.DueAt >= now),
            Line = await TicketPromises.ReadAsync(db, since, now),
        };
    });

    private static async Task<List<PromiseRow>> RowsAsync(LostFoundDb db, VenueConfig venue, IQueryable<Promise> promises)
    {
        var rows = await promises.Take(Most)
            .Join(db.Claims, p => p.ClaimId, c => c.Id, (p, c) => new { Promise = p, c.Reference, c.Description, c.Category, c.Status }).ToListAsync();
        return [.. rows.Select(r => new PromiseRow(r.Promise, r.Reference, r.Description, r.Category is { } key ? venue.Category(key)?.Emoji : null, r.Status))];
    }
}
