using System.Text.RegularExpressions;
using LostFound.Benchmarks.Corpus;
using LostFound.Matching;

namespace LostFound.Benchmarks.Peers;

/// <summary>A peer's row: everything that the matcher may read of the item but its place, as one text.</summary>
internal sealed record PeerRow(int Number, string Text, DateTime FoundAt);

/// <summary>A peer's question: the claim's text, its distinct words, and which items can't have been found after the loss.</summary>
/// <param name="FirstPossible">Number of the first item found late enough; 0 when the claim gives no time.</param>
/// <param name="PossibleFrom">The time that <paramref name="FirstPossible"/> stands for.</param>
internal sealed record PeerQuestion(string Text, IReadOnlyList<string> Words, int FirstPossible, DateTime PossibleFrom);

/// <summary>Items and claims as text, the same for every peer.</summary>
internal static partial class PeerText
{
    public static PeerRow Row(ItemCorpus corpus, int number)
    {
        var item = corpus.Item(number);
        return new PeerRow(number, Joined([item.Category, .. item.Colours, item.Brand, item.Description, item.PrivateNotes]), item.FoundAt);
    }

    public static PeerQuestion Question(ItemCorpus corpus, LossClaim claim)
    {
        var text = Joined([claim.Category ?? string.Empty, .. claim.Colours, claim.Brand, claim.Description, claim.PrivateMarks]);
        var words = WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value).Distinct(StringComparer.Ordinal);
        // Peers forgive clocks as much as the matcher does.
        var from = claim.LostFrom?.AddMinutes(-MatchingModel.Default.EarlyToleranceMinutes) ?? Year.Start;
        return new PeerQuestion(text, [.. words], corpus.FirstFoundFrom(from), from);
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordPattern();
}
