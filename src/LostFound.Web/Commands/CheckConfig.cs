using System.CommandLine;
using LostFound.Web.Configuration;
using LostFound.Web.Configuration.Checks;

namespace LostFound.Web.Commands;

/// <summary><c>check-config [FOLDER]</c>: says what is wrong in the venue's files before a start would.</summary>
internal static class CheckConfig
{
    private const int Fine = 0;
    private const int NeedsMending = 1;

    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = $"The folder to check. Without it: the setting {ConfigFolder.Setting} (environment LostFound__ConfigFolder), else {ConfigFolder.Name} here or in a folder above.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check-config", "Check every file in kiosk-config. Prints one line a problem, file:line:column first, and exits with 1; exits with 0 when all is fine.")
        {
            folder,
        };
        command.SetAction(parsed => Run(parsed.GetValue(folder) ?? DefaultFolder(), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TextWriter output)
    {
        var loaded = ConfigLoader.Load(folder);
        if (!loaded.IsGood)
        {
            foreach (var problem in loaded.Problems)
            {
                output.WriteLine(problem);
            }

            return NeedsMending;
        }

        var config = loaded.Config;
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        output.WriteLine($"{name} is fine: {config.Places.Count} places in {config.Zones.Count} zones, {config.Categories.Count} categories, {config.Colours.Count} colours, {config.Desks.Count} desks, {config.Bins.Count} bins.");
        foreach (var note in TranslationChecks.Missing(config.Files))
        {
            output.WriteLine(note);
        }

        return Fine;
    }

    /// <summary>Where the server would look when started here.</summary>
    internal static string DefaultFolder() => ConfigFolder.Find(LocalSettings.Read());
}
