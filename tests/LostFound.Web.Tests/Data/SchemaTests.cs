using LostFound.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LostFound.Web.Tests.Data;

public sealed class SchemaTests : IDisposable
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

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file) }.ToString();

    /// <summary>Tables and indexes as SQL, white space aside.</summary>
    private static List<string> Describe(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'schema_scripts' ORDER BY name";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return lines;
    }
}
