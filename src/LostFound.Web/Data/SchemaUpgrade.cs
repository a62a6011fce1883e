using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace LostFound.Web.Data;

/// <summary>
/// Applies the numbered scripts in Data/Schema that a database has not seen, in order, each in a transaction of
/// its own together with the note that it was applied: a kill at any point leaves a database that the next
/// start takes up.
/// </summary>
public static class SchemaUpgrade
{
    private const string Prefix = "LostFound.Web.Data.Schema.Sqlite.";

    public static void Apply(string connectionString) => Apply(connectionString, int.MaxValue);

    /// <summary>Up to one script only: how a database of an earlier release looks.</summary>
    internal static void Apply(string connectionString, int last)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        Execute(connection, "CREATE TABLE IF NOT EXISTS schema_scripts (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        foreach (var (number, name) in Scripts().Where(s => s.Number <= last))
        {
            using var transaction = connection.BeginTransaction();
            if (IsApplied(connection, transaction, number))
                continue;
            Execute(connection, Read(name), transaction);
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_scripts VALUES ({number}, '{name[Prefix.Length..]}')"), transaction);
            transaction.Commit();
        }
    }

    private static IEnumerable<(int Number, string Name)> Scripts() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), n))
            .Order();

    private static bool IsApplied(SqliteConnection connection, SqliteTransaction transaction, int number)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM schema_scripts WHERE number = $number";
        command.Parameters.AddWithValue("$number", number);
        return (long)command.ExecuteScalar()! > 0;
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
