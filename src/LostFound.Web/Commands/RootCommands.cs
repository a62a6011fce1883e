using System.CommandLine;
using LostFound.Web.Commands.Match;

namespace LostFound.Web.Commands;

/// <summary>The one executable's commands. Without any, it serves.</summary>
public static class RootCommands
{
    public static Task<int> RunAsync(string[] args)
    {
        var demo = new Option<bool>("--demo") { Description = "Start with a day's invented items, claims and staff, and print the demo PINs." };
        var root = new RootCommand("LostFound: the lost-and-found system for theme parks and other venues. Without a command it serves; settings such as --urls http://*:8080 or --LostFound:DataFolder /srv/lostfound go to the server.")
        {
            demo,
            CheckConfig.Create(),
            AuditVerify.Create(),
            StaffAdd.Create(),
            DeviceEnrol.Create(),
            MatchCommands.Create(),
        };
        // What is not ours is for ASP.NET Core, which reads its settings from the same line.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, _) => Server.RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(demo)));
        // The server answers Ctrl+C and SIGTERM itself, letting running requests end.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
