using System.CommandLine;
using System.Globalization;

namespace LostFound.Web.Commands.Match;

internal static class OptionRanges
{
    /// <summary>Refuses numbers that the option cannot mean. What is no number at all is refused by the parser itself.</summary>
    public static void Holds<T>(this Option<T> option, Func<T, bool> isGood, string message) where T : IParsable<T> => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && !isGood(value))
            result.AddError(message);
    });
}
