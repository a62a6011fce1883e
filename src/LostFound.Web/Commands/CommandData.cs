using System.CommandLine;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Live;
using LostFound.Web.Shared;

namespace LostFound.Web.Commands;

/// <summary>
/// The venue's files and database for a command, found with the same settings as the server's (--LostFound:…
/// on the command line, the environment, appsettings.json). A running server is no hindrance: SQLite makes one
/// writer wait for the other.
/// </summary>
internal sealed class CommandData : IDisposable
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUsable = 2;
    public const string ExitCodes = "Exits with 0 when done, 1 when refused (the message says why), 2 when the configuration or the database cannot be used.";

    private CommandData(VenueConfig venue, string configFolder, Store store) => (Venue, ConfigFolder, Store) = (venue, configFolder, store);

    public VenueConfig Venue { get; }

    /// <summary>Where <see cref="Venue"/> was read from.</summary>
    public string ConfigFolder { get; }

    public Store Store { get; }

    /// <summary>Runs <paramref name="work"/> and turns what keeps the data from being used into words and exit code 2.</summary>
    /// <param name="settings">What options of the command itself say, as the server's settings; they come last and win.</param>
    public static async Task<int> RunAsync(ParseResult parsed, Func<CommandData, Task<int>> work, params string[] settings)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            using var data = Open([.. parsed.UnmatchedTokens, .. settings], error);
            return data is null ? NotUsable : await work(data);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            await error.WriteLineAsync($"The database cannot be used: {problem.Message}");
            return NotUsable;
        }
    }

    public void Dispose() => Store.Dispose();

    private static CommandData? Open(string[] line, TextWriter error)
    {
        var settings = LocalSettings.Read(line);
        var folder = Configuration.ConfigFolder.Find(settings);
        if (ConfigStore.LoadOrExplain(folder, error) is not { } config)
            return null;
        var server = ServerSettings.Read(settings, besideFolder: Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(server.DataFolder);
        SchemaUpgrade.Apply(server.ConnectionString);
        return new CommandData(config.Current, folder, new Store(server.Store, new ChangeBell()));
    }
}
