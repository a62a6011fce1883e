using System.Text.Json;
using LostFound.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>One line a claim: <c>{"claim":id,"candidates":[{"item":id,"probability":p}, …best first]}</c>.</summary>
internal static class RanksFile
{
    public const string StandardOutput = "-";

    /// <summary>
    /// Writes to a temporary file beside the target and renames it when all is written: whoever reads the target
    /// finds the old ranks or the new ones, never half of them.
    /// </summary>
    /// <param name="target">A path, or <see cref="StandardOutput"/>.</param>
    public static void Write(string target, TextWriter output, Action<TextWriter> write)
    {
        if (target == StandardOutput)
        {
            write(output);
            return;
        }
        var path = Path.GetFullPath(target);
        // Always the same name: what a killed run left behind is overwritten by the next.
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.part");
        try
        {
            using (var file = new StreamWriter(temporary) { NewLine = "\n" })
                write(file);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static string Line(string claimId, IReadOnlyList<ScoredPair> candidates) => JsonSerializer.Serialize(new
    {
        claim = claimId,
        candidates = candidates.Select(pair => new { item = pair.ItemId, probability = pair.Score.Probability }),
    });
}
