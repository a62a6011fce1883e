using LostFound.Web.Data;
using Microsoft.Data.Sqlite;

namespace LostFound.Web.Shared;

/// <summary>
/// What an operator sets, by environment, command line or appsettings.json: where data and configuration are
/// and which database to use. What a venue's manager sets is in kiosk-config/.
/// </summary>
/// <param name="DataFolder">Database, photos and the root key. <c>LostFound:DataFolder</c>; by default <c>data</c> beside kiosk-config, and a folder of its own in it for the demo, whose PINs everybody knows.</param>
/// <param name="ConnectionString"><c>ConnectionStrings:LostFound</c>; by default a SQLite file in the data folder.</param>
/// <param name="PollSeconds">How often a guest's page asks by itself when its live connection is down. <c>LostFound:PollSeconds</c>.</param>
public sealed record ServerSettings(string DataFolder, string ConnectionString, int PollSeconds)
{
    public StoreOptions Store => new(ConnectionString);

    /// <summary>What makes these settings unusable, in words for an operator; null when nothing does.</summary>
    public string? Problem
    {
        get
        {
            try
            {
                _ = new SqliteConnectionStringBuilder(ConnectionString);
                return null;
            }
            catch (ArgumentException)
            {
                return "ConnectionStrings:LostFound is not a SQLite connection string (Data Source=…), and SQLite is the one database supported so far.";
            }
        }
    }

    public static ServerSettings Read(IConfiguration configuration, string besideFolder, bool demo = false)
    {
        var dataFolder = Path.GetFullPath(configuration["LostFound:DataFolder"] ?? Path.Combine(besideFolder, "data", demo ? "demo" : ""));
        var connectionString = configuration.GetConnectionString("LostFound")
            ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "lostfound.db") }.ToString();
        return new ServerSettings(dataFolder, connectionString, Math.Clamp(configuration.GetValue("LostFound:PollSeconds", 15), 1, 300));
    }
}
