using System.CommandLine;

namespace LostFound.Web.Commands.Match;

/// <summary><c>match</c> and what stands below it.</summary>
internal static class MatchCommands
{
    public static Command Create()
    {
        var match = MatchBatch.Create();
        match.Subcommands.Add(MatchFit.Create());
        match.Subcommands.Add(MatchColours.Create());
        return match;
    }
}
