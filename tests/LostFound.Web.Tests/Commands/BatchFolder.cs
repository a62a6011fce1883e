using System.CommandLine;
using LostFound.Web.Commands.Match;
using LostFound.Web.Tests.Ui;

namespace LostFound.Web.Tests.Commands;

/// <summary>Files for the match commands in a folder of their own: a few items and claims, to which a test adds what it is about.</summary>
internal sealed class BatchFolder : IDisposable
{
    public const string Backpack = """{"id": "I1", "category": "backpack", "colours": ["navy"], "brand": "Fjällräven", "description": "navy bkpk, caricature rolled up inside", "privateNotes": "M.K. in lid", "place": "carousel", "foundAt": "2026-07-05T15:40", "registeredAt": "2026-07-05T16:00"}""";
    public const string Umbrella = """{"id": "I2", "category": "umbrella", "colours": ["red"], "brand": "", "description": "red umbrella w/ dots", "privateNotes": "", "place": "teacups", "foundAt": "2026-07-05T14:00", "registeredAt": "2026-07-05T14:10"}""";
    public const string LostBackpack = """{"id": "C1", "language": "fr", "category": "backpack", "colours": ["blue"], "brand": "Fjallraven", "description": "mon sac à dos avec une caricature de mes enfants", "privateMarks": "", "places": ["carousel"], "lostFrom": "2026-07-05T14:30", "lostTo": "2026-07-05T15:20"}""";
    public const string LostUmbrella = """{"id": "C2", "language": "en", "category": "umbrella", "colours": ["red"], "brand": "", "description": "umbrella, red with white dots", "privateMarks": "", "places": ["teacups"], "lostFrom": "2026-07-05T13:00", "lostTo": "2026-07-05T13:30"}""";

    /// <summary>Where the development set lies in the checkout.</summary>
    public static string DevelopmentSet { get; } = System.IO.Path.Combine(Repository.Root, "tests", "LostFound.Matching.Tests", "data");

    public BatchFolder()
    {
        Write("items.jsonl", Backpack, Umbrella);
        Write("claims.jsonl", LostBackpack, LostUmbrella);
        Write("places.json", """[{"place": "carousel", "zone": "fairy-woods"}, {"place": "teacups", "zone": "fairy-woods"}]""");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("lostfound-match-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Write(string file, params string[] lines) => File.WriteAllText(this[file], string.Join('\n', lines) + "\n");

    /// <summary>Runs <c>match</c> on the folder's files.</summary>
    public (int Code, string Output, string Error) Match(params string[] more) =>
        Run(MatchCommands.Create(), ["--items", this["items.jsonl"], "--claims", this["claims.jsonl"], "--places", this["places.json"], .. more]);

    public static (int Code, string Output, string Error) Run(Command command, params string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = command.Parse(line).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
