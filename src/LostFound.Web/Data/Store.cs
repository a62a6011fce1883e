using LostFound.Web.Live;
using LostFound.Web.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Data;

/// <summary>
/// The way to the database: one context an operation, reads beside each other, writes one at a time and each
/// in one IMMEDIATE transaction that holds the state change, its custody event and its outbox rows.
/// </summary>
public sealed class Store : IDisposable
{
    private readonly WriteGate gate = new();
    private readonly ChangeBell bell;
    private readonly DbContextOptions<LostFoundDb> reading;
    private readonly DbContextOptions<LostFoundDb> writing;

    public Store(StoreOptions options, ChangeBell bell)
    {
        this.bell = bell;
        writing = Options(options.ConnectionString, writes: true);
        reading = Options(options.ConnectionString, writes: false);
    }

    /// <summary>Reads, untracked. Nothing read here can be saved.</summary>
    public async Task<T> ReadAsync<T>(Func<LostFoundDb, Task<T>> work)
    {
        await using var db = new LostFoundDb(reading);
        return await work(db);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one write transaction: saved and committed when it succeeds, rolled back
    /// when it refuses or throws. The token cancels the wait for a turn, never a commit under way.
    /// Do no photo or network I/O inside.
    /// </summary>
    public async Task<Outcome<T>> WriteAsync<T>(Func<LostFoundDb, Task<Outcome<T>>> work, CancellationToken cancellation)
    {
        Outcome<T> outcome;
        using (await gate.EnterAsync(cancellation))
        {
            await using var db = new LostFoundDb(writing);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            outcome = await work(db);
            if (!outcome.Succeeded)
                return outcome;
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        bell.Ring();
        return outcome;
    }

    /// <summary>A write that nothing can refuse.</summary>
    public async Task WriteAsync(Func<LostFoundDb, Task> work, CancellationToken cancellation) =>
        await WriteAsync<bool>(async db => { await work(db); return true; }, cancellation);

    public void Dispose() => gate.Dispose();

    private static DbContextOptions<LostFoundDb> Options(string connectionString, bool writes)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
        };
        return new DbContextOptionsBuilder<LostFoundDb>()
            .UseSqlite(connection.ToString())
            .AddInterceptors(new SqliteSettings(writes))
            .UseQueryTrackingBehavior(writes ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking)
            .Options;
    }
}

/// <summary>Where the database is, as a SQLite connection string.</summary>
public sealed record StoreOptions(string ConnectionString);
