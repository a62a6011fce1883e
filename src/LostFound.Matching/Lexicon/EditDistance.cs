namespace LostFound.Matching.Lexicon;

/// <summary>Tells a typing slip from another word.</summary>
internal static class EditDistance
{
    /// <summary>Shortest word in which one slip is believed: in shorter ones it is usually another word (cap, cup).</summary>
    public const int ShortestForgiven = 5;

    /// <summary>
    /// Whether two different words are one insertion, deletion, substitution or swap of neighbours apart. The first
    /// letter must agree (people rarely miss it), and digits never forgive: s23 and s24 are two phones.
    /// </summary>
    public static bool IsOneSlip(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (a.Length < ShortestForgiven || b.Length - a.Length > 1 || a[0] != b[0] || string.Equals(a, b, StringComparison.Ordinal))
            return false;
        var at = 0;
        while (at < a.Length && a[at] == b[at])
            at++;
        if (at < a.Length && char.IsDigit(a[at]) || char.IsDigit(b[at]))
            return false;
        if (a.Length < b.Length)
            return a.AsSpan(at).SequenceEqual(b.AsSpan(at + 1));
        return a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1))
            || at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }
}
