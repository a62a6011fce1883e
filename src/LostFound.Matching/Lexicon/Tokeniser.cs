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
        while (at < normalised.Length)
        {
            var c = normalised[at];
            if (IsNoSpaceScript(c))
                at = TakeRun(normalised, at, tokens);
            else if (char.IsDigit(c))
                at = TakeWhile(normalised, at, char.IsDigit, TokenKind.Number, tokens);
            else if (char.IsLetter(c))
                at = TakeWord(normalised, at, tokens);
            else
                at++;
        }
        return tokens;
    }

    /// <summary>Overlapping pairs of characters: what stands for words where nothing separates them.</summary>
    public static IEnumerable<string> Bigrams(string run)
    {
        for (var i = 0; i + 1 < run.Length; i++)
            yield return run.Substring(i, 2);
    }

    /// <summary>Han, kana and Hangul. Korean has spaces, but its particles hang on the noun, so it is read the same way.</summary>
    public static bool IsNoSpaceScript(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uAC00' and <= '\uD7AF') or '\u3005' or '\u3007';

    private static int TakeRun(string text, int start, List<Token> tokens) =>
        TakeWhile(text, start, IsNoSpaceScript, TokenKind.Run, tokens);

    private static int TakeWhile(string text, int start, Func<char, bool> belongs, TokenKind kind, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
            end++;
        tokens.Add(new Token(text[start..end], kind));
        return end;
    }

    private static int TakeWord(string text, int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '\'') && !IsNoSpaceScript(text[end]))
            end++;
        var word = text[start..end].Trim('\'');
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe is 1 or 2 && word.Length - apostrophe > 3)
            word = word[(apostrophe + 1)..];
        tokens.Add(new Token(word.Replace("'", string.Empty, StringComparison.Ordinal), TokenKind.Word));
        return end;
    }
}
