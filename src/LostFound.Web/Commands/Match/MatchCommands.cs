using System.CommandLine;

namespace LostFound.Web.Commands.Match;

/// <summary><c>match …</c>: the matching core by hand, without a server or a database.</summary>
internal static class MatchCommands
{
    public static Command Create() => new("match", "Try the matching core by hand, without a server or a database.")
    {
        MatchColours.Create(),
    };
}
