using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LostFound.Web.Data;

/// <summary>Every SQLite setting, on every connection, each with its reason. Nothing else sets one.</summary>
public sealed class SqliteSettings(bool writes) : DbConnectionInterceptor
{
    private string Pragmas =>
        // Wait for a lock instead of failing at once: a backup or a command-line tool may hold it briefly.
        "PRAGMA busy_timeout = 5000;" +
        // SQLite checks references only when told to, on each connection.
        "PRAGMA foreign_keys = ON;" +
        (writes
            // Readers go on while one writes. EF sets WAL only on a file that it created itself.
            ? "PRAGMA journal_mode = WAL;" +
              // An acknowledged write survives a power cut, not only a crash of the process.
              "PRAGMA synchronous = FULL;"
            // Reading connections cannot write by mistake.
            : "PRAGMA query_only = ON;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
