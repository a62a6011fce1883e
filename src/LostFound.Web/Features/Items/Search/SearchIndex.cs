using LostFound.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Features.Items.Search;

/// <summary>Asks the full-text index. It lists by its own numbers, which grow with each item registered, so nothing is sorted.</summary>
/// <param name="between">Instants of finding; checked on the rows, and only when an end is given.</param>
internal sealed class SearchIndex(LostFoundDb db, (DateTime? From, DateTime? To) between)
{
    private readonly DateTime from = between.From ?? DateTime.MinValue;
    private readonly DateTime to = between.To ?? DateTime.MaxValue;

    private bool ByTime => between.From is not null || between.To is not null;

    /// <param name="expression">In the index's own language; null for every item.</param>
    public Task<int> CountAsync(string? expression) => (expression, ByTime) switch
    {
        (null, false) => One(db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM search_rows")),
        (null, true) => db.Items.CountAsync(i => i.FoundAt >= from && i.FoundAt < to),
        (_, false) => One(db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM search_words WHERE search_words MATCH {expression}")),
        (_, true) => One(db.Database.SqlQuery<int>(
            $"""
            SELECT count(*) AS Value FROM search_words w JOIN search_rows r ON r.Number = w.rowid JOIN items i ON i.Id = r.ItemId
            WHERE w.search_words MATCH {expression} AND i.FoundAt >= {from} AND i.FoundAt < {to}
            """)),
    };

    /// <summary>Ids of items, newest first.</summary>
    /// <param name="expression">As for <see cref="CountAsync"/>.</param>
    /// <param name="skip">How many of the newest to leave out.</param>
    /// <param name="take">How many at most.</param>
    public async Task<List<Guid>> PageAsync(string? expression, int skip, int take)
    {
        var ids = (expression, ByTime) switch
        {
            (null, false) => db.Database.SqlQuery<string>($"SELECT ItemId AS Value FROM search_rows ORDER BY Number DESC LIMIT {take} OFFSET {skip}"),
            (null, true) => db.Database.SqlQuery<string>(
                $"""
                SELECT r.ItemId AS Value FROM search_rows r JOIN items i ON i.Id = r.ItemId
                WHERE i.FoundAt >= {from} AND i.FoundAt < {to} ORDER BY r.Number DESC LIMIT {take} OFFSET {skip}
                """),
            (_, false) => db.Database.SqlQuery<string>(
                $"""
                SELECT (SELECT ItemId FROM search_rows WHERE Number = w.rowid) AS Value FROM search_words w
                WHERE w.search_words MATCH {expression} ORDER BY w.rowid DESC LIMIT {take} OFFSET {skip}
                """),
            (_, true) => db.Database.SqlQuery<string>(
                $"""
                SELECT r.ItemId AS Value FROM search_words w JOIN search_rows r ON r.Number = w.rowid JOIN items i ON i.Id = r.ItemId
                WHERE w.search_words MATCH {expression} AND i.FoundAt >= {from} AND i.FoundAt < {to}
                ORDER BY w.rowid DESC LIMIT {take} OFFSET {skip}
                """),
        };
        return [.. (await ids.ToListAsync()).Select(Guid.Parse)];
    }

    private static async Task<int> One(IQueryable<int> counted) => (await counted.ToListAsync()).Single();
}
