using System.CommandLine;
using LostFound.Web.Configuration;
using LostFound.Web.Data;
using LostFound.Web.Features.Items;
using LostFound.Web.Live;
using LostFound.Web.Shared;

namespace LostFound.Web.Commands;

/// <summary><c>audit verify</c>: proves that no custody event was changed, taken out or put elsewhere afterwards.</summary>
internal static class AuditVerify
{
    private const int Whole = 0;
    private const int Broken = 1;

    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "The data folder. Without it: the setting LostFound:DataFolder (environment LostFound__DataFolder), else data beside kiosk-config.",
        };
        var verify = new Command("verify", "Walk every item's chain of custody and recompute its hashes. Exits with 0 when it is whole; with 1 after one line for each break: the item's tag, the event's number, what is wrong.")
        {
            data,
        };
        verify.SetAction((parsed, _) => RunAsync(parsed.GetValue(data), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return new Command("audit", "Check the records that must never change.") { verify };
    }

    private static async Task<int> RunAsync(string? dataFolder, TextWriter output, TextWriter errors)
    {
        var settings = Settings(dataFolder);
        if (dataFolder is not null && !Directory.Exists(dataFolder))
        {
            await errors.WriteLineAsync($"There is no folder {dataFolder}.");
            return Broken;
        }
        using var store = new Store(settings.Store, new ChangeBell());
        var check = await CustodyChain.VerifyAsync(store);
        foreach (var found in check.Breaks)
            await output.WriteLineAsync($"{TagCode.Display(found.Tag)} event {found.Sequence}: {found.What}");
        await output.WriteLineAsync(check.IsWhole
            ? $"chain whole: {check.Events} events of {check.Items} items"
            : $"chain BROKEN in {check.Breaks.Count} places: {check.Events} events of {check.Items} items");
        return check.IsWhole ? Whole : Broken;
    }

    private static ServerSettings Settings(string? dataFolder)
    {
        var root = dataFolder is null ? LocalSettings.Read() : LocalSettings.Read("--LostFound:DataFolder", dataFolder);
        return ServerSettings.Read(root, Path.GetDirectoryName(ConfigFolder.Find(root))!);
    }
}
