using System.Text.RegularExpressions;
using LostFound.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Data;

public sealed partial class SchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lostfound-schema-").FullName;

    [Fact]
    public async Task The_scripts_make_the_schema_that_the_model_expects()
    {
        var scripted = ConnectionTo("scripted.db");
        SchemaUpgrade.Apply(scripted);
        var modelled = ConnectionTo("modelled.db");
        await using (var db = new LostFoundDb(new DbContextOptionsBuilder<LostFoundDb>().UseSqlite(modelled).Options))
            await db.Database.EnsureCreatedAsync();

        Assert.Equal(Describe(modelled), Describe(scripted));
    }

    [Fact]
    public void Applying_the_scripts_twice_changes_nothing()
    {
        var connection = ConnectionTo("twice.db");
        SchemaUpgrade.Apply(connection);
        var first = Describe(connection);

        SchemaUpgrade.Apply(connection);

        Assert.Equal(first, Describe(connection));
    }

    [Fact]
    public void A_database_of_the_first_release_keeps_its_items_and_gains_what_is_new()
    {
        var connection = ConnectionTo("first.db");
        SchemaUpgrade.Apply(connection, last: 1);
        Execute(connection, """
            INSERT INTO items (Id, Tag, Category, Colours, Brand, Description, PrivateNotes, Place, FoundAt, RegisteredAt, Desk, Status, NeedsMatching, Version, SearchText)
            VALUES ('6F1B2C3D-0000-4000-8000-000000000001', 'ABC1234', 'backpack', '["navy"]', '', '', '', 'bakery', '2026-07-04 13:00:00', '2026-07-04 13:05:00', 'main', 'InStorage', 0, 1, '')
            """);

        SchemaUpgrade.Apply(connection);

        using var db = new LostFoundDb(new DbContextOptionsBuilder<LostFoundDb>().UseSqlite(connection).Options);
        var item = db.Items.Single();
        Assert.Equal(["navy"], item.Colours);
        Assert.Empty(item.PhotoColours);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file) }.ToString();

    private static void Execute(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Tables and indexes as SQL (the search index is not the model's), white space and the order of a table's lines aside: SQLite writes a column that
    /// a later script adds behind the others and their constraints.
    /// </summary>
    private static List<string> Describe(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'schema_scripts' AND substr(name, 1, 7) <> 'search_' ORDER BY name";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(InOrder(string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return lines;
    }

    private static string InOrder(string sql)
    {
        if (!sql.StartsWith("CREATE TABLE", StringComparison.Ordinal))
            return sql;
        var (open, close) = (sql.IndexOf('('), sql.LastIndexOf(')'));
        // A comma inside brackets, as in a key of two columns, has no line of its own.
        var parts = OutsideBrackets().Split(sql[(open + 1)..close]).Select(part => part.Trim()).Order(StringComparer.Ordinal);
        return $"{sql[..open]}({string.Join(", ", parts)}){sql[(close + 1)..]}";
    }

    [GeneratedRegex(@",(?![^(]*\))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutsideBrackets();
}
