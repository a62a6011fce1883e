using System.CommandLine;
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
        Check(counters, value => value is null or >= 1, "--counters takes a number from 1 up.");
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
            var played = Comparison.Play(parsed.GetValue(seed), parsed.GetValue(days), parsed.GetValue(counters));
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            Table.Print(played, output);
            return Written(parsed.GetValue(plot), () => DayPlot.Of(played.Days[0]), errors)
                & Written(parsed.GetValue(json), () => JsonReport.Of(played), errors) ? Done : CannotWrite;
        });
        return root;
    }

    /// <summary>A relative path counts from where the person stands.</summary>
    private static bool Written(string? file, Func<string> text, TextWriter errors)
    {
        if (file is null)
            return true;
        try
        {
            File.WriteAllText(file, text());
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.WriteLine($"{file} cannot be written: {problem.Message}");
            return false;
        }
    }

    private static void Check<T>(Option<T> option, Func<T, bool> isGood, string message) => option.Validators.Add(result =>
    {
        // What isn't a number at all has been named already.
        if (!result.Errors.Any() && result.Tokens.Count > 0 && !isGood(result.GetValueOrDefault<T>()))
            result.AddError(message);
    });
}
