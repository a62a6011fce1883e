namespace LostFound.Matching.Lexicon;

/// <summary>A word of a text with all that can be said about it without its neighbours; for a run, only its characters.</summary>
internal sealed class KnownWord
{
    private const int ShortestKeptWord = 3;

    /// <summary>A stretch of a script without spaces, in which words are still to be found.</summary>
    public KnownWord(string run)
    {
        (Text, Stem, IsRun) = (run, run, true);
        Concepts = [];
    }

    public KnownWord(string text, TokenKind kind, LanguageTable table, WordGuesses guesses)
    {
        Text = text;
        Stem = Stemmer.Stem(text, table.Language);
        KeptWord = text.Length >= ShortestKeptWord ? Stemmer.Stem(text, "en") : null;
        LongestPhrase = Math.Max(table.LongestPhraseFrom(text), table.LongestPhraseFrom(Stem));
        Concepts = table.IsStopWord(text) ? [] : table.Phrase(text, Stem);
        IsTerm = Concepts.Length > 0;
        if (IsTerm || table.IsStopWord(text))
            return;
        if (kind == TokenKind.Word)
            Concepts = guesses.Of(text);
        if (Concepts.Length == 0)
            Residue = ResidueOf(text, kind);
    }

    public string Text { get; }

    public string Stem { get; }

    public bool IsRun { get; }

    /// <summary>"Beanie" says more than "hat": how the word for a thing stands beside the concept; null when too short.</summary>
    public string? KeptWord { get; }

    /// <summary>Most words in any phrase that starts here.</summary>
    public int LongestPhrase { get; } = 1;

    /// <summary>What it means alone; empty when it says nothing or isn't known.</summary>
    public Concept[] Concepts { get; }

    /// <summary>Whether it is itself a term, not a compound or misspelling of some.</summary>
    public bool IsTerm { get; }

    /// <summary>How it stands among the plain words when it isn't known; null when it says nothing.</summary>
    public string? Residue { get; }

    private string? ResidueOf(string text, TokenKind kind)
    {
        if (kind == TokenKind.Number)
            return text.TrimStart('0') is { Length: > 0 } number ? number : "0";
        return text.Length > 1 ? Stem : null;
    }
}
