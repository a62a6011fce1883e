namespace LostFound.Matching.Lexicon;

/// <summary>What a token is made of, since each is looked up differently.</summary>
internal enum TokenKind
{
    /// <summary>A word of a script that separates words.</summary>
    Word,

    /// <summary>Digits only.</summary>
    Number,

    /// <summary>An unbroken stretch of Han, kana or Hangul: words have to be found inside it.</summary>
    Run,
}

/// <summary>A piece of normalised text.</summary>
internal readonly record struct Token(string Text, TokenKind Kind);

/// <summary>Cuts normalised text into tokens.</summary>
internal static class Tokeniser
{
    /// <summary>
    /// Digits are split from what follows ("750ml" is 750 and ml) but not from what precedes ("s23" stays whole),
    /// since measures are typed with and without a space and model names aren't. An apostrophe inside a word
    /// splits off short French and Italian articles and is dropped otherwise ("l'ecran" is ecran, "levi's" is levis).
    /// </summary>
    public static List<Token> Tokenise(string normalised)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (TryNext(normalised, ref at, out var text, out var kind))
            tokens.Add(new Token(text.ToString(), kind));
        return tokens;
    }

    /// <summary>Takes the next token of a text, without copying it unless an apostrophe has to come out of its middle.</summary>
    public static bool TryNext(ReadOnlySpan<char> normalised, ref int at, out ReadOnlySpan<char> text, out TokenKind kind)
    {
        while (at < normalised.Length && !Starts(normalised[at]))
            at++;
        text = default;
        kind = default;
        if (at == normalised.Length)
            return false;
        var start = at;
        kind = KindOf(normalised[at++]);
        while (at < normalised.Length && Continues(normalised[at], kind))
            at++;
        text = kind == TokenKind.Word ? WithoutApostrophes(normalised[start..at]) : normalised[start..at];
        return true;
    }

    /// <summary>Overlapping pairs of characters: what stands for words where nothing separates them.</summary>
    public static IEnumerable<string> Bigrams(string run)
    {
        for (var i = 0; i + 1 < run.Length; i++)
            yield return run.Substring(i, 2);
    }

    /// <summary>Han, kana and Hangul. Korean has spaces, but its particles hang on the noun, so it is read the same way.</summary>
    public static bool IsNoSpaceScript(char c) =>
        c >= '\u3005' && (c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uAC00' and <= '\uD7AF') or '\u3005' or '\u3007');

    private static bool Starts(char c) => char.IsLetter(c) || char.IsDigit(c) || IsNoSpaceScript(c);

    private static TokenKind KindOf(char first) =>
        IsNoSpaceScript(first) ? TokenKind.Run : char.IsDigit(first) ? TokenKind.Number : TokenKind.Word;

    private static bool Continues(char c, TokenKind kind) => kind switch
    {
        TokenKind.Run => IsNoSpaceScript(c),
        TokenKind.Number => char.IsDigit(c),
        TokenKind.Word => (char.IsLetterOrDigit(c) || c == '\'') && !IsNoSpaceScript(c),
    };

    private static ReadOnlySpan<char> WithoutApostrophes(ReadOnlySpan<char> word)
    {
        word = word.Trim('\'');
        var apostrophe = word.IndexOf('\'');
        if (apostrophe is 1 or 2 && word.Length - apostrophe > 3)
            word = word[(apostrophe + 1)..];
        return word.Contains('\'') ? word.ToString().Replace("'", string.Empty, StringComparison.Ordinal) : word;
    }
}
