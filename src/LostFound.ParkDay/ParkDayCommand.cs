using System.CommandLine;
using System.Globalization;
using LostFound.ParkDay.Measures;
using LostFound.ParkDay.Report;

namespace LostFound.ParkDay;

/// <summary>The command line: which days, and where to write what they gave.</summary>
internal static class ParkDayCommand
{
    private const int Done = 0;
    private const int CannotWrite = 2;
    private const int DefaultSeed = 1;
    private const int MostDays = 1000;

    public static RootCommand Create()
    {
        var seed = new Option<int>("--seed") { Description = "Which day: the same number is the same day, to the last guest.", DefaultValueFactory = _ => DefaultSeed };
        var days = new Option<int>("--days") { Description = $"Play so many days, with this seed and those after it, and measure them together (1 to {MostDays}).", DefaultValueFactory = _ => 1 };
        var counters = new Option<int?>("--counters") { Description = "Give LostFound at most so many counters, and the paper desk those planned: what the line does when staff are short. Without it both have the same." };
        var plot = new Option<string?>("--plot") { Description = "Draw the day as an SVG, in this file. With --days: the first." };
        var json = new Option<string?>("--json") { Description = "Also write the figures to this file, as JSON." };
        Check(seed, value => value >= 0, "--seed takes a number from 0 up.");
        Check(days, value => value is >= 1 and <= MostDays, $"--days takes a number from 1 to {MostDays}.");
        Check(counters, value => value >= 1, "--counters takes a number from 1 up.");
        var root = new RootCommand("A simulated day of a theme park's lost and found: the paper desk against LostFound, on the same losses, guests and counters. Exits with 0 when played, 1 when the command line is wrong, 2 when a file cannot be written.")
        {
            seed,
            days,
            counters,
            plot,
            json,
        };
        root.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (plotFile, jsonFile) = (parsed.GetValue(plot), parsed.GetValue(json));
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
