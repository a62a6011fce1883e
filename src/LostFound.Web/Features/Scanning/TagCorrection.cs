using LostFound.Web.Features.Items;

namespace LostFound.Web.Features.Scanning;

/// <summary>
/// Which tags somebody may have meant whose typed one has a wrong check character: each that differs from it in one
/// character, or in two that changed places. By the check character's mathematics each place has one character only
/// that would make it right, so there are eight of the first sort and a few of the second, of a thousand million.
/// </summary>
public static class TagCorrection
{
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create("- \u2011");

    /// <summary>Proper tags, without repeats; none when the text is a proper tag itself, or no tag's length.</summary>
    public static IReadOnlyList<string> Near(string typed)
    {
        var text = typed.Trim();
        if (text.Length > 2 * TagCode.Length || TagCode.TryParse(text, out _))
            return [];
        var symbols = text.Where(c => !Separators.Contains(c)).Select(TagCode.Canonical).ToArray();
        return symbols.Length == TagCode.Length ? [.. OneReplaced(symbols).Concat(TwoSwapped(symbols)).Distinct(StringComparer.Ordinal)] : [];
    }

    private static IEnumerable<string> OneReplaced(char[] symbols)
    {
        for (var place = 0; place < symbols.Length; place++)
        {
            foreach (var other in TagCode.Alphabet)
            {
                if (Proper([.. symbols[..place], other, .. symbols[(place + 1)..]]) is { } tag)
                    yield return tag;
            }
        }
    }

    private static IEnumerable<string> TwoSwapped(char[] symbols)
    {
        for (var first = 0; first < symbols.Length; first++)
        {
            for (var second = first + 1; second < symbols.Length; second++)
            {
                char[] swapped = [.. symbols];
                (swapped[first], swapped[second]) = (swapped[second], swapped[first]);
                if (Proper(swapped) is { } tag)
                    yield return tag;
            }
        }
    }

    private static string? Proper(char[] symbols) => TagCode.TryParse(new string(symbols), out var tag) ? tag : null;
}
