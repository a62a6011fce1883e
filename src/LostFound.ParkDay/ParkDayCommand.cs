using System.CommandLine;
using System.Globalization;
using System.Net.WebSockets;
using LostFound.ParkDay.Against;
using LostFound.ParkDay.Measures;
using LostFound.ParkDay.Report;

namespace LostFound.ParkDay;

/// <summary>The command line: which days, and where to write what they gave.</summary>
internal static class ParkDayCommand
{
    private const int Done = 0;
    private const int CannotWrite = 2;
    private const int PhonesWrong = 3;
    private const int CannotPlay = 4;
    private const int DefaultSeed = 1;
    private const int MostDays = 1000;
    private const int LargestSeed = 1_000_000_000;
    private const string DefaultPlot = "parkday.svg";

    public static RootCommand Create()
    {
        var seed = new Option<int>("--seed") { Description = "Which day: the same number is the same day, to the last guest.", DefaultValueFactory = _ => DefaultSeed };
        var days = new Option<int>("--days") { Description = $"Play so many days, with this seed and those after it, and measure them together (1 to {MostDays}).", DefaultValueFactory = _ => 1 };
        var counters = new Option<int?>("--counters") { Description = "Give LostFound at most so many counters, and the paper desk those planned: what the line does when staff are short. Without it both have the same." };
        var plot = new Option<string?>("--plot")
        {
            Description = $"Draw the day as an SVG, in this file ({DefaultPlot} when none is named). With --days: the first.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<string?>("--json") { Description = "Also write the figures to this file, as JSON." };
        var against = Address("--against", "Play the day at one counter against a running server instead, over HTTP and SignalR, as fast as it answers, and check what every phone shows in the end. It takes places in a real line: use a demo.");
        var enrol = Address("--enrol", "With --against: a link that enrols a device, such as the one that the demo prints.");
        var pin = new Option<string?>("--pin") { Description = "With --against: the PIN of somebody who may sign in." };
        var staff = new Option<string?>("--staff") { Description = "With --against: whose PIN it is." };
        var desk = new Option<string>("--desk") { Description = "With --against: the key of the desk, where the link's device stands.", DefaultValueFactory = _ => "main" };
        Check(seed, value => value is >= 0 and <= LargestSeed, $"--seed takes a number from 0 to {LargestSeed}.");
        Check(days, value => value is >= 1 and <= MostDays, $"--days takes a number from 1 to {MostDays}.");
        Check(counters, value => value >= 1, "--counters takes a number from 1 up.");
        var root = new RootCommand("A simulated day of a theme park's lost and found: the paper desk against LostFound, on the same losses, guests and counters. Exits with 0 when played, 1 when the command line is wrong, 2 when a file cannot be written, 3 when a phone showed something wrong, 4 when a server could not be played against.")
        {
            seed,
            days,
            counters,
            plot,
            json,
            against,
            enrol,
            pin,
            staff,
            desk,
        };
        root.Validators.Add(result =>
        {
            // Asked by presence: a value that is wrong has been named already.
            if (result.GetResult(against) is not null && (result.GetResult(enrol) is null || result.GetResult(pin) is null))
                result.AddError("--against needs --enrol and --pin: staff call through their own pages.");
        });
        root.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(against) is { } address)
                return await PlayAgainstAsync(new Server(address, parsed.GetValue(enrol)!, parsed.GetValue(pin)!, parsed.GetValue(staff), parsed.GetValue(desk)!), parsed.GetValue(seed), parsed.InvocationConfiguration, stop);
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (plotFile, jsonFile) = (parsed.GetValue(plot) ?? (parsed.GetResult(plot) is null ? null : DefaultPlot), parsed.GetValue(json));
            // First, so that nobody waits for a day that cannot be kept.
            if (!CanWrite(plotFile, errors) || !CanWrite(jsonFile, errors))
                return CannotWrite;
            var played = Comparison.Play(parsed.GetValue(seed), parsed.GetValue(days), parsed.GetValue(counters));
            Table.Print(played, output);
            if (plotFile is not null)
                File.WriteAllText(plotFile, DayPlot.Of(played.Days[0]));
            if (jsonFile is not null)
                File.WriteAllText(jsonFile, JsonReport.Of(played));
            return Done;
        });
        return root;
    }

    private static async Task<int> PlayAgainstAsync(Server server, int seed, InvocationConfiguration console, CancellationToken stop)
    {
        try
        {
            await using var play = new PlayAgainst(server, console.Output);
            return await play.RunAsync(seed, stop) ? Done : PhonesWrong;
        }
        catch (Exception problem) when (problem is AgainstException or HttpRequestException or WebSocketException)
        {
            await console.Error.WriteLineAsync(problem.Message);
            return CannotPlay;
        }
    }

    private static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError($"{name} takes an address such as http://localhost:5080.");
            return null;
        },
    };

    /// <summary>A relative path counts from where the person stands. A file that is there stays as it is until the new one is written.</summary>
    private static bool CanWrite(string? file, TextWriter errors)
    {
        if (file is null)
            return true;
        try
        {
            using var opened = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.WriteLine($"{file} cannot be written: {problem.Message}");
            return false;
        }
    }

    private static void Check(Option option, Func<int, bool> isGood, string message) => option.Validators.Add(result =>
    {
        // What isn't a number at all is named by the parser itself.
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && !isGood(value))
            result.AddError(message);
    });
}
