namespace LostFound.Matching.Lexicon;

/// <summary>Terms with what they mean, found by a stretch of text without copying it. Filled once, then only read.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, Concept[]> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _longestFrom = [];
    private readonly Dictionary<string, Concept[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public TermTable() => _bySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All terms.</summary>
    public IEnumerable<string> Terms => _terms.Keys;

    /// <summary>Most characters in any term.</summary>
    public int LongestTerm { get; private set; }

    /// <summary>Most characters in any term that begins with this one; 0 when none does.</summary>
    public int LongestFrom(char first) => _longestFrom.GetValueOrDefault(first);

    /// <summary>What a term means; empty when it isn't one.</summary>
    public Concept[] Find(ReadOnlySpan<char> term) => _bySpan.TryGetValue(term, out var concepts) ? concepts : [];

    /// <summary>Lets a term mean this as well.</summary>
    public void Add(string term, Concept concept)
    {
        var known = Find(term);
        if (!known.Contains(concept))
            Set(term, [.. known, concept]);
    }

    /// <summary>Lets a term mean this instead of anything else of the same comparison.</summary>
    public void Claim(string term, Concept concept) =>
        Set(term, [.. Find(term).Where(known => known.Kind != concept.Kind), concept]);

    private void Set(string term, Concept[] concepts)
    {
        _terms[term] = concepts;
        LongestTerm = Math.Max(LongestTerm, term.Length);
        _longestFrom[term[0]] = Math.Max(LongestFrom(term[0]), term.Length);
    }
}
