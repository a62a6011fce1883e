using System.Globalization;
using LostFound.Matching;

namespace LostFound.Web.Commands.Match;

/// <summary>Why an item is a candidate, in words: the contributions of its score, strongest first, which add up to it.</summary>
internal static class ExplainText
{
    /// <summary>Below this a finding moved nothing.</summary>
    private const double Nothing = 0.05;

    public static void Write(TextWriter output, LossClaim claim, IReadOnlyList<ScoredPair> candidates, Func<string, FoundItem?> itemOf)
    {
        output.WriteLine(Facts(claim.Id, claim.Category ?? "not sure", claim.Colours, claim.Brand, claim.Description, claim.PrivateMarks));
        if (candidates.Count == 0)
            output.WriteLine("No item held can be the one: each was found before the loss.");
        foreach (var (at, pair) in candidates.Index())
        {
            var item = itemOf(pair.ItemId)!;
            output.WriteLine();
            output.WriteLine($"{at + 1}. {Percent(pair.Score.Probability)}  {Facts(item.Id, item.Category, item.Colours, item.Brand, item.Description, item.PrivateNotes)}");
            output.WriteLine("   " + Reasons(pair.Score));
        }
    }

    /// <summary>"Backpack = backpack +4.1 · brand differs −3.0 · before looking −12.0".</summary>
    public static string Reasons(MatchScore score) => string.Join(" · ", score.Contributions
        .Where(part => Math.Abs(part.Bits) >= Nothing)
        .OrderByDescending(part => Math.Abs(part.Bits))
        .Select(part => $"{part.Detail} {Signed(part.Bits)}")
        .Append($"before looking {Signed(score.PriorBits)}"));

    private static string Facts(string id, string category, IReadOnlyList<string> colours, string brand, string text, string secret) =>
        string.Join(" · ", new[] { id, category, string.Join(' ', colours), brand, text, secret }.Where(part => part.Length > 0));

    private static string Percent(double probability) => (probability * 100).ToString(probability < 0.01 ? "0.000" : "0.0", CultureInfo.InvariantCulture) + " %";

    private static string Signed(double bits) => bits.ToString("+0.0;\u22120.0", CultureInfo.InvariantCulture);
}
