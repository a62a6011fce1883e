using System.CommandLine;
using LostFound.Web.Configuration;

namespace LostFound.Web.Commands.Match;

/// <summary>
/// The root command leaves what it does not know to the server, which reads its settings from the same line. These
/// commands have no server: here a misspelt option would silently be none.
/// </summary>
internal static class UnknownWords
{
    /// <summary>True when there are any, which is told.</summary>
    public static bool Any(ParseResult parsed, TextWriter error)
    {
        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).ToList();
        foreach (var word in parsed.UnmatchedTokens)
            error.WriteLine($"'{word}' means nothing to this command.{DidYouMean.Hint(word, known)}");
        return parsed.UnmatchedTokens.Count > 0;
    }
}
